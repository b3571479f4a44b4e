"""The window. Qt stays under this package; work is asked of services through `tasks`."""
