"""What a merge leaves to look at, and whether nothing was lost or counted twice."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text
from sqlmodel import Session

from app.db.coverage import gaps
from app.db.journal import device_ids
from app.db.open_conflicts import conflict_count
from app.db.tables import AidRecord, aid_line, journal, table_of
from app.domain.entitlement import Received, problems
from app.domain.quantity import Quantity
from app.domain.rations import exceeded
from app.services.entitlements import rules_by_id

_CHUNK = 500

_SAME_RULE_TWICE = text(
    "SELECT household_id, rule_id, coalesce(person_id, '') AS person FROM aid_line"
    " WHERE voided = 0 AND rule_id IS NOT NULL GROUP BY household_id, rule_id, person"
    " HAVING count(DISTINCT aid_record_id) > 1"
)
_DUPLICATES = text(
    "SELECT count(*) FROM search_person AS p WHERE p.person_id IN ("
    " SELECT record_id FROM journal"
    " WHERE position > :since AND record_type = 'person' AND length(base) = 0"
    ") AND (EXISTS (SELECT 1 FROM search_person AS o"
    "  WHERE o.document_key = p.document_key AND o.person_id <> p.person_id)"
    " OR EXISTS (SELECT 1 FROM search_person AS o WHERE o.phone_key = p.phone_key"
    "  AND o.name_key = p.name_key AND o.person_id <> p.person_id))"
)
_AID = text(
    "SELECT count(*) AS records, count(*) FILTER (WHERE present = 0) AS held,"
    " count(*) FILTER (WHERE present > 0 AND counts = 0) AS quarantined FROM ("
    " SELECT count(version) AS present,"
    "  count(*) FILTER (WHERE version IS NOT NULL AND skipped = 0) AS counts"
    " FROM journal WHERE record_type = 'aid_record' GROUP BY record_id)"
)


@dataclass(frozen=True)
class DeviceCount:
    """One device's chain here: Σ changes = last seq - gaps + forked."""

    device_id: str
    changes: int
    last_seq: int
    gaps: int
    forked: int

    @property
    def holds(self) -> bool:
        """Whether every number is accounted for."""
        return self.changes == self.last_seq - self.gaps + self.forked


@dataclass(frozen=True)
class Conservation:
    """Nothing lost, nothing doubled: Σ aid = active + voided + held + quarantined."""

    devices: tuple[DeviceCount, ...]
    aid: int
    active: int
    voided: int
    held: int
    quarantined: int

    @property
    def holds(self) -> bool:
        """Whether both sums hold."""
        aid = self.active + self.voided + self.held + self.quarantined
        return self.aid == aid and all(device.holds for device in self.devices)


@dataclass(frozen=True)
class Totals:
    """Fields in conflict, double-aid cases, and people who came now and are likely on file."""

    conflicts: int
    double_aid: int
    duplicates: int
    conservation: Conservation


def totals(session: Session, since: int) -> Totals:
    """Of the whole store as it stands; `since` is the journal's end before the merge."""
    connection = session.connection()
    return Totals(
        conflicts=conflict_count(connection),
        double_aid=len(double_aid(session)),
        duplicates=int(connection.scalar(_DUPLICATES, {"since": since}) or 0),
        conservation=conservation(connection),
    )


def double_aid(session: Session) -> list[tuple[str, str, str]]:
    """Household, rule and person (empty for a rule per household) that received, in several
    hand-overs, more than the rule ever allowed."""
    found = [tuple(row) for row in session.connection().execute(_SAME_RULE_TWICE)]
    rules = rules_by_id(session, {rule_id for _, rule_id, _ in found})
    cases = []
    for start in range(0, len(found), _CHUNK):
        part = found[start : start + _CHUNK]
        facts = _facts(session.connection(), {household for household, _, _ in part})
        for case in part:
            rule = rules.get(case[1])
            if rule and not problems(rule) and exceeded(rule, facts.get(case, ())):
                cases.append(case)
    return cases


def conservation(connection: Connection) -> Conservation:
    """Counts the journal on one side and the tables on the other."""
    record = table_of(AidRecord)
    void = record.c.voided
    by_void: dict[bool, int] = {
        row[0]: row[1]
        for row in connection.execute(select(void, func.count()).group_by(void)).all()
    }
    aid = connection.execute(_AID).one()
    return Conservation(
        devices=tuple(_device(connection, device_id) for device_id in device_ids(connection)),
        aid=aid.records,
        active=by_void.get(False, 0),
        voided=by_void.get(True, 0),
        held=aid.held,
        quarantined=aid.quarantined,
    )


def _device(connection: Connection, device_id: str) -> DeviceCount:
    seq = journal.c.seq
    query = select(func.count(), func.max(seq), func.count(seq.distinct()))
    count, last, different = connection.execute(query.where(journal.c.device_id == device_id)).one()
    missing = sum(end - first + 1 for first, end in gaps(connection, device_id))
    return DeviceCount(device_id, count, last, missing, count - different)


def _facts(
    connection: Connection, households: set[str]
) -> dict[tuple[str, str, str], list[Received]]:
    """What these households received of each rule, by household, rule and person."""
    query = (
        select(aid_line)
        .where(
            aid_line.c.household_id.in_(bindparam("households", expanding=True)),
            aid_line.c.voided == 0,
            aid_line.c.rule_id.is_not(None),
        )
        .order_by(aid_line.c.household_id, aid_line.c.rule_id, aid_line.c.person_id)
    )
    rows = connection.execute(query, {"households": sorted(households)})
    return {
        case: [_received(row) for row in group]
        for case, group in groupby(
            rows, key=lambda row: (row.household_id, row.rule_id, row.person_id or "")
        )
    }


def _received(row: Any) -> Received:
    return Received(
        item_id=row.item_id,
        household_id=row.household_id,
        day=date.fromisoformat(row.day),
        quantity=Quantity(row.quantity),
        ration=Quantity(row.ration),
        record_id=row.aid_record_id,
    )
