"""`qafila pack`: prepares a laptop."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.command import Call, Command
from app.cli.terminal import RECOVERY_VARIABLE
from app.domain.permissions import Role
from app.words.catalog import Words, marked

if TYPE_CHECKING:  # imported when the command runs
    from app.db.store import Store
    from app.services.exchange.order import Assignment, Order, TeamMember
    from app.services.exchange.pack import Packed


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    add = parser.add_argument
    add(
        "--out",
        type=Path,
        required=True,
        metavar="P.qafila",
        help=words.translate("Commands", "the pack to write"),
    )
    add(
        "--device",
        required=True,
        metavar="NAME",
        help=words.translate("Commands", "name of the laptop to prepare"),
    )
    add(
        "--role",
        required=True,
        choices=[role.value for role in Role],
        help=words.translate(
            "Commands",
            "the most that the laptop may do; a coordinator needs the recovery key in {variable}",
            variable=RECOVERY_VARIABLE,
        ),
    )
    add("--convoy", metavar="C", help=words.translate("Commands", "id or name of its convoy"))
    add(
        "--villages",
        metavar="V,…",
        default="",
        help=words.translate(
            "Commands",
            "codes or names of the villages whose people it gets (default: the convoy's)",
        ),
    )
    add(
        "--person",
        metavar="NAME",
        default="",
        help=words.translate("Commands", "who works on it (default: the laptop's name)"),
    )
    _add_team_and_desk(parser, words)


def _add_team_and_desk(parser: argparse.ArgumentParser, words: Words) -> None:
    add = parser.add_argument
    add(
        "--member",
        metavar="NAME[:ROLE]",
        action="append",
        default=[],
        help=words.translate(
            "Commands", "one of its team, with a role of their own; may be repeated"
        ),
    )
    add(
        "--organisation",
        metavar="O",
        default="",
        help=words.translate("Commands", "id or name of the organisation whose laptop it is"),
    )
    add(
        "--desk",
        metavar="NAME",
        default="",
        help=words.translate(
            "Commands", "its desk on the convoy, planned or new (default: the laptop's name)"
        ),
    )
    add(
        "--desk-villages",
        metavar="V,…",
        default="",
        help=words.translate("Commands", "the desk serves only the households of these villages"),
    )
    add(
        "--letters",
        metavar="L,…",
        default="",
        help=words.translate("Commands", "the desk serves names with these first letters"),
    )
    add(
        "--numbers",
        metavar="A-B",
        default="",
        help=words.translate("Commands", "the desk serves household numbers from A to B"),
    )
    add(
        "--walk-ins",
        action="store_true",
        help=words.translate("Commands", "the desk takes whoever is of no desk"),
    )


def _run(call: Call) -> int:
    from app.services.exchange.pack import make_pack
    from app.services.team.workspace_signing import certify_with

    words, options = call.words, call.options
    recovery_key = os.environ.get(RECOVERY_VARIABLE, "")
    with call.open_store() as store:
        certify = None
        if options.role == Role.COORDINATOR and recovery_key:
            certify = certify_with(store, recovery_key)
        packed = make_pack(store, options.out, _order(store, options), certify)
    call.answer(_document(packed), _lines(packed, words))
    return 0


def _order(store: "Store", options: argparse.Namespace) -> "Order":
    from app.services.convoy_lookup import convoy_called
    from app.services.exchange.order import DeskOrder, Order

    return Order(
        options.device,
        Role(options.role),
        _listed(options.villages),
        convoy_called(store, options.convoy) if options.convoy else None,
        options.person,
        tuple(_member(text) for text in options.member),
        DeskOrder(options.desk, serves=_serves(options)),
        options.organisation,
    )


def _member(text: str) -> "TeamMember":
    """NAME, or NAME:ROLE; a name may hold a colon of its own."""
    from app.services.exchange.order import TeamMember

    name, colon, role = text.rpartition(":")
    if colon and role.strip() in set(Role):
        return TeamMember(name.strip(), Role(role.strip()))
    return TeamMember(text.strip())


def _serves(options: argparse.Namespace) -> "Assignment | None":
    """None where nothing was said, so that a planned desk keeps what was planned."""
    from app.services.exchange.order import Assignment

    first, _, last = options.numbers.partition("-")
    asked = Assignment(
        frozenset(_listed(options.desk_villages)),
        frozenset(_listed(options.letters.replace("،", ","))),
        first.strip(),
        last.strip(),
        options.walk_ins,
    )
    return None if asked == Assignment() else asked


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _document(packed: "Packed") -> dict[str, object]:
    return {
        "code": packed.code,
        "device_id": packed.device_id,
        "user_id": packed.user_id,
        "file": str(packed.file.path),
        "changes": packed.file.changes,
        "digest": packed.file.digest,
        "desk_id": packed.desk_id,
        "team": [
            {"user_id": one.user_id, "name": one.name, "role": one.role.value, "pin": one.pin}
            for one in packed.team
        ],
    }


def _lines(packed: "Packed", words: Words) -> Iterator[str]:
    yield words.translate("Commands", "The pack is ready: {path}", path=str(packed.file.path))
    yield words.translate("Commands", "One-time code: {code}", code=packed.code)
    for one in packed.team:
        yield words.translate("Commands", "PIN of {name}: {pin}", name=one.name, pin=one.pin)
    yield words.translate(
        "Commands", "Give the code to whoever sets the laptop up, apart from the file."
    )


COMMAND = Command(
    "pack", marked("Commands", "prepare a laptop of this workspace"), _add_options, _run
)
