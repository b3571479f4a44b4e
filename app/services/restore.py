"""A store restored from a backup goes on under a new device id, introduced by its old key.

What the laptop wrote after the backup may be on sticks and elsewhere already. Written on, its old
chain would fork; under a new id nothing is written twice, and what was handed in still counts.
"""

from dataclasses import dataclass

from app.db.identity import add_device, signing_key
from app.db.journal import chain_head
from app.db.store import Store
from app.db.tables import Device
from app.db.trust import trust_of
from app.keys import signing
from app.keys.age_identity import device_identity, public_half
from app.services.workspace import introduction_text


@dataclass(frozen=True)
class GoesOn:
    """Under which id a restored store goes on, from which, and how many changes of that one's own
    the backup held."""

    device_id: str
    introduced_by: str
    last_seq: int


def go_on_as_new_device(store: Store, new_key: bytes, old_id: str) -> GoesOn:
    """Writes the record of the new device, signed by the old one's key, as the first change of the
    new chain; `store` was opened to write under the new id, and keeps the key from here on."""
    new_id = store.device_id
    with store.write() as session:
        connection = session.connection()
        add_device(connection, store.writer, new_key, store.sources.now())
        trust = trust_of(connection)
        seq, digest = chain_head(connection, old_id)
        old_key = signing_key(connection, old_id)
        text = introduction_text(trust.workspace_id, old_id, str(seq), digest.hex(), new_id)
        old = session.get(Device, old_id)
        known = old or Device(id=old_id)
        session.add(
            Device(
                id=new_id,
                name=_next_name(known.name),
                public_key=signing.public_key(new_key).hex(),
                recipient=public_half(device_identity(new_key)),
                organisation_id=known.organisation_id,
                villages=known.villages,
                introduction=(
                    {
                        "by": old_id,
                        "key": signing.public_key(old_key).hex(),
                        "seq": seq,
                        "hash": digest.hex(),
                        "signature": signing.sign(old_key, text).hex(),
                    },
                ),
            )
        )
    return GoesOn(new_id, old_id, seq)


def _next_name(name: str) -> str:
    """The old name with a number, so that files for one are not made for the other."""
    stem, _, number = name.rpartition(" ")
    if stem and number.isdecimal():
        return f"{stem} {int(number) + 1}"
    return f"{name} 2"
