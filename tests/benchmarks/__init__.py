"""What the app takes, measured: each file prints its tables, `python -m tests.benchmarks` all."""
