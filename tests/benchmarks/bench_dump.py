"""How fast and in how much memory everything leaves as plain files.

Beside it stands what nobody can go under: the same rows read by the same library and thrown away.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from app.bootstrap import create_demo, open_store
from app.db.store import Store
from app.services.dump import dump
from app.services.dump_columns import FILES
from tests.benchmarks.register import write_register
from tests.support.stores import cheap_derivation

PEOPLE: Final = 100_000
PASSPHRASE: Final = "qafila-demo"


def main() -> None:
    """Measure and print: a demonstration with journal, then a register of many people."""
    with tempfile.TemporaryDirectory() as folder:
        with cheap_derivation():
            start = time.perf_counter()
            create_demo(Path(folder) / "store", 200, 1)
            print(f"a demonstration of 200 families: {time.perf_counter() - start:.1f} s")
        store = open_store(Path(folder) / "store", PASSPHRASE)
        write_register(store, PEOPLE)
        bare = _bare(store)
        store.close()
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.bench_dump", folder],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        seconds, rows, before, after = map(float, done.stdout.split())
    print(f"{rows:,.0f} rows read and thrown away: {bare:.1f} s")
    print(f"{rows:,.0f} rows dumped: {seconds:.1f} s, {rows / seconds:,.0f} a second, ", end="")
    print(f"{seconds / bare:.1f} × the bare read; {after:.0f} MB at most, {before:.0f} before it")


def _bare(store: Store) -> float:
    start = time.perf_counter()
    with store.read() as session:
        for file in FILES:
            result = session.connection().execute(file.query, execution_options={"yield_per": 2000})
            for _ in result.partitions():
                pass
    return time.perf_counter() - start


def _in_a_process_of_its_own(folder: Path) -> None:
    store = open_store(folder / "store", PASSPHRASE)
    before = _megabytes()
    start = time.perf_counter()
    made = dump(store, folder / "out")
    print(time.perf_counter() - start, made.total, before, _megabytes())
    store.close()


def _megabytes() -> float:
    """The most memory held so far (Linux); `getrusage` would count the parent's before `exec`."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    _in_a_process_of_its_own(Path(sys.argv[1]))
