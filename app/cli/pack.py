"""`qafila pack`: prepares a laptop."""

import argparse
import os
from pathlib import Path
from typing import Final

from app.cli.command import Call, Command
from app.domain.permissions import Role
from app.errors import WrongRecoveryKey
from app.words.catalog import Words, marked

RECOVERY_VARIABLE: Final = "QAFILA_RECOVERY_KEY"


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


def _run(call: Call) -> int:
    from app.keys import signing
    from app.keys.recovery import read_recovery_key
    from app.services.convoy_lookup import convoy_called
    from app.services.exchange.pack import Order, make_pack

    words, options = call.words, call.options
    certify = None
    if options.role == Role.COORDINATOR and os.environ.get(RECOVERY_VARIABLE):
        recovery = read_recovery_key(os.environ[RECOVERY_VARIABLE])

        def certify(message: bytes) -> bytes:
            return signing.sign(recovery.signing_key, message)

    with call.open_store() as store:
        if certify is not None:
            from app.services.exchange.rights_here import workspace_key

            if signing.public_key(recovery.signing_key) != workspace_key(store):
                raise WrongRecoveryKey
        order = Order(
            options.device,
            Role(options.role),
            tuple(name.strip() for name in options.villages.split(",") if name.strip()),
            convoy_called(store, options.convoy) if options.convoy else None,
            options.person,
        )
        packed = make_pack(store, options.out, order, certify)
    call.answer(
        {
            "code": packed.code,
            "device_id": packed.device_id,
            "user_id": packed.user_id,
            "file": str(packed.file.path),
            "changes": packed.file.changes,
            "digest": packed.file.digest,
        },
        (
            words.translate("Commands", "The pack is ready: {path}", path=str(packed.file.path)),
            words.translate("Commands", "One-time code: {code}", code=packed.code),
            words.translate(
                "Commands", "Give the code to whoever sets the laptop up, apart from the file."
            ),
        ),
    )
    return 0


COMMAND = Command(
    "pack", marked("Commands", "prepare a laptop of this workspace"), _add_options, _run
)
