"""What a merge leaves to look at, and whether nothing was lost or counted twice."""

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text
from sqlmodel import Session

from app.db.coverage import gaps
from app.db.double_aid import open_cases
from app.db.journal import device_ids
from app.db.open_conflicts import conflict_count
from app.db.tables import AidRecord, journal, table_of
from app.services.exchange.stock_differences import stock_differences
from app.services.matching.pairs import pairs_of
from app.services.progress import Report, unheard

_MOST_COMPARED = 5_000
"""New people beyond whom a merge does not wait until they are compared with everybody."""

_NEW_PEOPLE = text(
    "SELECT record_id FROM journal"
    " WHERE position > :since AND record_type = 'person' AND length(base) = 0 LIMIT :most"
)
_SAME_DOCUMENT = text(
    "SELECT p.person_id FROM search_person AS p WHERE p.document_key IN ("
    " SELECT document_key FROM search_person WHERE document_key IS NOT NULL"
    " GROUP BY document_key HAVING count(*) > 1)"
)
_SAME_PHONE_AND_NAME = text(
    "SELECT p.person_id FROM search_person AS p JOIN search_person AS o"
    " ON o.phone_key = p.phone_key AND o.name_key = p.name_key AND o.place_row <> p.place_row"
    " WHERE p.phone_key IN ("
    " SELECT phone_key FROM search_person WHERE phone_key IS NOT NULL"
    " GROUP BY phone_key HAVING count(*) > 1)"
)
_CAME_NOW = text(
    "SELECT count(DISTINCT record_id) FROM journal WHERE position > :since"
    " AND record_type = 'person' AND record_id IN (SELECT value FROM json_each(:people))"
    " AND length(base) = 0"
)
_AID_RECORDS = text(
    "SELECT count(DISTINCT record_id) FROM journal INDEXED BY ix_journal_record"
    " WHERE record_type = 'aid_record'"
)
# By the indexes of the few that are held or skipped: a crossing keeps SQLite from turning it round.
_NOT_COUNTED = text(
    "WITH aside(record_id) AS MATERIALIZED ("
    " SELECT record_id FROM journal INDEXED BY ix_journal_held"
    "  WHERE version IS NULL AND record_type = 'aid_record'"
    " UNION SELECT record_id FROM journal INDEXED BY ix_journal_skipped"
    "  WHERE skipped <> 0 AND record_type = 'aid_record')"
    " SELECT count(*) FILTER (WHERE present = 0) AS held,"
    " count(*) FILTER (WHERE present > 0 AND counts = 0) AS quarantined FROM ("
    " SELECT count(version) AS present,"
    "  count(*) FILTER (WHERE version IS NOT NULL AND skipped = 0) AS counts"
    " FROM aside CROSS JOIN journal USING (record_id) WHERE record_type = 'aid_record'"
    " GROUP BY record_id)"
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
    """Fields in conflict, double-aid cases, people who came now and are likely on file, and items
    at desks whose book and count disagree."""

    conflicts: int
    double_aid: int
    duplicates: int
    stock_differences: int
    conservation: Conservation


def totals(
    session: Session, since: int, convoys: Collection[str], report: Report = unheard
) -> Totals:
    """Of the whole store as it stands; `since` is the journal's end before the merge, which touched
    the stock of these convoys. `report` is told the pairs of people compared, and stops the work by
    raising."""
    connection = session.connection()
    return Totals(
        conflicts=conflict_count(connection),
        double_aid=open_cases(connection),
        duplicates=duplicates(connection, since, report),
        stock_differences=stock_differences(session, convoys),
        conservation=conservation(connection),
    )


def duplicates(connection: Connection, since: int, report: Report = unheard) -> int:
    """People who came after a position of the journal and likely are on file, as the scorer finds
    them. Of a whole register that comes at once, those with the same document, or the same phone
    and name: the rest is compared right after the merge, where it shows how far it is."""
    most = {"since": since, "most": _MOST_COMPARED + 1}
    new = set(connection.scalars(_NEW_PEOPLE, most))
    if len(new) <= _MOST_COMPARED:
        pairs = pairs_of(connection, new, report)
        return len(new & {one for pair in pairs for one in (pair.person_a, pair.person_b)})
    # Whoever shares anything is found first: there are few, however many came.
    sharing: set[str] = set()
    for query in (_SAME_DOCUMENT, _SAME_PHONE_AND_NAME):
        sharing |= set(connection.scalars(query))
    people = json.dumps(sorted(sharing))
    return int(connection.scalar(_CAME_NOW, {"since": since, "people": people}) or 0)


def conservation(connection: Connection) -> Conservation:
    """Counts the journal on one side and the tables on the other."""
    record = table_of(AidRecord)
    void = record.c.voided
    by_void: dict[bool, int] = {
        row[0]: row[1]
        for row in connection.execute(select(void, func.count()).group_by(void)).all()
    }
    aside = connection.execute(_NOT_COUNTED).one()
    return Conservation(
        devices=tuple(_device(connection, device_id) for device_id in device_ids(connection)),
        aid=int(connection.scalar(_AID_RECORDS) or 0),
        active=by_void.get(False, 0),
        voided=by_void.get(True, 0),
        held=aside.held,
        quarantined=aside.quarantined,
    )


def _device(connection: Connection, device_id: str) -> DeviceCount:
    seq = journal.c.seq
    query = select(func.count(), func.max(seq), func.count(seq.distinct()))
    count, last, different = connection.execute(query.where(journal.c.device_id == device_id)).one()
    missing = 0
    if different != last:
        missing = sum(end - first + 1 for first, end in gaps(connection, device_id))
    return DeviceCount(device_id, count, last, missing, count - different)
