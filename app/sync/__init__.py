"""The `.qafila` file: how changes travel between laptops. Format: docs/file-format.md."""
