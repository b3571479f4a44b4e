"""Families as villages have them: couples with children, widows, the divorced, the old alone."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.domain.dates import PartialDate, Precision
from app.domain.entitlement import Family, Member
from app.services.demo.clock import Chance
from app.services.demo.documents import Registry
from app.services.demo.names import names
from app.services.registration import Consent, NewHousehold, NewMember, Registered

_LANDMARKS: Final = (
    "بجوار المسجد الكبير",
    "خلف المدرسة الابتدائية",
    "أمام الوحدة الصحية",
    "شارع الجمعية الزراعية",
    "بجوار مكتب البريد",
    "على الترعة",
    "بحري البلد",
    "قبلي البلد",
    "شارع السوق",
    "بجوار مركز الشباب",
    "آخر شارع المحطة",
    "بجوار دوار العمدة",
)
_NOTES: Final = (
    "المنزل دور واحد بسقف خشب",
    "تحتاج لزيارة منزلية",
    "رب الأسرة يعمل باليومية",
    "الابن الأكبر مسافر",
    "تنتظر صرف معاش",
)


@dataclass(frozen=True)
class _Household:
    """Who lives together, before papers are drawn: (name, relationship, sex, age) each."""

    people: tuple[tuple[str, str, str, int], ...]
    categories: frozenset[str] = frozenset()
    orphans: bool = False


class Families:
    """Draws one household after another."""

    def __init__(self, chance: Chance, registry: Registry, day: dt.date) -> None:
        self._chance = chance
        self._names = names()
        self._registry = registry
        self._day = day
        self._kinds: tuple[tuple[float, Callable[[], _Household]], ...] = (
            (0.66, self._couple),
            (0.82, self._widow),
            (0.87, self._divorced),
            (0.93, self._old_couple),
            (0.97, self._alone),
            (1.00, self._grandparents),
        )

    def one(self, village_id: str, *, source: str, registered_on: dt.date) -> NewHousehold:
        """A household of that village, registered from a list or at the desk."""
        luck = self._chance.random()
        household = next(draw for below, draw in self._kinds if luck < below)()
        members = tuple(self._member(*person, household) for person in household.people)
        phone = members[0].phone
        categories = household.categories | self._needs(len(members))
        asked = source == "desk" or self._chance.random() < 0.85
        return NewHousehold(
            village_id=village_id,
            members=members,
            consent=Consent(sharing=self._chance.random() < 0.8) if asked else None,
            address=self._often(0.6, self._chance.choice(_LANDMARKS)),
            phone=phone,
            categories=categories,
            notes=self._often(0.05, self._chance.choice(_NOTES)),
            source=source,
            registered_on=registered_on.isoformat(),
        )

    def _couple(self) -> _Household:
        age = self._age(24, 40, 59)
        wife_age = max(18, age - self._chance.randrange(0, 9))
        line = self._names.line(self._chance)
        own = self._names.man(self._chance, age)
        people = [self._person(own, line, "head", "m", age), self._wife(wife_age)]
        if self._chance.random() < 0.03:
            people.append(self._wife(max(18, wife_age - self._chance.randrange(3, 12))))
        people += self._children((own, *line[:2]), wife_age)
        if self._chance.random() < 0.08:
            people.append(self._person(line[0], line[1:], "father", "m", age + 26))
        elif self._chance.random() < 0.12:
            mother = self._names.woman(self._chance, age + 22)
            line = self._names.line(self._chance)
            people.append(self._person(mother, line, "mother", "f", age + 22))
        return _Household(tuple(people))

    def _widow(self) -> _Household:
        age = self._age(26, 45, 70)
        children = self._children(self._late_husband(age), age)
        return _Household(
            (self._woman(age), *children), frozenset({"widow", "woman-provider"}), orphans=True
        )

    def _divorced(self) -> _Household:
        age = self._age(22, 34, 50)
        children = self._children(self._late_husband(age), age)
        return _Household((self._woman(age), *children), frozenset({"divorced"}))

    def _old_couple(self) -> _Household:
        age = self._age(62, 68, 84)
        husband = self._person(
            self._names.man(self._chance, age), self._names.line(self._chance), "head", "m", age
        )
        return _Household((husband, self._wife(age - 5)), frozenset({"elderly"}))

    def _alone(self) -> _Household:
        age = self._age(60, 70, 88)
        if self._chance.random() < 0.7:
            return _Household((self._woman(age),), frozenset({"elderly", "widow"}))
        own = self._names.man(self._chance, age)
        line = self._names.line(self._chance)
        return _Household((self._person(own, line, "head", "m", age),), frozenset({"elderly"}))

    def _grandparents(self) -> _Household:
        """An old woman who brings up her dead son's children."""
        age = self._age(55, 63, 75)
        children = self._children(self._late_husband(age - 24), age - 24)
        people = [self._woman(age)]
        for name, _, sex, child_age in children:
            relationship = "grandson" if sex == "m" else "granddaughter"
            people.append((name, relationship, sex, child_age))
        return _Household(tuple(people), frozenset({"woman-provider", "orphan"}), orphans=True)

    def _children(self, line: tuple[str, ...], mother_age: int) -> list[tuple[str, str, str, int]]:
        """Brothers and sisters: one father's line, own names that differ, ages apart."""
        oldest, youngest = min(21, mother_age - 18), max(0, mother_age - 42)
        if oldest < youngest:
            return []
        most = min(7, (mother_age - 18) // 2)
        count = min(most, max(0, round(self._chance.gauss(2.9, 1.5))))
        ages = sorted((self._chance.randint(youngest, oldest) for _ in range(count)), reverse=True)
        taken: set[str] = set()
        children = []
        for age in ages:
            sex = self._chance.choice("mf")
            own = (
                self._names.boy.one(self._chance)
                if sex == "m"
                else self._names.woman(self._chance, age)
            )
            if own in taken:
                continue
            taken.add(own)
            relationship = "son" if sex == "m" else "daughter"
            children.append(self._person(own, line, relationship, sex, age))
        return children

    def _late_husband(self, wife_age: int) -> tuple[str, ...]:
        return (
            self._names.man(self._chance, wife_age + 5),
            *self._names.line(self._chance)[:2],
        )

    def _woman(self, age: int) -> tuple[str, str, str, int]:
        own = self._names.woman(self._chance, age)
        return self._person(own, self._names.line(self._chance), "head", "f", age)

    def _wife(self, age: int) -> tuple[str, str, str, int]:
        own = self._names.woman(self._chance, age)
        return self._person(own, self._names.line(self._chance), "wife", "f", age)

    @staticmethod
    def _person(
        own: str, line: tuple[str, ...], relationship: str, sex: str, age: int
    ) -> tuple[str, str, str, int]:
        return " ".join((own, *line)), relationship, sex, age

    def _member(
        self, name: str, relationship: str, sex: str, age: int, household: _Household
    ) -> NewMember:
        days = self._chance.randrange(1, 365)
        birth = self._day - dt.timedelta(days=round(age * 365.25) + days)
        papers = self._registry.papers(birth, sex, age)
        chances = {"disability": 0.02 + age / 3_000, "chronic-illness": age / 400}
        categories = {need for need, odds in chances.items() if self._chance.random() < odds}
        if household.orphans and age < 18:
            categories.add("orphan")
        adult = relationship in {"head", "wife"}
        reachable = self._chance.random() < (0.8 if relationship == "head" else 0.15)
        return NewMember(
            name=name,
            relationship=relationship,
            sex=sex,
            birth_date=papers.birth_date,
            birth_precision=papers.birth_precision,
            document_type=papers.document_type,
            document_no=papers.document_no,
            document_verified=papers.verified,
            phone=self._registry.phone() if adult and reachable else "",
            categories=frozenset(categories),
        )

    def _needs(self, size: int) -> frozenset[str]:
        odds = {
            "low-income": 0.35,
            "irregular-work": 0.25,
            "no-income": 0.08,
            "takaful-karama": 0.2,
            "poor-housing": 0.1,
            "debtor": 0.02,
        }
        found = {need for need, chance in odds.items() if self._chance.random() < chance}
        if size >= 7:
            found.add("large-family")
        return frozenset(found)

    def _age(self, least: int, usual: int, most: int) -> int:
        return round(self._chance.triangular(least, most, usual))

    def _often(self, odds: float, text: str) -> str:
        return text if self._chance.random() < odds else ""


def family_of(household: NewHousehold, registered: Registered) -> Family:
    """A household just registered, as rules see it."""
    members = tuple(
        Member(person_id, _birth(member), member.categories)
        for person_id, member in zip(registered.person_ids, household.members, strict=True)
    )
    return Family(
        id=registered.household_id,
        village_id=household.village_id,
        members=members,
        categories=household.categories,
    )


def _birth(member: NewMember) -> PartialDate | None:
    if member.birth_date is None:
        return None
    return PartialDate(dt.date.fromisoformat(member.birth_date), Precision(member.birth_precision))
