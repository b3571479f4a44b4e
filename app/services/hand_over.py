"""The hand-over: the one thing everything else is for.

What a volunteer gives is recorded whatever the rules answer: with the answer when it was in order,
and with a reason from the list when it was not. Nothing is silently blocked nor silently passed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, func, select
from sqlmodel import Session, col

from app.db.queries.desk_stock import desk_balances
from app.db.store import Store
from app.db.tables import AidRecord, Convoy, Household, PrintJob, Proxy, Setting
from app.domain.entitlement import Answer, State
from app.domain.permissions import Action
from app.domain.quantity import ZERO, Quantity
from app.domain.short_number import short_number
from app.errors import HouseholdNotFound, NothingToHandOver, ReasonMissing, StockTooSmall
from app.services.day import ConvoyDay, day_or_refuse
from app.services.entitlements import answers_here, facts_of
from app.services.household_card import people_of
from app.services.rights import require_right

UNDO_MS = 60_000
"""How long a volunteer can undo a hand-over at the desk without a supervisor: the minute in which
the family still stands there."""

NO_RULE = "no_rule"
"""The answer of a line that no rule of the convoy speaks of."""


LAST_RECEIPT: Final = "last_receipt_wiped"
"""The setting that keeps the number of the last receipt when its hand-over is wiped."""

_LAST_RECEIPT: Final = select(func.max(col(AidRecord.receipt_no))).where(
    col(AidRecord.device_id) == bindparam("device")
)
_WIPED: Final = select(col(Setting.value)).where(col(Setting.key) == LAST_RECEIPT)
_GIVERS: Final = select(col(Convoy.organisations)).where(col(Convoy.id) == bindparam("convoy"))


@dataclass(frozen=True)
class GivenLine:
    """One item given, in thousandths. `rule_id` and `person_id` say under which entitlement;
    `owed` says that the rest was not in stock; `reason` is why the answer was gone against."""

    item_id: str
    quantity: Quantity
    rule_id: str | None = None
    person_id: str | None = None
    owed: bool = False
    reason: str = ""


@dataclass(frozen=True)
class NewProxy:
    """Who collects for the household, and by what right."""

    name: str
    document_type: str = ""
    document_no: str = ""
    phone: str = ""
    relation: str = ""
    authorisation: str = ""


@dataclass(frozen=True)
class HandOver:
    """What is handed over to a household now. The collector is one of its people (`person_id`),
    a proxy on file (`proxy_id`) or a new one; `paper` queues a receipt for printing."""

    household_id: str
    lines: tuple[GivenLine, ...]
    person_id: str | None = None
    proxy_id: str | None = None
    new_proxy: NewProxy | None = None
    paper: str = ""


@dataclass(frozen=True)
class HandedOver:
    """What was saved; it can be undone at the desk until `undo_until` (milliseconds, UTC)."""

    aid_record_id: str
    receipt_no: int
    short_number: str
    undo_until: int
    print_job_id: str | None
    proxy_families: int
    """How many households this proxy has collected for in this convoy, this one included."""


def record_hand_over(store: Store, command: HandOver) -> HandedOver:
    """Saves a hand-over, with its receipt waiting to be printed, in one transaction.

    Raises NoConvoyToday, HouseholdNotFound, NothingToHandOver, ReasonMissing (an answer is gone
    against without saying why), StockTooSmall and RightMissing; then nothing was saved.
    """
    if not any(line.quantity > 0 or line.owed for line in command.lines):
        raise NothingToHandOver
    with store.write() as session:
        require_right(store, session, Action.HAND_OVER)
        today = day_or_refuse(session)
        household = session.get(Household, command.household_id)
        if household is None:
            raise HouseholdNotFound
        answers = _answers(store, session, household, today)
        stock = desk_balances(session, today.convoy_id, today.desk_id)
        _check_stock(command.lines, stock)
        lines = tuple(kept_line(line, answers) for line in command.lines)
        now = store.sources.now()
        proxy_id = proxy_of(store, session, command.proxy_id, command.new_proxy)
        record = AidRecord(
            id=store.new_id(),
            convoy_id=today.convoy_id,
            desk_id=today.desk_id,
            organisation_id=giver_of(session, today.convoy_id),
            household_id=household.id,
            person_id=command.person_id,
            proxy_id=proxy_id,
            lines=lines,
            receipt_no=next_receipt_no(session, store.device_id),
            day=today.day,
            handed_at=now,
            device_id=store.device_id,
            handed_by=store.actor,
        )
        session.add(record)
        job_id = _print_job(store, session, record, command.paper)
        session.flush()
        families = _families_of_proxy(session, proxy_id, today.convoy_id)
    return HandedOver(
        record.id,
        record.receipt_no,
        short_number(store.device_id, record.receipt_no),
        now + UNDO_MS,
        job_id,
        families,
    )


def next_receipt_no(session: Session, device_id: str) -> int:
    """One more than the last receipt of this laptop, wiped or not."""
    here = int(session.scalar(_LAST_RECEIPT, {"device": device_id}) or 0)
    return max(here, int(session.scalar(_WIPED) or 0)) + 1


def _answers(
    store: Store, session: Session, household: Household, today: ConvoyDay
) -> dict[tuple[str, str | None], Answer]:
    people = people_of(session, household.id)
    facts = facts_of(session, household, people, store.device_id)
    return by_rule(answers_here(session, facts, today).items)


def by_rule(answers: Iterable[Answer]) -> dict[tuple[str, str | None], Answer]:
    """Answers by rule and person (None for a rule per household)."""
    return {
        (part.rule.id, part.person_id): part for whole in answers for part in (whole, *whole.people)
    }


def _check_stock(lines: Iterable[GivenLine], stock: Mapping[str, Quantity]) -> None:
    """Refuses what the desk does not have, unless a reason says that the book is wrong."""
    asked: dict[str, int] = {}
    for line in lines:
        if not line.reason:
            asked[line.item_id] = asked.get(line.item_id, 0) + line.quantity
    for item_id, quantity in asked.items():
        left = stock.get(item_id, ZERO)
        if quantity > max(left, ZERO):
            raise StockTooSmall(item=item_id, left=left)


def kept_line(line: GivenLine, answers: Mapping[tuple[str, str | None], Answer]) -> dict[str, Any]:
    """The line as it is kept, with what the rules answered. Raises ReasonMissing."""
    found = answers.get((line.rule_id or "", line.person_id))
    allowed = found.quantity if found and found.state is State.MAY_RECEIVE else ZERO
    if line.quantity > allowed and not line.reason:
        raise ReasonMissing
    kept: dict[str, Any] = {
        "item": line.item_id,
        "quantity": int(line.quantity),
        "ration": int(found.rule.ration if found else line.quantity),
        "answer": f"{found.state}:{found.reason}" if found else NO_RULE,
    }
    if found:
        kept |= {"rule": found.rule.id, "campaign": found.rule.campaign_id}
    if line.person_id:
        kept["person"] = line.person_id
    if line.owed:
        kept["owed"] = True
    if line.quantity > allowed:
        kept["reason"] = line.reason
    return kept


def giver_of(session: Session, convoy_id: str) -> str | None:
    """The organisation whose aid it is, where the convoy has only one."""
    organisations = sorted(session.scalar(_GIVERS, {"convoy": convoy_id}) or ())
    return organisations[0] if len(organisations) == 1 else None


def proxy_of(store: Store, session: Session, known: str | None, new: NewProxy | None) -> str | None:
    """The id of the proxy who collects: one on file, or the new one, who is written down."""
    if new is None:
        return known
    proxy = Proxy(
        id=store.new_id(),
        name=" ".join(new.name.split()),
        document_type=new.document_type,
        document_no=new.document_no,
        phone=new.phone,
        relation=new.relation,
        authorisation=new.authorisation,
    )
    session.add(proxy)
    return proxy.id


def _print_job(store: Store, session: Session, record: AidRecord, paper: str) -> str | None:
    """The receipt waits in the queue from the same transaction on, so none is ever lost."""
    if not paper:
        return None
    job = PrintJob(id=store.new_id(), aid_record_id=record.id, paper=paper, at=record.handed_at)
    session.add(job)
    return job.id


def _families_of_proxy(session: Session, proxy_id: str | None, convoy_id: str) -> int:
    """How many households a person has collected for, told by document where there is one."""
    if proxy_id is None:
        return 0
    proxy = session.get(Proxy, proxy_id)
    same = select(col(Proxy.id)).where(col(Proxy.id) == proxy_id)
    if proxy is not None and proxy.document_no:
        same = select(col(Proxy.id)).where(
            col(Proxy.document_type) == proxy.document_type,
            col(Proxy.document_no) == proxy.document_no,
        )
    query = select(func.count(func.distinct(AidRecord.household_id))).where(
        col(AidRecord.proxy_id).in_(same),
        col(AidRecord.convoy_id) == convoy_id,
        col(AidRecord.voided).is_(False),
    )
    return int(session.scalar(query) or 0)
