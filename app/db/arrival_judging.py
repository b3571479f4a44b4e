"""Rights judged over what arrived: by groups of changes, one by one where more decides."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, text

from app.db.arrived import Group, groups_arrived, note_touched
from app.db.journal import changes_judged, changes_within, judged_changes
from app.db.rights_codes import CODES
from app.db.tables import journal
from app.domain.journal.change import GENESIS, Change
from app.domain.journal.rights import SAFETY, Reach, Rights

_BATCH: Final = 2_000
_ALONE: Final = text("hash IN (SELECT hash FROM temp.alone)")
_HELD: Final = text("version IS NULL")

Judged = Iterable[tuple[Change, int]]


def judge_arrived(
    connection: Connection, since: int, rights: Rights, before: Rights | None
) -> set[str]:
    """Stores every judgement that differs from the stored one, and notes in `touched` whose records
    it is about; returns their types.

    What is here already is judged again where a right arrived that reaches it, or more of a chain
    that something was ended or taken back on: what lies before the end can be told only now.
    """
    groups = groups_arrived(connection)
    devices = {group.device_id for group in groups}
    cut = {device for ends in rights.ends.values() for one in ends for device in one}
    cut = (cut | rights.taken_from) & devices
    if before is None and (cut or any(group.record_type in SAFETY for group in groups)):
        return judge_all(connection, rights)
    kinds: set[str] = set()
    single: list[Group] = []
    for group in groups:
        if group.record_type in SAFETY or not rights.is_uniform(group.device_id, group.grant):
            single.append(group)
        else:
            kinds |= _judge_group(connection, since, rights, group)
    kinds |= _store(connection, rights, changes_judged(connection, _HELD))
    kinds |= _store(connection, rights, changes_judged(connection, _ALONE))
    for group in single:
        kinds |= _store(connection, rights, changes_judged(connection, _is_of(group, since)))
    decided = frozenset(rights.released) | rights.taken_alone
    if rights.taken_from & devices:
        decided |= rights.taken_back
    reach = Reach(changes=decided)
    if before is not None:
        since_then = rights.reach_since(before)
        reach = Reach(since_then.devices | cut, since_then.grants, since_then.changes | decided)
    return kinds | _store(connection, rights, changes_within(connection, reach))


def judge_all(connection: Connection, rights: Rights) -> set[str]:
    """The same for every change."""
    return _store(connection, rights, judged_changes(connection, 0))


_SKIP_GROUP: Final = (
    "UPDATE journal SET skipped = ?"
    ' WHERE position > ? AND device_id = ? AND actor = ? AND "grant" = ? AND record_type = ?'
)
_TOUCH_GROUP: Final = (
    "INSERT INTO temp.touched SELECT record_type, record_id FROM journal"
    ' WHERE position > ? AND device_id = ? AND actor = ? AND "grant" = ? AND record_type = ?'
)


def _judge_group(connection: Connection, since: int, rights: Rights, group: Group) -> set[str]:
    """One judgement for all of a group; what decides about single changes comes afterwards."""
    cause = rights.judge_alone(_sample(group))
    if cause is None:
        return set()
    mine = (since, group.device_id, group.actor, group.grant, group.record_type)
    connection.exec_driver_sql(_SKIP_GROUP, (CODES[cause], *mine))
    connection.exec_driver_sql(_TOUCH_GROUP, mine)
    return {group.record_type}


def _sample(group: Group) -> Change:
    """A change that stands for a group: it sets nothing that rights look at."""
    return Change(
        device_id=group.device_id,
        seq=1,
        prev_hash=GENESIS,
        record_type=group.record_type,
        record_id="",
        base=(),
        payload_hash=GENESIS,
        salt=None,
        fields=None,
        actor=group.actor,
        grant=group.grant,
        recorded_at=0,
        hash=GENESIS,
    )


def _is_of(group: Group, since: int) -> ColumnElement[bool]:
    return and_(
        journal.c.position > since,
        journal.c.device_id == group.device_id,
        journal.c.actor == group.actor,
        journal.c.grant == group.grant,
        journal.c.record_type == group.record_type,
    )


def _store(connection: Connection, rights: Rights, judged: Judged) -> set[str]:
    kinds: set[str] = set()
    source = iter(judged)
    while batch := list(islice(source, _BATCH)):
        changed = []
        for change, stored in batch:
            cause = rights.judge(change)
            code = CODES[cause] if cause else 0
            if code != stored:
                changed.append((code, change))
        if changed:
            connection.exec_driver_sql(
                "UPDATE journal SET skipped = ? WHERE hash = ?",
                [(code, change.hash) for code, change in changed],
            )
            note_touched(
                connection, {(change.record_type, change.record_id) for _, change in changed}
            )
            kinds |= {change.record_type for _, change in changed}
    return kinds
