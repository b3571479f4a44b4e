"""Papers and telephones of made-up people."""

import datetime as dt
from dataclasses import dataclass

from app.domain.national_id import check_digits
from app.services.demo.clock import Chance


@dataclass(frozen=True)
class Papers:
    """A document as registration takes it, with what is known of the birth date."""

    document_type: str
    document_no: str
    verified: bool
    birth_date: str | None
    birth_precision: str


class Registry:
    """Gives out documents and telephones, none of them twice."""

    def __init__(self, chance: Chance, governorate: str) -> None:
        self._chance = chance
        self._governorate = governorate
        self._given: set[str] = set()

    def papers(self, birth: dt.date, sex: str, age: int) -> Papers:
        """Most people have a national ID; some a mistyped one, some none, and say why."""
        luck = self._chance.random()
        if age < 16 and luck < 0.45:
            return self._none("child", birth)
        if luck < 0.88:
            return self._identified(self.national_id(birth, sex), birth, verified=True)
        if luck < 0.92:
            return self._identified(self._mistyped(birth, sex), birth, verified=False)
        if luck < 0.94:
            return self._certificate(birth)
        return self._none(self._chance.choice(("lost", "not_here", "being_renewed")), birth)

    def national_id(self, birth: dt.date, sex: str) -> str:
        """A number of that birth date and sex, with a check digit that no one disputes."""
        while True:
            century = 2 if birth.year < 2000 else 3
            elsewhere = self._chance.random() < 0.06
            where = self._chance.choice(("01", "21", "02")) if elsewhere else self._governorate
            serial = self._chance.randrange(1_000) * 10 + self._chance.randrange(5) * 2
            serial += sex == "m"
            first = f"{century}{birth:%y%m%d}{where}{serial:04}"
            checks = check_digits(first)
            number = f"{first}{min(checks)}"
            if len(checks) == 1 and number not in self._given:
                self._given.add(number)
                return number

    def phone(self) -> str:
        """A mobile number."""
        while True:
            operator = self._chance.choice("0125")
            number = f"01{operator}{self._chance.randrange(10**8):08}"
            if number not in self._given:
                self._given.add(number)
                return number

    def _mistyped(self, birth: dt.date, sex: str) -> str:
        """As a tired hand writes it: a digit lost."""
        number = self.national_id(birth, sex)
        lost = self._chance.randrange(len(number))
        return number[:lost] + number[lost + 1 :]

    def _identified(self, number: str, birth: dt.date, *, verified: bool) -> Papers:
        if verified:
            return Papers("national_id", number, True, birth.isoformat(), "day")
        return Papers("national_id", number, False, f"{birth.year}-01-01", "year")

    def _certificate(self, birth: dt.date) -> Papers:
        number = f"{self._chance.randrange(10**9):09}"
        return Papers("birth_certificate", number, False, birth.isoformat(), "day")

    def _none(self, reason: str, birth: dt.date) -> Papers:
        if self._chance.random() < 0.1:
            return Papers("none", reason, False, None, "")
        return Papers("none", reason, False, f"{birth.year}-01-01", "year")
