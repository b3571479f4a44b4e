"""The distribution list to sign: who is expected at a convoy, and what each may receive."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Select, or_, select

from app.db.tables import (
    CampaignListing,
    Convoy,
    Household,
    Person,
    aid_line,
    place,
    search_household,
    table_of,
)
from app.documents.figures import Column, Kind, ReportKind, Row, Table, TableKind
from app.domain.entitlement import Answer, Family, Member, Received, Rule, State
from app.domain.entitlement_at_once import Answers
from app.domain.entitlement_types import Listing
from app.domain.quantity import Quantity
from app.services.day import ConvoyDay
from app.services.entitlements import birth_of, rules_of
from app.services.reports import columns as shared
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope
from app.services.reports.where import Where, whereabouts
from app.words.catalog import marked
from app.words.numbers import masked
from app.words.stock import amount

_HOME: Final = table_of(Household)
_PERSON: Final = table_of(Person)
_CONVOY: Final = table_of(Convoy)
_LISTING: Final = table_of(CampaignListing)

COUNT: Final = Column(
    "no", marked("Reports", "No."), marked("Reports", "Counts the rows."), Kind.NUMBER, 0.6
)
DOCUMENT: Final = Column(
    "document",
    marked("Reports", "Document"),
    marked("Reports", "The last four signs of the head's document."),
    Kind.CODE,
    1.3,
)
ROWS: Final = TableKind(
    "rows",
    marked("Reports", "Families expected"),
    (
        COUNT,
        shared.NUMBER,
        shared.HEAD,
        DOCUMENT,
        shared.VILLAGE,
        shared.SIZE,
        Column(
            "may_receive",
            marked("Reports", "May receive"),
            marked(
                "Reports",
                "What the convoy's rules give on its first day (or the first day asked for), less "
                "what is known to have been received.",
            ),
            share=3,
        ),
        Column(
            "signature",
            marked("Reports", "Signature or fingerprint"),
            marked("Reports", "Left empty, to sign in."),
            share=2.2,
        ),
    ),
    row_mm=11,
)
REPORT: Final = ReportKind(
    "list",
    marked("Reports", "Distribution list to sign"),
    marked(
        "Reports",
        "Families of the convoy's villages who may receive something, or about whom a supervisor "
        "decides, village by village. Sign when the aid is received.",
    ),
    (ROWS,),
    signatures=(
        marked("Reports", "Convoy supervisor"),
        marked("Reports", "Representative of the organisation"),
        marked("Reports", "Village representative"),
    ),
    landscape=True,
    personal=True,
)


def list_to_sign(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The one table, by village and name of the head."""
    convoy = ask.one(select(_CONVOY).where(_CONVOY.c.id == scope.convoy_id))
    day = date.fromisoformat(scope.first or convoy.starts_on or "2000-01-01")
    rules = rules_of(ask.session, ConvoyDay(convoy.id, convoy.name, "", "", day.isoformat()))
    homes = _in_villages(convoy.villages)
    found = _Found(ask, homes, rules)
    answering = Answers(rules, day)
    rows: list[Row] = []
    for home in ask.rows(_heads(homes)):
        where = found.where[home.village_id]
        answers = answering.of(*found.facts(home))
        if rules and not any(_is_expected(one) for one in answers):
            continue
        rows.append(
            (
                len(rows) + 1,
                home.number,
                home.head or "",
                masked(home.document_no) if home.document_no and home.has_document else "",
                where.village,
                home.size or 0,
                found.said(answers),
                "",
            )
        )
    yield Table(ROWS, rows)


def _is_expected(one: Answer) -> bool:
    return one.state in {State.MAY_RECEIVE, State.NEEDS_SUPERVISOR}


def _in_villages(villages: frozenset[str]) -> Select[Any]:
    """The households of some villages and of the hamlets in them."""
    hamlets = select(place.c.id).where(place.c.parent_id.in_(sorted(villages)), place.c.level == 4)
    chosen = or_(_HOME.c.village_id.in_(sorted(villages)), _HOME.c.village_id.in_(hamlets))
    return select(_HOME.c.id).where(chosen)


