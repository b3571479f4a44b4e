"""Everything that is kept on one family, or on one of its people, for whoever asks for it.

Egypt's Law 151/2020 gives people the right to know what is kept on them. The file of one person
holds what is theirs and what the family shares, and no other member's data.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import select

from app.db.queries.places import place_named
from app.db.tables import AidRecord, Household, ParkedCase, Person, Proxy, table_of
from app.documents.figures import Row, Table
from app.services.entitlements import birth_of
from app.services.history import HistoryEntry, history_in
from app.services.reports.asking import Ask
from app.services.reports.person_tables import CASES, CHANGES, FAMILY, HISTORY, PEOPLE
from app.services.reports.scope import Scope, within
from app.services.reports.signed import lines_text, receipt_text, state_text
from app.words import dates, history
from app.words.people import SEXES, document_text, relationship_text
from app.words.places import place_path

_HOME: Final = table_of(Household)
_PERSON: Final = table_of(Person)
_RECORD: Final = table_of(AidRecord)
_CASE: Final = table_of(ParkedCase)
_PROXY: Final = table_of(Proxy)


def person_file(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The tables in order."""
    home = ask.one(select(_HOME).where(_HOME.c.id == scope.household_id))
    yield Table(FAMILY, (_family(ask, home),))
    people = ask.rows(_people(scope).order_by(_PERSON.c.relationship != "head", _PERSON.c.id))
    yield Table(PEOPLE, [_person(ask, row) for row in people])
    yield Table(HISTORY, _received(ask, scope))
    yield Table(CASES, _cases(ask, scope))
    yield Table(CHANGES, _changes(ask, scope))


def _people(scope: Scope) -> Any:
    query = select(_PERSON).where(_PERSON.c.household_id == scope.household_id)
    return query if scope.person_id is None else query.where(_PERSON.c.id == scope.person_id)


def _family(ask: Ask, home: Any) -> Row:
    words = ask.words
    where = place_named(ask.session, home.village_id)
    sharing = (
        words.translate("Reports", "may be shared")
        if home.consent_sharing
        else words.translate("Reports", "not to be shared")
    )
    consent = (
        words.of(history.CONSENTS[home.consent])
        if home.consent in history.CONSENTS
        else home.consent
    )
    if home.consent_purpose:
        consent = f"{consent}: {home.consent_purpose}" if consent else home.consent_purpose
    return (
        home.number,
        place_path(words, (where, *where.within)) if where else "",
        home.address,
        home.phone,
        _categories(ask, home.categories),
        home.declared_size,
        home.notes,
        consent,
        home.consent_on,
        sharing,
        home.registered_on,
    )


def _person(ask: Ask, row: Any) -> Row:
    words = ask.words
    born = birth_of(row)
    return (
        row.name,
        relationship_text(words, row.relationship),
        words.of(SEXES[row.sex]) if row.sex in SEXES else row.sex,
        dates.partial_day(words, born) if born else "",
        document_text(words, row.document_type, row.document_no, reveal=True),
        row.phone,
        _categories(ask, row.categories),
        row.notes,
    )


def _categories(ask: Ask, ids: frozenset[str]) -> str:
    names = sorted(ask.categories.get(one, one) for one in ids)
    return ask.words.translate("Receipts", ", ").join(names)


def _received(ask: Ask, scope: Scope) -> list[Row]:
    """The family's hand-overs; of one person, those they collected or that have a line for them."""
    query = (
        select(_RECORD, _PERSON.c.name.label("collector"), _PROXY.c.name.label("proxy"))
        .outerjoin(_PERSON, _PERSON.c.id == _RECORD.c.person_id)
        .outerjoin(_PROXY, _PROXY.c.id == _RECORD.c.proxy_id)
        .where(_RECORD.c.household_id == scope.household_id, *within(scope, _RECORD))
        .order_by(_RECORD.c.day.desc(), _RECORD.c.id.desc())
    )
    return [
        (
            row.day or None,
            receipt_text(row),
            lines_text(ask, _lines_of(row.lines, scope.person_id)),
            ask.convoys.get(row.convoy_id, ""),
            ask.organisations.get(row.organisation_id or "", ""),
            _collector(ask, row, scope.person_id),
            state_text(ask, row),
        )
        for row in ask.rows(query)
    ]


def _lines_of(lines: Sequence[Any], person_id: str | None) -> tuple[Any, ...]:
    """Lines for the family, and for this person where the file is of one."""
    if person_id is None:
        return tuple(lines)
    return tuple(line for line in lines if line.get("person") in (None, "", person_id))


def _collector(ask: Ask, row: Any, person_id: str | None) -> str:
    if person_id is not None and row.person_id not in (None, person_id):
        return ask.words.translate("Reports", "another member")
    return row.proxy or row.collector or ""


def _cases(ask: Ask, scope: Scope) -> list[Row]:
    query = select(_CASE).where(_CASE.c.household_id == scope.household_id).order_by(_CASE.c.at)
    return [(row.at, row.note or row.reason, row.settled_at) for row in ask.rows(query)]


def _changes(ask: Ask, scope: Scope) -> list[Row]:
    found = history_in(ask.session, scope.household_id or "")
    return [
        (
            entry.at,
            entry.who,
            entry.laptop,
            history.title(ask.words, entry),
            "; ".join(history.lines(ask.words, entry, found.names, reveal=True)),
        )
        for entry in found.entries
        if _is_theirs(entry, scope)
    ]


def _is_theirs(entry: HistoryEntry, scope: Scope) -> bool:
    """Changes to other members' records are theirs."""
    if scope.person_id is None or entry.record_type != "person":
        return True
    return entry.record_id == scope.person_id
