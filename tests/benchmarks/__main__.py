"""`make bench`: every `bench_*.py` here, one after another; each prints its own table."""

import importlib
from pathlib import Path

if __name__ == "__main__":
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        print(f"\n=== {path.stem.removeprefix('bench_')}")
        importlib.import_module(f"tests.benchmarks.{path.stem}").main()
