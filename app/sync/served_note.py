"""What a desk tells the other desks of its convoy: who received what, without anybody's data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.journal.value import Value
from app.errors import FileDamaged


@dataclass(frozen=True)
class NotedLine:
    """One line of a hand-over, in thousandths; `number` counts them from 1."""

    number: int
    item_id: str
    quantity: int
    ration: int
    owed: bool
    campaign_id: str | None
    rule_id: str | None
    person_id: str | None


@dataclass(frozen=True)
class NotedHandOver:
    """One hand-over; `handed_at` in milliseconds UTC by that laptop's clock, for people only."""

    aid_record_id: str
    household_id: str
    desk_name: str
    day: str
    handed_at: int
    voided: bool
    lines: tuple[NotedLine, ...]


@dataclass(frozen=True)
class ServedNote:
    """All that one laptop handed over on a convoy; `proof` shows that it holds the convoy's key."""

    convoy_id: str
    proof: bytes
    hand_overs: tuple[NotedHandOver, ...]


def to_values(note: ServedNote) -> dict[str, Value]:
    """What a manifest's `more` holds."""
    return {
        "convoy": note.convoy_id,
        "proof": note.proof.hex(),
        "served": [
            {
                "record": one.aid_record_id,
                "household": one.household_id,
                "desk": one.desk_name,
                "day": one.day,
                "time": one.handed_at,
                "voided": one.voided,
                "lines": [_line_values(line) for line in one.lines],
            }
            for one in note.hand_overs
        ],
    }


def from_values(more: dict[str, Any]) -> ServedNote:
    """Raises FileDamaged where it is no note."""
    try:
        return ServedNote(
            _text(more["convoy"]),
            bytes.fromhex(more["proof"]),
            tuple(_hand_over(one) for one in _listed(more["served"])),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FileDamaged from error


def _line_values(line: NotedLine) -> dict[str, Value]:
    return {
        "line": line.number,
        "item": line.item_id,
        "quantity": line.quantity,
        "ration": line.ration,
        "owed": line.owed,
        "campaign": line.campaign_id,
        "rule": line.rule_id,
        "person": line.person_id,
    }


def _hand_over(one: Any) -> NotedHandOver:
    return NotedHandOver(
        _text(one["record"]),
        _text(one["household"]),
        _text(one["desk"]),
        _day(one["day"]),
        _whole(one["time"]),
        _flag(one["voided"]),
        tuple(_line(line) for line in _listed(one["lines"])),
    )


def _line(line: Any) -> NotedLine:
    return NotedLine(
        _whole(line["line"]),
        _text(line["item"]),
        _whole(line["quantity"]),
        _whole(line["ration"]),
        _flag(line["owed"]),
        _maybe(line["campaign"]),
        _maybe(line["rule"]),
        _maybe(line["person"]),
    )


def _listed(value: Any) -> Iterable[Any]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _maybe(value: Any) -> str | None:
    return None if value is None else _text(value)


def _day(value: Any) -> str:
    return date.fromisoformat(_text(value)).isoformat()


_MOST = 1 << 53
"""Beyond it JSON numbers are not whole everywhere, and SQLite's end soon after."""


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value < _MOST:
        raise TypeError
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value
