"""One environment serves both locks, so they must agree."""

import re
from pathlib import Path

LOCKS = Path(__file__).resolve().parents[2] / "locks"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((LOCKS / name).read_text(encoding="utf-8")))


def test_the_development_lock_holds_every_runtime_pin():
    runtime, dev = pins("runtime.txt"), pins("dev.txt")
    assert runtime
    assert {name: dev.get(name) for name in runtime} == runtime


def test_every_pin_has_hashes_and_no_source_but_the_index():
    for lock in LOCKS.glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert text.count("--hash=sha256:") >= len(pins(lock.name))
        assert "://" not in text
