"""What waits to be decided, in words: whose record, which field, who wrote what, where and when."""

from collections.abc import Mapping
from datetime import tzinfo
from typing import Final, Protocol

from app.domain.journal.value import Value
from app.domain.quantity import Quantity
from app.words import dates
from app.words.catalog import Marked, Words, marked
from app.words.history import FIELDS, Values
from app.words.joined import joined
from app.words.merge import laptop_text
from app.words.named import HasNames, name_of
from app.words.numbers import in_digits, isolated, ltr
from app.words.stock import amount

_DAY_MS: Final = 86_400_000

RECORDS: Final[dict[str, Marked]] = {
    "household": marked("Record", "household"),
    "person": marked("Record", "person"),
    "proxy": marked("Record", "collector"),
    "village": marked("Record", "hamlet"),
    "aid_record": marked("Record", "hand-over"),
    "stock_movement": marked("Record", "stock movement"),
    "parked_case": marked("Record", "parked case"),
    "desk_closing": marked("Record", "end of a desk's day"),
    "card": marked("Record", "card"),
    "slip_range": marked("Record", "paper slips"),
    "convoy": marked("Record", "convoy"),
    "desk": marked("Record", "desk"),
    "convoy_key": marked("Record", "key of a convoy"),
    "campaign": marked("Record", "campaign"),
    "entitlement_rule": marked("Record", "rule"),
    "aid_item": marked("Record", "item"),
    "category": marked("Record", "category"),
    "initiative": marked("Record", "initiative"),
    "organisation": marked("Record", "organisation"),
    "person_verdict": marked("Record", "verdict about two people"),
    "household_verdict": marked("Record", "verdict about two households"),
    "double_aid_decision": marked("Record", "decision about double aid"),
    "device": marked("Record", "laptop"),
    "user": marked("Record", "user"),
    "grant": marked("Record", "right"),
    "revocation": marked("Record", "end of a right"),
    "release": marked("Record", "release"),
    "taking_back": marked("Record", "merge that was undone"),
    "erasure": marked("Record", "erasure"),
    "disclosure": marked("Record", "printed or saved list"),
    "workspace": marked("Record", "workspace"),
}

_MORE_FIELDS: Final[dict[str, Marked]] = {
    "name_ar": marked("Field", "Arabic name"),
    "name_en": marked("Field", "English name"),
    "starts_on": marked("Field", "First day"),
    "ends_on": marked("Field", "Last day"),
    "quantity": marked("Field", "Quantity"),
    "unit": marked("Field", "Unit"),
    "value": marked("Field", "Value"),
    "void": marked("Field", "Voiding"),
    "closing": marked("Field", "Closing"),
    "settling": marked("Field", "Settling"),
    "decision": marked("Field", "Decision"),
    "relation": marked("Field", "Relationship"),
    "stands": marked("Field", "Still stands"),
    "kind": marked("Field", "Kind"),
    "code": marked("Field", "Number"),
    "categories": marked("Field", "Categories"),
    "villages": marked("Field", "Villages"),
    "organisations": marked("Field", "Organisations"),
    "campaigns": marked("Field", "Campaigns"),
    "synonyms": marked("Field", "Other words"),
    "lines": marked("Field", "What was given"),
    "device_id": marked("Field", "Laptop"),
    "convoy_id": marked("Field", "Convoy"),
    "item_id": marked("Field", "Item"),
}

_IN_USE: Final = marked("Field", "In use")
_PEOPLE: Final = frozenset({"household", "person", "proxy"})

FINDINGS: Final[dict[str, Marked]] = {
    "mistake": marked("Review", "An honest mistake"),
    "allowed": marked("Review", "It was allowed"),
    "misuse": marked("Review", "Misuse"),
    "another_person": marked("Review", "Not the same family"),
}


class Titled(Protocol):
    """What people call a record."""

    @property
    def record_type(self) -> str: ...
    @property
    def record_id(self) -> str: ...
    @property
    def named(self) -> HasNames: ...
    @property
    def number(self) -> str: ...


class Written(Protocol):
    """Who wrote something, where, and when by that laptop's clock."""

    @property
    def user(self) -> str: ...
    @property
    def device_id(self) -> str: ...
    @property
    def laptop(self) -> str: ...
    @property
    def at(self) -> int: ...


def kind_text(words: Words, record_type: str) -> str:
    """What kind of record it is; one that only a later app knows keeps its code."""
    kind = RECORDS.get(record_type)
    return words.of(kind) if kind else ltr(record_type)


def record_text(words: Words, title: Titled) -> str:
    """The kind of the record, and what people call it."""
    number = ltr(in_digits(title.number, words.digits))
    name = isolated(name_of(words, title.named))
    return joined(words, (kind_text(words, title.record_type), name, number))


def name_text(words: Words, title: Titled) -> str:
    """What people call the record; its number, or the beginning of its id, where it has no name."""
    name = isolated(name_of(words, title.named))
    return name or ltr(in_digits(title.number, words.digits)) or laptop_text(title.record_id)


def field_text(words: Words, record_type: str, field: str, names: Mapping[str, HasNames]) -> str:
    """What a field is called; of a set, with the element it is about."""
    name, _, element = field.partition(":")
    found = names.get(element)
    about = isolated(name_of(words, found) if found else element)
    return joined(words, (set_text(words, record_type, name), about))


def set_text(words: Words, record_type: str, name: str) -> str:
    """What a field or a set is called."""
    if name == "active" and record_type not in _PEOPLE:
        return words.of(_IN_USE)
    known = FIELDS.get(name) or _MORE_FIELDS.get(name)
    return words.of(known) if known else ltr(name)


def value_text(words: Words, field: str, value: Value, names: Mapping[str, HasNames]) -> str:
    """A value as it stands in a list of candidates: said in full, and never nothing."""
    if isinstance(value, bool):
        yes, no = marked("Review", "yes"), marked("Review", "no")
        return words.of(yes if value else no)
    said = Values(words, names, reveal=True).text(field, value)
    if not said and isinstance(value, list):
        said = joined(words, (isolated(str(part)) for part in value if part not in {None, ""}))
    return said or words.translate("Review", "nothing")


def written_text(words: Words, by: Written, now: int, zone: tzinfo | None = None) -> str:
    """Who, on which laptop, when; a time that is yet to come is told as what it is."""
    laptop = laptop_text(by.device_id, by.laptop)
    when = dates.moment(words, by.at, zone)
    if by.at > now + _DAY_MS:
        when = words.translate("Review", "{when} by a clock that is wrong", when=when)
    return joined(words, (isolated(by.user) if by.user != by.laptop else "", laptop, when))


def given_text(words: Words, given: Mapping[str, Quantity], names: Mapping[str, str]) -> str:
    """Items with their quantities; those without a name here are left out."""
    return joined(
        words,
        (
            words.translate(
                "History",
                "{item} × {quantity}",
                item=isolated(names[item]),
                quantity=amount(words, quantity),
            )
            for item, quantity in given.items()
            if item in names
        ),
    )


def ration_text(words: Words, item: HasNames, ration: Quantity, campaign: str) -> str:
    """What was due, of which campaign."""
    return words.translate(
        "Review",
        "Due: {item} × {quantity}, campaign {campaign}",
        item=isolated(name_of(words, item)),
        quantity=amount(words, ration),
        campaign=isolated(campaign),
    )
