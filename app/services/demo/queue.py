"""The queue in front of the desk: each family's turn, as it goes on a real day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from app.db.queries.desk_stock import desk_balances
from app.db.store import Store
from app.domain.entitlement import Answer, Family, Per, Received, Rule, State, answer
from app.domain.override import OverrideReason
from app.domain.quantity import ZERO, Quantity
from app.domain.stock import cover
from app.domain.void_reason import VoidReason
from app.services.day import ConvoyDay
from app.services.demo.clock import Chance, DemoClock
from app.services.demo.documents import Registry
from app.services.demo.names import names
from app.services.entitlements import rules_of
from app.services.hand_over import GivenLine, HandOver, NewProxy, record_hand_over
from app.services.parked import park_case, settle_case
from app.services.void import undo_hand_over, void_hand_over

_HARD_CASES: Final = (
    "البطاقة باسم أخيه",
    "الاسم غير موجود في كشف الجمعية",
    "تقول إنها انفصلت ولها أسرة مستقلة",
    "الرقم القومي مسجل لأسرة أخرى",
    "لا يحمل بطاقة ولا يعرفه أحد",
)
_OVERRIDES: Final[dict[State, tuple[OverrideReason, ...]]] = {
    State.ALREADY_RECEIVED: (OverrideReason.NOT_RECEIVED, OverrideReason.DAMAGED),
    State.NOT_ELIGIBLE: (
        OverrideReason.SUPERVISOR,
        OverrideReason.URGENT_NEED,
        OverrideReason.WRONG_DATA,
    ),
    State.NEEDS_SUPERVISOR: (OverrideReason.SUPERVISOR,),
}
_VOIDS: Final = (VoidReason.NOT_TAKEN, VoidReason.WRONG_HOUSEHOLD, VoidReason.WRONG_QUANTITY)


@dataclass(frozen=True)
class Waiting:
    """A family in the queue: what rules see of it, and who of it can come to the desk."""

    family: Family
    head: str
    adults: tuple[str, ...]


class Queue:
    """Serves one family after another through the desk's own services.

    What each may receive is asked of the rules here first, from what this queue has handed over,
    and once more by the desk: should the two ever differ, the desk refuses.
    """

    def __init__(
        self, store: Store, clock: DemoClock, chance: Chance, registry: Registry, day: dt.date
    ) -> None:
        self._store = store
        self._clock = clock
        self._chance = chance
        self._names = names()
        self._registry = registry
        self._day = day
        self._proxies: list[NewProxy] = []
        self._received: dict[str, list[Received]] = {}
        self._rules: tuple[Rule, ...] = ()
        self._stock: dict[str, Quantity] = {}

    def open(self, today: ConvoyDay) -> None:
        """A desk opens with its stock."""
        self._day = today.date
        with self._store.read() as session:
            self._rules = rules_of(session, today)
            self._stock = desk_balances(session, today.convoy_id, today.desk_id)

    def serve(self, waiting: Waiting) -> None:
        """One family's turn: most are served, some cases are parked, some hand-overs voided."""
        family_id = waiting.family.id
        if self._chance.random() < 0.025:
            self._park(family_id)
            return
        lines = tuple(self._lines(waiting.family))
        if not lines:
            return
        given = record_hand_over(self._store, self._collected(waiting, lines))
        if self._is_regretted(given.aid_record_id):
            return
        for line in lines:
            self._stock[line.item_id] = Quantity(self._stock[line.item_id] - line.quantity)
        self._received.setdefault(family_id, []).extend(
            self._fact(family_id, line) for line in lines
        )

    def _lines(self, family: Family) -> Iterable[GivenLine]:
        against = self._chance.random() < 0.02
        left = dict(self._stock)
        received = list(self._received.get(family.id, ()))
        for rule in self._rules:
            item_id = rule.item_id
            for part in _parts(answer(rule, family, tuple(received), self._day)):
                in_stock = max(ZERO, left.get(item_id, ZERO))
                line = _allowed(part, Quantity(in_stock))
                if line is None and against and rule.ration <= in_stock:
                    against = False
                    reason = self._chance.choice(_OVERRIDES[part.state]).value
                    line = replace(_line(part, rule.ration), reason=reason)
                if line is not None and self._chance.random() < 0.98:
                    left[item_id] = Quantity(left.get(item_id, ZERO) - line.quantity)
                    received.append(self._fact(family.id, line))
                    yield line

    def _fact(self, family_id: str, line: GivenLine) -> Received:
        rule = next(rule for rule in self._rules if rule.id == line.rule_id)
        return Received(
            item_id=line.item_id,
            household_id=family_id,
            day=self._day,
            quantity=line.quantity,
            campaign_id=rule.campaign_id,
            person_id=line.person_id,
            ration=rule.ration,
            owed=line.owed,
        )

    def _collected(self, waiting: Waiting, lines: tuple[GivenLine, ...]) -> HandOver:
        """Who stands at the desk: the head mostly, another adult, or someone from outside."""
        luck = self._chance.random()
        if luck < 0.04:
            return self._by_proxy(waiting.family.id, lines)
        person_id = waiting.head
        if luck < 0.2 and waiting.adults:
            person_id = self._chance.choice(waiting.adults)
        return HandOver(waiting.family.id, lines, person_id=person_id)

    def _by_proxy(self, household_id: str, lines: tuple[GivenLine, ...]) -> HandOver:
        """Some people collect for several families."""
        if not self._proxies or self._chance.random() < 0.6:
            self._proxies.append(self._new_proxy())
        return HandOver(household_id, lines, new_proxy=self._chance.choice(self._proxies))

    def _new_proxy(self) -> NewProxy:
        age = self._chance.randrange(25, 60)
        birth = dt.date(self._day.year - age, 1 + self._chance.randrange(12), 15)
        name = (self._names.man(self._chance, age), *self._names.line(self._chance))
        return NewProxy(
            name=" ".join(name),
            document_type="national_id",
            document_no=self._registry.national_id(birth, "m"),
            phone=self._registry.phone(),
            relation=self._chance.choice(("relative", "neighbour", "committee")),
            authorisation=self._chance.choice(("written", "phone", "committee")),
        )

    def _park(self, household_id: str) -> None:
        case_id = park_case(
            self._store, household_id=household_id, note=self._chance.choice(_HARD_CASES)
        )
        if self._chance.random() < 0.5:
            self._clock.pass_by(30)
            settle_case(self._store, case_id, "settled")

    def _is_regretted(self, aid_record_id: str) -> bool:
        luck = self._chance.random()
        if luck < 0.008:
            self._clock.pass_by(20)
            undo_hand_over(self._store, aid_record_id)
        elif luck < 0.014:
            self._clock.pass_by(240)
            void_hand_over(self._store, aid_record_id, self._chance.choice(_VOIDS))
        return luck < 0.014


def _parts(whole: Answer) -> tuple[Answer, ...]:
    """What a line is written for: each person of a rule per person, else the household."""
    return whole.people if whole.rule.per is Per.PERSON else (whole,)


def _allowed(part: Answer, in_stock: Quantity) -> GivenLine | None:
    """All that may be received, or what is there of it; the rest is owed."""
    if part.state is not State.MAY_RECEIVE:
        return None
    split = cover(part.quantity, in_stock)
    return replace(_line(part, split.now), owed=split.owed > 0)


def _line(part: Answer, quantity: Quantity) -> GivenLine:
    return GivenLine(part.rule.item_id, quantity, part.rule.id, part.person_id)
