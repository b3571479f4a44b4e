"""A note for the other desks of the convoy: written at one desk, taken in at another.

It changes no record. What it says counts until the hand-over itself arrives by a merge; so notes
and merges may come in any order and any number of times.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import AidRecord, Desk, ServedElsewhere, aid_line, table_of
from app.db.trust import trust_of
from app.domain.journal.heads import DeviceHeads
from app.domain.journal.rights import Rights
from app.domain.permissions import ALLOWED, Action
from app.errors import ConvoyKeyMissing, FileDamaged, OriginUntrusted
from app.keys.age_identity import convoy_identity, public_half
from app.keys.convoy_proof import convoy_proof, proves
from app.services.day import day_or_refuse
from app.services.desks.convoy_key import convoy_key_of, convoy_keys, known_convoy_key
from app.services.exchange.rights_here import acting_role, rights_here
from app.services.exchange.writing import Written, sign_own_heads, write_signed
from app.sync.manifest import Kind, Manifest
from app.sync.served_note import NotedHandOver, NotedLine, ServedNote, from_values, to_values

_AID, _DESK, _NOTED = table_of(AidRecord), table_of(Desk), table_of(ServedElsewhere)
_CHUNK = 500


@dataclass(frozen=True)
class Noted:
    """A note that was written, and how many hand-overs it tells of."""

    file: Written
    hand_overs: int


def write_served(store: Store, path: Path) -> Noted:
    """Writes what this laptop handed over on today's convoy, for its other desks.

    Raises NoConvoyToday, ConvoyKeyMissing, DiskFull, StoreReadOnly, DiskFailed.
    """
    with store.write() as session:
        today = day_or_refuse(session)
        key = _key(store, session, today.convoy_id)
        session.flush()
        connection = session.connection()
        hand_overs = tuple(_hand_overs(connection, today.convoy_id, store.device_id))
        proof = convoy_proof(key, today.convoy_id, store.device_id)
        more = to_values(ServedNote(today.convoy_id, proof, hand_overs))
        own = DeviceHeads(sign_own_heads(connection, store.device_id).public_key)
        recipient = public_half(convoy_identity(key))
        written = write_signed(
            connection,
            store,
            path,
            Kind.SERVED,
            ({store.device_id: own}, (), more),
            [recipient],
            trust_of(connection).workspace_id,
        )
    return Noted(written, len(hand_overs))


def note_identities(connection: Connection) -> list[str]:
    """What opens the notes of every convoy whose key is here."""
    return [convoy_identity(key) for _, key in convoy_keys(connection)]


def take_note(connection: Connection, manifest: Manifest) -> tuple[int, int]:
    """Keeps what a note says; returns how many of its lines were new (or newly voided) and known.

    Raises FileDamaged (no note, or not by a holder of its convoy's key) and OriginUntrusted (the
    laptop's access was ended).
    """
    note = from_values(manifest.more)
    keys = [key for convoy_id, key in convoy_keys(connection) if convoy_id == note.convoy_id]
    if not any(proves(note.proof, key, note.convoy_id, manifest.origin) for key in keys):
        raise FileDamaged
    if _is_ended(rights_here(connection), manifest.origin):
        raise OriginUntrusted
    told = (
        _row(note.convoy_id, manifest.origin, one, line)
        for one in note.hand_overs
        for line in one.lines
    )
    new = known = 0
    for batch in _batches(told):
        added = _keep(connection, {str(row["id"]): row for row in batch})
        new, known = new + added, known + len(batch) - added
    return new, known


def _key(store: Store, session: JournalSession, convoy_id: str) -> bytes:
    """The convoy's key; whoever plans convoys makes it where there is none."""
    key = known_convoy_key(session, convoy_id)
    if key is not None:
        return key
    role = acting_role(store, rights_here(session.connection()))
    if role is None or Action.PLAN not in ALLOWED[role]:
        raise ConvoyKeyMissing
    return convoy_key_of(session, store, convoy_id)


def _is_ended(rights: Rights, device_id: str) -> bool:
    """Whether the laptop was let in and that was ended. One that is not known here yet was let in
    after this laptop left the coordinator."""
    granted = rights.ceilings.get(device_id, ())
    return bool(granted) and all(one.change.hash in rights.ends for one in granted)


def _hand_overs(connection: Connection, convoy_id: str, device_id: str) -> Iterator[NotedHandOver]:
    query = (
        select(aid_line, _AID.c.handed_at, _DESK.c.name.label("desk"))
        .join(_AID, _AID.c.id == aid_line.c.aid_record_id)
        .outerjoin(_DESK, _DESK.c.id == aid_line.c.desk_id)
        .where(_AID.c.convoy_id == convoy_id, _AID.c.device_id == device_id)
        .order_by(aid_line.c.aid_record_id, aid_line.c.id)
    )
    for record_id, rows in groupby(
        connection.execute(query), key=lambda row: str(row.aid_record_id)
    ):
        lines = list(rows)
        first = lines[0]
        yield NotedHandOver(
            aid_record_id=record_id,
            household_id=first.household_id,
            desk_name=first.desk or "",
            day=first.day,
            handed_at=first.handed_at,
            voided=bool(first.voided),
            lines=tuple(
                NotedLine(
                    number=int(line.id.rpartition(".")[2]),
                    item_id=line.item_id,
                    quantity=line.quantity,
                    ration=line.ration,
                    owed=bool(line.owed),
                    campaign_id=line.campaign_id,
                    rule_id=line.rule_id,
                    person_id=line.person_id,
                )
                for line in lines
            ),
        )


_Row = dict[str, str | int | bool | None]


def _batches(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    while batch := list(islice(rows, _CHUNK)):
        yield batch


def _keep(connection: Connection, rows: dict[str, _Row]) -> int:
    """How many of the lines were new or newly voided. A line never changes and a void is never
    taken back, so that the order of notes is nothing."""
    here = select(_NOTED.c.id, _NOTED.c.voided).where(_NOTED.c.id.in_(sorted(rows)))
    before = {row.id: row.voided for row in connection.execute(here)}
    added = [row for id_, row in rows.items() if id_ not in before]
    voided = [id_ for id_, row in rows.items() if row["voided"] and before.get(id_) is False]
    if added:
        connection.execute(insert(_NOTED), added)
    if voided:
        connection.execute(update(_NOTED).where(_NOTED.c.id.in_(voided)).values(voided=True))
    return len(added) + len(voided)


def _row(convoy_id: str, origin: str, one: NotedHandOver, line: NotedLine) -> _Row:
    """The id names who said so: no laptop can void what another noted."""
    return {
        "id": f"{origin}.{one.aid_record_id}.{line.number}",
        "aid_record_id": one.aid_record_id,
        "convoy_id": convoy_id,
        "desk_name": one.desk_name,
        "household_id": one.household_id,
        "person_id": line.person_id,
        "item_id": line.item_id,
        "campaign_id": line.campaign_id,
        "rule_id": line.rule_id,
        "quantity": line.quantity,
        "ration": line.ration,
        "owed": line.owed,
        "day": one.day,
        "handed_at": one.handed_at,
        "voided": one.voided,
    }
