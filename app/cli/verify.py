"""`qafila verify`: whether a receipt is genuine, from its code, a picture or a scanned PDF."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from app.cli.command import Call, Command
from app.domain.digits import to_ascii_digits
from app.domain.quantity import format_quantity
from app.words import dates
from app.words.catalog import Words, marked
from app.words.verifying import (
    KINDS,
    advice_text,
    ended_text,
    lines_text,
    missing_text,
    state_text,
    void_text,
)

if TYPE_CHECKING:
    from app.services.verifying.checked import Checked
    from app.services.verifying.verify import Verified


_LONGEST_NAME: Final = 64
"""Digits that could still be a file's name; a code has hundreds."""


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "scanned",
        metavar="CODE|IMAGE|PDF",
        help=words.translate(
            "Commands", "a scanned code, the short number under it, a picture, or a scanned PDF"
        ),
    )
    parser.add_argument(
        "--keys",
        type=Path,
        metavar="K",
        help=words.translate("Commands", "a file of public keys, instead of a workspace"),
    )


def _run(call: Call) -> int:
    verified = _by_keys(call) if call.options.keys else _by_store(call)
    call.answer(_document(verified), _lines(call.words, verified))
    return 0


def _by_keys(call: Call) -> "Verified":
    from app.services.verifying.signers import read_keys
    from app.services.verifying.verify import verify_files_by_keys, verify_text_by_keys

    signers = read_keys(call.options.keys).signers
    scanned = call.options.scanned
    if _is_number(scanned):
        return verify_text_by_keys(signers, scanned)
    return verify_files_by_keys(signers, [Path(scanned)], call.terminal.report)


def _by_store(call: Call) -> "Verified":
    from app.services.verifying.verify import verify_files, verify_text

    scanned = call.options.scanned
    with call.open_store() as store:
        if _is_number(scanned):
            return verify_text(store, scanned)
        return verify_files(store, [Path(scanned)], call.terminal.report)


def _is_number(scanned: str) -> bool:
    plain = to_ascii_digits(scanned).replace("-", "").replace(" ", "")
    return plain.isdigit() and (len(plain) > _LONGEST_NAME or not Path(scanned).is_file())


def _document(verified: "Verified") -> dict[str, Any]:
    return {
        "state": verified.state.value,
        "receipts": [_receipt(one) for one in verified.receipts],
        "other_kinds": verified.other_kinds,
        "unread": verified.unread,
    }


def _receipt(one: "Checked") -> dict[str, Any]:
    return {
        "state": one.state.value,
        "number": one.number,
        "aid_record_id": one.aid_record_id,
        "day": one.day,
        "handed_at": one.handed_at,
        "device": one.device,
        "lines": [
            {"item": line.item.code, "quantity": format_quantity(line.quantity)}
            for line in one.lines
        ],
        "missing_parts": one.missing_parts,
        "signer_ended": one.signer_ended,
    }


def _lines(words: Words, verified: "Verified") -> Iterator[str]:
    for one in verified.receipts:
        yield f"{one.number}: {state_text(words, one.state.value)}"
        yield from (f"  {line}" for line in _details(words, one))
    for kind, count in verified.other_kinds.items():
        yield words.translate(
            "Commands", "Other codes: {kind} ({count})", kind=words.of(KINDS[kind]), count=count
        )
    if verified.unread:
        yield words.translate("Commands", "%n codes are not of Qafila", n=verified.unread)


def _details(words: Words, one: "Checked") -> Iterator[str]:
    yield dates.moment(words, one.handed_at)
    yield lines_text(words, one.lines)
    if one.void_reason:
        yield void_text(words, one)
    if one.missing_parts:
        yield missing_text(words, one.missing_parts)
    if one.signer_ended:
        yield ended_text(words)
    advice = advice_text(words, one.state.value)
    if advice:
        yield advice


COMMAND = Command(
    "verify", marked("Commands", "tell whether a receipt is genuine"), _add_options, _run
)
