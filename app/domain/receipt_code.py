"""What a receipt's QR code holds: one hand-over in about 150 bytes, signed, with no name in it.

From the code alone a laptop can tell whether the receipt is genuine, and can write the hand-over
down again when the laptop that recorded it never came back. Layout of format 1, big-endian:

| bytes | what |
|---|---|
| 1 | kind 1 (receipt) and format version 1, see `digit_code` |
| 1 | bit 0: person follows; bit 1: convoy follows; bits 2-4: part from 0; bits 5-7: parts - 1 |
| 16 | aid record's UUID |
| 6 | first 6 bytes of the device id |
| varint | receipt number on its device |
| varint, zigzag | time of the hand-over minus the time inside the aid record's UUIDv7, ms |
| 2 | convoy day, days since 2000-01-01 |
| 16 or 0 | convoy's UUID |
| 16 | household's UUID |
| 16 or 0 | person's UUID |
| varint × 2 each | lines to the end: item code, thousandths of the item's unit |
| 64 | Ed25519 signature over `SIGNED_PREFIX` and all of the above |

Varints are LEB128 in their shortest form. A hand-over with more lines than `MAX_RECORD_BYTES`
holds makes further parts: each repeats the head, carries the next lines, and has its own signature.
"""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.digit_code import CodeKind, check_head, from_digits, head, to_digits
from app.domain.quantity import Quantity
from app.errors import CodeMalformed, CodePartMissing, ReceiptTooLong

VERSION = 1
SIGNED_PREFIX = b"qafila receipt 1\x00"
"""Stands before the record in what is signed, so that no other signature passes as a receipt's."""

SIGNATURE_BYTES = 64
MAX_CODE_BYTES = 177
"""427 digits: all that a version-11 QR code holds at error correction level Q."""

MAX_RECORD_BYTES = MAX_CODE_BYTES - SIGNATURE_BYTES
MAX_PARTS = 8
DEVICE_PREFIX_BYTES = 6

_FIRST_DAY = date(2000, 1, 1)
_LAST_DAY = _FIRST_DAY + timedelta(days=0xFFFF)
_HAS_PERSON, _HAS_CONVOY = 1, 2


@dataclass(frozen=True)
class CodeLine:
    """One item of a hand-over: its code in the catalogue and thousandths of its unit."""

    item_code: int
    quantity: Quantity


@dataclass(frozen=True)
class ReceiptRecord:
    """The hand-over that a receipt's codes carry; `device` is the device id's first 12 hex digits.

    `handed_at` is in milliseconds since 1970, UTC; `day` is the convoy day, `YYYY-MM-DD`.
    """

    aid_record_id: str
    device: str
    receipt_no: int
    handed_at: int
    day: str
    convoy_id: str | None
    household_id: str
    person_id: str | None
    lines: tuple[CodeLine, ...]


@dataclass(frozen=True)
class ReadCode:
    """One code as read, before anyone asked whether its signature is good."""

    record: ReceiptRecord
    part: int
    parts: int
    signed: bytes
    signature: bytes

    def is_by(self, verify: Callable[[bytes, bytes], bool]) -> bool:
        """Whether `verify(message, signature)` accepts what stands in the code."""
        return verify(self.signed, self.signature)


def device_prefix(device_id: str) -> str:
    """What a code says of the device: the first 12 hex digits of its id."""
    return device_id[: 2 * DEVICE_PREFIX_BYTES]


def write_codes(record: ReceiptRecord, sign: Callable[[bytes], bytes]) -> tuple[str, ...]:
    """The texts of the receipt's codes, one as a rule; `sign` makes the Ed25519 signature.

    Raises ReceiptTooLong when the lines do not fit in `MAX_PARTS` codes, ValueError when a field
    cannot be written (not a UUID, a number below 1, a day outside 2000-2179).
    """
    groups = _grouped_lines(record)
    if len(groups) > MAX_PARTS:
        raise ReceiptTooLong(lines=len(record.lines))
    return tuple(
        _sealed(_record_head(record, part, len(groups)) + lines, sign)
        for part, lines in enumerate(groups)
    )


def read_code(text: str) -> ReadCode:
    """What one scanned code says; whether it is true is told by `ReadCode.is_by`.

    Raises CodeMalformed, CodeOfAnotherKind or CodeNewer.
    """
    data = from_digits(text)
    check_head(data, CodeKind.RECEIPT, VERSION)
    if not SIGNATURE_BYTES < len(data) <= MAX_CODE_BYTES:
        raise CodeMalformed
    written, signature = data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
    record, part, parts = _Reader(written).read()
    return ReadCode(record, part, parts, SIGNED_PREFIX + written, signature)


def joined(codes: Iterable[ReadCode]) -> ReceiptRecord:
    """The whole hand-over from all codes of one receipt, in any order, repeats allowed.

    Raises CodePartMissing with `missing` (how many parts are not there), and CodeMalformed when
    the codes are not of one receipt.
    """
    by_part: dict[int, ReadCode] = {}
    for code in codes:
        known = by_part.setdefault(code.part, code)
        if known.signed != code.signed:
            raise CodeMalformed
    if not by_part:
        raise CodeMalformed
    parts = [by_part[part] for part in sorted(by_part)]
    heads = {(code.parts, replace(code.record, lines=())) for code in parts}
    if len(heads) != 1:
        raise CodeMalformed
    if len(parts) != parts[0].parts:
        raise CodePartMissing(missing=parts[0].parts - len(parts))
    return replace(
        parts[0].record, lines=tuple(line for code in parts for line in code.record.lines)
    )


