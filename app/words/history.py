"""The history of a household in sentences: what happened, by whom, each value before and now."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, tzinfo
from typing import Final, Protocol

from app.domain.dates import PartialDate, Precision
from app.domain.journal.value import Value
from app.domain.quantity import Quantity, format_quantity
from app.words import dates
from app.words.aid import void_reason_text
from app.words.catalog import Marked, Words, marked
from app.words.named import HasNames, name_of
from app.words.numbers import decimal, in_digits, isolated, ltr
from app.words.people import SEXES, document_text, relationship_text

FIELDS: Final[dict[str, Marked]] = {
    "name": marked("Field", "Name"),
    "relationship": marked("Field", "Relationship"),
    "sex": marked("Field", "Sex"),
    "birth": marked("Field", "Birth"),
    "document": marked("Field", "Document"),
    "phone": marked("Field", "Phone"),
    "guardian_id": marked("Field", "Guardian"),
    "active": marked("Field", "Belongs to the household"),
    "number": marked("Field", "Number"),
    "village_id": marked("Field", "Village"),
    "address": marked("Field", "Address"),
    "declared_size": marked("Field", "Declared size"),
    "consent": marked("Field", "Consent"),
    "registered_on": marked("Field", "Registered on"),
    "source": marked("Field", "Registered from"),
    "notes": marked("Field", "Notes"),
}

SOURCES: Final[dict[str, Marked]] = {
    "desk": marked("Source", "a desk"),
    "list": marked("Source", "a list"),
    "sheet": marked("Source", "a hand-over sheet"),
    "paper": marked("Source", "paper slips"),
}

CONSENTS: Final[dict[str, Marked]] = {
    "given": marked("Consent", "given"),
    "withdrawn": marked("Consent", "withdrawn"),
}

STANDINGS: Final[dict[str, Marked]] = {
    "skipped": marked("History", "does not count"),
    "held": marked("History", "waits for a change that has not arrived"),
    "erased": marked("History", "erased"),
}


class Change(Protocol):
    """One field of a change."""

    @property
    def field(self) -> str:
        """Its name in the journal."""

    @property
    def before(self) -> Value:
        """None when it had no value."""

    @property
    def after(self) -> Value:
        """The value written."""


class Entry(Protocol):
    """One change of one record."""

    @property
    def at(self) -> int:
        """Milliseconds since 1970, UTC."""

    @property
    def who(self) -> str:
        """A user's name, or nothing."""

    @property
    def laptop(self) -> str:
        """A laptop's name, or nothing."""

    @property
    def record_type(self) -> str:
        """household, person or aid_record."""

    @property
    def about(self) -> str:
        """A person's name or a receipt's number."""

    @property
    def is_first(self) -> bool:
        """Whether the change made the record."""

    @property
    def standing(self) -> str:
        """in_force, skipped, held or erased."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """What it sets."""


def signature(words: Words, entry: Entry, zone: tzinfo | None = None) -> str:
    """When, who, on which laptop."""
    parts = [dates.moment(words, entry.at, zone), isolated(entry.who), isolated(entry.laptop)]
    return " · ".join(part for part in parts if part)


def title(words: Words, entry: Entry) -> str:
    """What happened, in a few words; with the reason why it does not count, if so."""
    said = _event(words, entry)
    if entry.standing in STANDINGS:
        standing = words.of(STANDINGS[entry.standing])
        return words.translate("History", "{event} ({standing})", event=said, standing=standing)
    return said


def _event(words: Words, entry: Entry) -> str:
    name = isolated(entry.about)
    match entry.record_type, entry.is_first:
        case "household", True:
            return words.translate("History", "Household registered")
        case "household", False:
            return words.translate("History", "Household corrected")
        case "person", True:
            return words.translate("History", "{name} added", name=name)
        case "person", False:
            return words.translate("History", "{name} corrected", name=name)
    number = ltr(in_digits(entry.about, words.digits))
    if entry.is_first:
        return words.translate("History", "Handed over, receipt {number}", number=number)
    return words.translate("History", "Hand-over voided, receipt {number}", number=number)


def lines(
    words: Words, entry: Entry, names: Mapping[str, HasNames], *, reveal: bool = False
) -> Iterator[str]:
    """A line for each value that the change set; documents are masked unless `reveal`.

    `names` tells what ids among the values stand for.
    """
    speak = Values(words, names, reveal=reveal)
    order = {name: at for at, name in enumerate(FIELDS)}
    for change in sorted(entry.changes, key=lambda one: order.get(one.field, len(order))):
        yield from speak.lines(change)


class Values:
    """Turns the values of fields into words; `names` tells what ids among them stand for."""

    def __init__(self, words: Words, names: Mapping[str, HasNames], *, reveal: bool) -> None:
        self._words = words
        self._names = names
        self._reveal = reveal
        self._by_field: Mapping[str, Callable[[Value], str]] = {
            "relationship": lambda value: relationship_text(words, _text(value)),
            "sex": lambda value: _from(words, SEXES, value),
            "source": lambda value: _from(words, SOURCES, value),
            "village_id": self._named,
            "guardian_id": self._named,
            "birth": self._birth,
            "document": self._document,
            "consent": self._consent,
            "registered_on": self._day,
            "phone": self._code,
            "number": self._code,
        }

    def lines(self, change: Change) -> Iterator[str]:
        """The lines of one field; none for fields that mean nothing to people."""
        words = self._words
        name, _, element = change.field.partition(":")
        if name == "categories":
            category = self._named(element)
            if change.after is True:
                yield words.translate("History", "Category: {name}", name=category)
            else:
                yield words.translate("History", "No longer in category: {name}", name=category)
        elif name == "lines" and isinstance(change.after, list):
            yield from (self._line(line) for line in change.after if isinstance(line, dict))
        elif name == "void" and isinstance(change.after, list):
            reason = void_reason_text(words, _text(change.after[1]))
            yield words.translate("History", "Reason: {reason}", reason=reason)
        elif name in FIELDS:
            yield from self._field(change)

    def _field(self, change: Change) -> Iterator[str]:
        words = self._words
        field = words.of(FIELDS[change.field])
        after, before = self.text(change.field, change.after), ""
        if change.before is not None:
            before = self.text(change.field, change.before)
        if before and after:
            text = words.translate(
                "History",
                "{field}: {after} (was {before})",
                field=field,
                after=after,
                before=before,
            )
            yield text
        elif after:
            yield words.translate("History", "{field}: {after}", field=field, after=after)
        elif before:
            yield words.translate(
                "History", "{field}: nothing (was {before})", field=field, before=before
            )

    def text(self, field: str, value: Value) -> str:
        """A field's value; empty for one that says nothing."""
        if field in self._by_field:
            return self._by_field[field](value)
        if isinstance(value, bool):
            yes, no = marked("History", "yes"), marked("History", "no")
            return self._words.of(yes if value else no)
        if isinstance(value, int):
            return self._words.number(value)
        return isolated(_text(value))

    def _named(self, value: Value) -> str:
        found = self._names.get(_text(value))
        return isolated(name_of(self._words, found) if found else _text(value))

    def _code(self, value: Value) -> str:
        return ltr(in_digits(_text(value), self._words.digits))

    def _day(self, value: Value) -> str:
        try:
            return dates.day(self._words, _text(value))
        except ValueError:
            return _text(value)

    def _birth(self, value: Value) -> str:
        parts = value if isinstance(value, list) else []
        try:
            born, precision = parts
            when = PartialDate(
                date.fromisoformat(_text(born)), Precision(_text(precision) or "day")
            )
        except ValueError:
            return ""
        return dates.partial_day(self._words, when)

    def _document(self, value: Value) -> str:
        if not isinstance(value, list) or len(value) < 2:
            return ""
        kind, number = _text(value[0]), _text(value[1])
        return document_text(self._words, kind, number, reveal=self._reveal)

    def _consent(self, value: Value) -> str:
        if not isinstance(value, list) or len(value) < 2:
            return ""
        said, day = _from(self._words, CONSENTS, value[0]), self._day(value[1])
        if not said or not day:
            return said
        return self._words.translate("Consent", "{said} on {day}", said=said, day=day)

    def _line(self, line: Mapping[str, Value]) -> str:
        quantity = line.get("quantity")
        amount = Quantity(quantity) if isinstance(quantity, int) else Quantity(0)
        return self._words.translate(
            "History",
            "{item} × {quantity}",
            item=self._named(line.get("item")),
            quantity=decimal(format_quantity(amount), self._words.digits),
        )


def _text(value: Value) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _from(words: Words, texts: Mapping[str, Marked], value: Value) -> str:
    code = _text(value)
    return words.of(texts[code]) if code in texts else code
