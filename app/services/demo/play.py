"""The demonstration from end to end: lists, an earlier convoy, and a convoy day in full swing."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from app.db.store import Store
from app.services.closing import Closing, close_convoy, closing_sheet
from app.services.day import choose_day
from app.services.demo.clock import DemoClock, chance_of, convoy_day_of
from app.services.demo.documents import Registry
from app.services.demo.families import Families, family_of
from app.services.demo.names import names
from app.services.demo.programme import (
    WINTER,
    Programme,
    found_programme,
    load_stock,
    lose_some,
    plan_convoy,
    plan_earlier_convoy,
)
from app.services.demo.queue import Queue, Waiting
from app.services.demo.setting import Setting, setting_of
from app.services.progress import Report, unheard
from app.services.registration import (
    NewHousehold,
    Registered,
    add_household,
    register_household,
)

_AT_DESK: Final = 0.2
"""The part of the families that no list held: they are registered when their turn comes."""

_SERVED: Final = 0.55
"""The part whose turn has come when the demonstration stops, in the middle of the day."""

_EARLIER: Final = 0.1
_EARLIER_DAYS: Final = 24
_A_DAY: Final = 350
"""Families that one desk serves in a day."""

_OPEN: Final = dt.time(9)
_OPEN_SECONDS: Final = 6.5 * 3_600
_BATCH: Final = 100


@dataclass(frozen=True)
class Played:
    """What the demonstration holds; the chosen convoy day is its last."""

    households: int
    served: int
    convoy_id: str
    day: dt.date


def founding_clock(seed: int) -> DemoClock:
    """The clock on the day on which the demonstration's workspace is made."""
    return DemoClock(seed, convoy_day_of(seed) - dt.timedelta(days=40))


@dataclass(frozen=True)
class Cast:
    """What the demonstration's workspace, first coordinator and laptop are called."""

    workspace: str
    coordinator: str
    device: str


def cast_of(seed: int) -> Cast:
    """Drawn like everybody else."""
    setting = setting_of(chance_of(seed, "setting"))
    chance = chance_of(seed, "cast")
    coordinator = (names().woman(chance, 40), *names().line(chance)[:2])
    return Cast(
        workspace=f"تجربة: قوافل {setting.governorate.name_ar}",
        coordinator=" ".join(coordinator),
        device="لابتوب 1",
    )


def play(
    store: Store, clock: DemoClock, households: int, seed: int, report: Report = unheard
) -> Played:
    """Fills a new store, opened with the clock's sources, with `households` families.

    Raises whatever `report` raises; the store is then good for nothing.
    """
    return _Play(store, clock, households, seed, report).run()


class _Play:
    def __init__(
        self, store: Store, clock: DemoClock, households: int, seed: int, report: Report
    ) -> None:
        self._store, self._clock, self._report = store, clock, report
        self._day = convoy_day_of(seed)
        self._setting: Setting = setting_of(chance_of(seed, "setting"))
        registry = Registry(chance_of(seed, "documents"), self._setting.id_code)
        self._families = Families(chance_of(seed, "families"), registry, self._day)
        self._queue = Queue(store, clock, chance_of(seed, "queue"), registry, self._day)
        self._chance = chance_of(seed, "day of")
        self._households = households
        self._served = max(1, round(households * _SERVED)) if households else 0
        self._done = 0

    def run(self) -> Played:
        """The whole story, in order."""
        programme = found_programme(self._store, self._day)
        desk_share = round(self._households * _AT_DESK)
        listed = self._register_lists(self._households - desk_share)
        self._earlier_convoy(programme, listed)
        return self._convoy(programme, listed, desk_share)

    def _register_lists(self, count: int) -> list[Waiting]:
        """What the associations' lists held, three days before the earlier convoy."""
        day = self._day - dt.timedelta(days=_EARLIER_DAYS + 3)
        self._clock.set(day, dt.time(19))
        found: list[Waiting] = []
        while len(found) < count:
            with self._store.write() as session:
                for _ in range(min(_BATCH, count - len(found))):
                    self._clock.pass_by(1)
                    household = self._families.one(
                        self._village(), source="list", registered_on=day
                    )
                    registered = add_household(self._store, session, household)
                    found.append(_waiting(household, registered))
                    self._step()
        return found

    def _earlier_convoy(self, programme: Programme, listed: list[Waiting]) -> None:
        """So that some families have already received, from another organisation."""
        count = round(len(listed) * _EARLIER)
        if not count:
            return
        day = self._day - dt.timedelta(days=_EARLIER_DAYS)
        self._clock.set(day, dt.time(8))
        convoy_id = plan_earlier_convoy(self._store, self._setting, programme, day)
        today = choose_day(self._store, convoy_id, day)
        load_stock(self._store, today, 2 * count, WINTER)
        self._queue.open(today)
        self._serve(self._chance.sample(listed, count))
        self._clock.pass_by(3_600)
        sheet = closing_sheet(self._store, convoy_id)
        counted = {line.item.id: line.account.left for line in sheet.lines}
        close_convoy(self._store, Closing(convoy_id, counted))

    def _convoy(self, programme: Programme, listed: list[Waiting], desk_share: int) -> Played:
        days = tuple(self._days(self._served))
        self._clock.set(days[0], dt.time(7, 30))
        convoy_id = plan_convoy(self._store, self._setting, programme, days)
        waiting: list[Waiting | None] = [*listed, *(None for _ in range(desk_share))]
        turns = self._chance.sample(waiting, self._served)
        for number, day in enumerate(days):
            self._clock.set(day, dt.time(8))
            today = choose_day(self._store, convoy_id, day)
            share = turns[number * _A_DAY : (number + 1) * _A_DAY]
            still_waiting = self._households - len(turns) if day == days[-1] else 0
            load_stock(self._store, today, len(share) + still_waiting)
            lose_some(self._store, today)
            self._queue.open(today)
            self._clock.set(day, _OPEN)
            self._serve(share)
        self._register_rest(desk_share - turns.count(None))
        self._report(1, 1)
        return Played(self._households, self._served, convoy_id, days[-1])

    def _days(self, families: int) -> Iterator[dt.date]:
        for number in range(-(-families // _A_DAY) or 1):
            yield self._day + dt.timedelta(days=number)

    def _serve(self, turns: Sequence[Waiting | None]) -> None:
        pause = min(75.0, _OPEN_SECONDS / max(1, len(turns)))
        for waiting in turns:
            self._clock.pass_by(self._chance.uniform(0.4, 1.6) * pause)
            self._queue.serve(waiting or self._register_at_desk())
            self._step()

    def _register_at_desk(self) -> Waiting:
        day = self._day
        household = self._families.one(self._village(), source="desk", registered_on=day)
        return _waiting(household, register_household(self._store, household))

    def _register_rest(self, count: int) -> None:
        """Families that were registered while they wait."""
        for _ in range(count):
            self._clock.pass_by(20)
            self._register_at_desk()
            self._step()

    def _village(self) -> str:
        """The first village is the largest."""
        weights = range(len(self._setting.villages), 0, -1)
        (village,) = self._chance.choices(self._setting.villages, weights)
        return village.code

    def _step(self) -> None:
        self._done += 1
        total = self._households + self._served + round(self._households * _EARLIER)
        self._report(min(self._done, total - 1), total)


def _waiting(household: NewHousehold, registered: Registered) -> Waiting:
    head, *others = registered.person_ids
    adults = tuple(
        person_id
        for person_id, member in zip(others, household.members[1:], strict=True)
        if member.relationship in {"wife", "father", "mother"}
    )
    return Waiting(family_of(household, registered), head, adults)