def _sealed(written: bytes, sign: Callable[[bytes], bytes]) -> str:
    signature = sign(SIGNED_PREFIX + written)
    if len(signature) != SIGNATURE_BYTES:
        raise ValueError("an Ed25519 signature has 64 bytes")
    return to_digits(written + signature)


def _record_head(record: ReceiptRecord, part: int, parts: int) -> bytes:
    flags = part << 2 | (parts - 1) << 5
    flags |= _HAS_PERSON if record.person_id is not None else 0
    flags |= _HAS_CONVOY if record.convoy_id is not None else 0
    return b"".join(
        [
            head(CodeKind.RECEIPT, VERSION),
            bytes([flags]),
            _uuid_bytes(record.aid_record_id),
            _device_bytes(record.device),
            _counted(record.receipt_no),
            _zigzag(record.handed_at - _uuid_time(_uuid_bytes(record.aid_record_id))),
            _day_bytes(record.day),
            _uuid_bytes(record.convoy_id) if record.convoy_id is not None else b"",
            _uuid_bytes(record.household_id),
            _uuid_bytes(record.person_id) if record.person_id is not None else b"",
        ]
    )


def _grouped_lines(record: ReceiptRecord) -> list[bytes]:
    """The lines in as many byte strings as parts are needed, each filled as far as it goes."""
    if not record.lines:
        raise ValueError("a hand-over has at least one line")
    room = MAX_RECORD_BYTES - len(_record_head(record, 0, 1))
    groups = [b""]
    for line in record.lines:
        written = _counted(line.item_code) + _counted(line.quantity)
        if len(groups[-1]) + len(written) > room:
            groups.append(b"")
        groups[-1] += written
    return groups


def _uuid_bytes(text: str) -> bytes:
    value = uuid.UUID(text)
    if str(value) != text:
        raise ValueError("a UUID is written in lower case with hyphens")
    return value.bytes


def _uuid_time(data: bytes) -> int:
    """Milliseconds since 1970 in a UUIDv7 (RFC 9562, 5.7); in any other UUID, some number."""
    return int.from_bytes(data[:6], "big")


def _device_bytes(prefix: str) -> bytes:
    data = bytes.fromhex(prefix)
    if len(data) != DEVICE_PREFIX_BYTES or data.hex() != prefix:
        raise ValueError("a device is named by 12 hex digits here")
    return data


def _day_bytes(day: str) -> bytes:
    parsed = date.fromisoformat(day)
    if parsed.isoformat() != day or not _FIRST_DAY <= parsed <= _LAST_DAY:
        raise ValueError("a day is YYYY-MM-DD between 2000 and 2179")
    return (parsed - _FIRST_DAY).days.to_bytes(2, "big")


def _counted(number: int) -> bytes:
    if number < 1:
        raise ValueError("a number in a receipt is at least 1")
    return _varint(number)


def _zigzag(number: int) -> bytes:
    return _varint(number << 1 if number >= 0 else (-number << 1) - 1)


def _varint(number: int) -> bytes:
    if number.bit_length() > 63:
        raise ValueError("a number in a receipt has at most 63 bits")
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)


class _Reader:
    """Takes a record apart from its first byte to its last; CodeMalformed where it cannot."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def read(self) -> tuple[ReceiptRecord, int, int]:
        """The record, its part and how many parts there are."""
        flags = self._take(2)[1]
        part, parts = flags >> 2 & 7, (flags >> 5) + 1
        if part >= parts:
            raise CodeMalformed
        aid_record = self._take(16)
        record = ReceiptRecord(
            aid_record_id=str(uuid.UUID(bytes=aid_record)),
            device=self._take(DEVICE_PREFIX_BYTES).hex(),
            receipt_no=self._counted(),
            handed_at=_uuid_time(aid_record) + self._zigzag(),
            day=(_FIRST_DAY + timedelta(days=int.from_bytes(self._take(2), "big"))).isoformat(),
            convoy_id=self._uuid() if flags & _HAS_CONVOY else None,
            household_id=self._uuid(),
            person_id=self._uuid() if flags & _HAS_PERSON else None,
            lines=self._lines(),
        )
        return record, part, parts

    def _lines(self) -> tuple[CodeLine, ...]:
        lines = []
        while self._at < len(self._data):
            lines.append(CodeLine(self._counted(), Quantity(self._counted())))
        if not lines:
            raise CodeMalformed
        return tuple(lines)

    def _take(self, count: int) -> bytes:
        taken = self._data[self._at : self._at + count]
        if len(taken) != count:
            raise CodeMalformed
        self._at += count
        return taken

    def _uuid(self) -> str:
        return str(uuid.UUID(bytes=self._take(16)))

    def _counted(self) -> int:
        number = self._varint()
        if number < 1:
            raise CodeMalformed
        return number

    def _zigzag(self) -> int:
        number = self._varint()
        return number >> 1 if number & 1 == 0 else -((number + 1) >> 1)

    def _varint(self) -> int:
        number = shift = 0
        while True:
            byte = self._take(1)[0]
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte & 0x80 == 0:
                break
        if number.bit_length() > 63 or (shift > 7 and byte == 0):
            raise CodeMalformed
        return number
