"""What a laptop that is handed in still holds, in words."""

from collections.abc import Mapping
from typing import Final, Protocol

from app.words.catalog import Marked, Words, marked


class Held(Protocol):
    """What a laptop holds; see `app.services.hand_in.Holdings`."""

    @property
    def households(self) -> int: ...
    @property
    def people(self) -> int: ...
    @property
    def alone(self) -> Mapping[str, int]: ...
    @property
    def drafts(self) -> int: ...
    @property
    def unprinted(self) -> int: ...


_ALONE: Final[dict[str, Marked]] = {
    "aid_record": marked("HandIn", "hand-overs: {count}"),
    "household": marked("HandIn", "households: {count}"),
    "person": marked("HandIn", "people: {count}"),
    "stock_movement": marked("HandIn", "stock movements: {count}"),
    "parked_case": marked("HandIn", "parked cases: {count}"),
    "desk_closing": marked("HandIn", "closings of the desk: {count}"),
}
_OTHER: Final = marked("HandIn", "other changes: {count}")


def held_lines(words: Words, held: Held) -> list[str]:
    """What is on the laptop, what of it nobody has acknowledged, and what was never finished."""
    lines = [
        words.translate(
            "HandIn",
            "On this laptop: households {households}, people {people}.",
            households=held.households,
            people=held.people,
        )
    ]
    if held.alone:
        lines.append(
            words.translate(
                "HandIn",
                "Only here, acknowledged by no coordinator: {changes}.",
                changes=alone_text(words, held.alone),
            )
        )
    if held.drafts or held.unprinted:
        lines.append(
            words.translate(
                "HandIn",
                "Not finished: forms {drafts}, receipts to print {unprinted}.",
                drafts=held.drafts,
                unprinted=held.unprinted,
            )
        )
    return lines


def alone_text(words: Words, alone: Mapping[str, int]) -> str:
    """Changes that nobody has acknowledged, by what they are about."""
    known = {kind: count for kind, count in alone.items() if kind in _ALONE}
    parts = [words.of(_ALONE[kind], count=known[kind]) for kind in _ALONE if kind in known]
    if other := sum(alone.values()) - sum(known.values()):
        parts.append(words.of(_OTHER, count=other))
    return words.translate("HandIn", ", ").join(parts)
