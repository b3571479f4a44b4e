"""Puts PDFs that reportlab made one after another, without holding them all in memory.

Each part's objects are numbered on and written at once; its tree of pages becomes a branch of the
whole's. What remains in memory is where each object begins: eight bytes.
"""

import re
from array import array
from typing import BinaryIO, Final

_PAGES, _CATALOG, _INFO = 1, 2, 3
_FIRST_FREE: Final = 4
_HEADER: Final = b"%PDF-1.4\n%\x93\x8c\x8b\x9e\n"
_REFERENCE: Final = re.compile(rb"\b(\d+) 0 R\b")
_ENTRY: Final = re.compile(rb"(\d{10}) \d{5} n")
_COUNT: Final = re.compile(rb"/Count (\d+)")


class JoinedPdf:
    """Writes one PDF to `out` from parts; `finish` must be called, or `out` is no PDF."""

    def __init__(self, out: BinaryIO, title: str) -> None:
        self._out = out
        self._title = title
        self._offsets = array("Q", [0] * _FIRST_FREE)
        self._branches: list[int] = []
        self._pages = 0
        self._at = 0
        self._write(_HEADER)

    def add(self, part: bytes) -> None:
        """Append the pages of `part`, a whole PDF as reportlab's canvas saves it."""
        starts = [int(entry) for entry in _ENTRY.findall(part, part.rindex(b"xref\n0 "))]
        ends = [*starts[1:], part.rindex(b"xref\n0 ")]
        shift = len(self._offsets) - 1
        self._offsets.extend([0] * len(starts))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), shift + 1):
            self._copy(part[start:end], number, shift)

    def finish(self) -> None:
        """Write what holds the parts together; `out` is left open."""
        kids = b" ".join(b"%d 0 R" % branch for branch in self._branches)
        self._object(_PAGES, b"<< /Type /Pages /Count %d /Kids [ %s ] >>" % (self._pages, kids))
        self._object(_CATALOG, b"<< /Type /Catalog /Pages %d 0 R >>" % _PAGES)
        title = self._title.encode("utf-16-be").hex().encode("ascii")
        self._object(_INFO, b"<< /Title <FEFF%s> /Producer (Qafila) >>" % title)
        start = self._at
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % len(self._offsets))
        for offset in self._offsets[1:]:
            self._write(b"%010d 00000 %c \n" % (offset, b"n" if offset else b"f"))
        self._write(
            b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            % (len(self._offsets), _CATALOG, _INFO, start)
        )

    def _copy(self, written: bytes, number: int, shift: int) -> None:
        """One object of a part under its new number; the part's own root and title are left out."""
        head, stream, data = written.partition(b"\nstream\n")
        body = head.partition(b" obj\n")[2]
        if b"/Type /Catalog" in body or b"/Producer (" in body:
            return
        body = _REFERENCE.sub(lambda found: b"%d 0 R" % (int(found[1]) + shift), body)
        if b"/Type /Pages" in body:
            self._branches.append(number)
            self._pages += sum(int(count) for count in _COUNT.findall(body))
            body = body.replace(b"<<", b"<< /Parent %d 0 R" % _PAGES, 1)
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n%s%s%s" % (number, body, stream, data))

    def _object(self, number: int, body: bytes) -> None:
        self._offsets[number] = self._at
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._at += len(data)