def _heads(homes: Select[Any]) -> Select[Any]:
    head = _PERSON.alias("head")
    index = search_household
    return (
        select(
            _HOME.c.id,
            _HOME.c.number,
            _HOME.c.village_id,
            _HOME.c.categories,
            _HOME.c.declared_size,
            index.c.size,
            head.c.name.label("head"),
            head.c.document_no,
            (head.c.document_type != "none").label("has_document"),
        )
        .outerjoin(index, index.c.household_id == _HOME.c.id)
        .outerjoin(head, head.c.id == index.c.head_id)
        .where(_HOME.c.id.in_(homes))
        .order_by(_HOME.c.village_id, index.c.name_key, _HOME.c.id)
    )


class _Found:
    """Everything on file about some households that rules ask for, in one question each."""

    def __init__(self, ask: Ask, homes: Select[Any], rules: tuple[Rule, ...]) -> None:
        self._ask = ask
        self._parts: dict[tuple[str, State, Quantity], str] = {}
        self._members: dict[str, list[Member]] = defaultdict(list)
        people = select(_PERSON).where(_PERSON.c.household_id.in_(homes), _PERSON.c.active)
        for row in ask.rows(people.order_by(_PERSON.c.id)):
            self._members[row.household_id].append(Member(row.id, birth_of(row), row.categories))
        self._received: dict[str, list[Received]] = defaultdict(list)
        lines = select(aid_line).where(aid_line.c.household_id.in_(homes), aid_line.c.voided == 0)
        for row in ask.rows(lines) if rules else ():
            self._received[row.household_id].append(_received(row))
        self._listings: dict[str, dict[str, Listing]] = defaultdict(dict)
        for row in ask.rows(select(_LISTING).where(_LISTING.c.household_id.in_(homes))):
            if row.listing in set(Listing):
                self._listings[row.household_id][row.campaign_id] = Listing(row.listing)
        villages = select(_HOME.c.village_id).where(_HOME.c.id.in_(homes)).distinct()
        ids = [row.village_id for row in ask.rows(villages)]
        self.where: Mapping[str, Where] = whereabouts(ask, ids)
        self._around = {
            village: frozenset(one.id for one in found.within)
            for village, found in ask.places(set(ids)).items()
        }

    def facts(self, home: Any) -> tuple[Family, list[Received]]:
        """What rules ask about one household."""
        family = Family(
            id=home.id,
            village_id=home.village_id or None,
            members=tuple(self._members.get(home.id, ())),
            categories=home.categories,
            declared_size=home.declared_size,
            within=self._around.get(home.village_id, frozenset()),
            listings=self._listings.get(home.id, {}),
        )
        return family, self._received.get(home.id, [])

    def said(self, answers: list[Answer]) -> str:
        """What may be received, in words."""
        parts = (self._part(one.rule.item_id, one.state, one.quantity) for one in answers)
        return self._ask.words.translate("Receipts", ", ").join(filter(None, parts))

    def _part(self, item_id: str, state: State, quantity: Quantity) -> str:
        """The words for one answer, put together once for all families that get them."""
        key = item_id, state, quantity
        if key not in self._parts:
            self._parts[key] = self._worded(*key)
        return self._parts[key]

    def _worded(self, item_id: str, state: State, quantity: Quantity) -> str:
        words, item = self._ask.words, self._ask.item_name(item_id)
        if state is State.MAY_RECEIVE and quantity > 0:
            text = amount(words, quantity)
            return words.translate("Receipts", "{quantity} {item}", quantity=text, item=item)
        if state is State.NEEDS_SUPERVISOR:
            return words.translate("Reports", "{item}: ask the supervisor", item=item)
        return ""


def _received(row: Any) -> Received:
    return Received(
        item_id=row.item_id,
        household_id=row.household_id,
        day=date.fromisoformat(row.day),
        quantity=Quantity(row.quantity),
        campaign_id=row.campaign_id,
        person_id=row.person_id,
        ration=Quantity(row.ration) if row.rule_id else None,
        owed=bool(row.owed),
        record_id=row.aid_record_id,
    )
