"""Figures as people read them: in their language and digits."""

from app.documents.figures import Kind, Value
from app.domain.quantity import Quantity
from app.words import dates
from app.words.catalog import Words
from app.words.numbers import decimal, in_digits, ltr
from app.words.stock import amount


def value_text(kind: Kind, value: Value, words: Words) -> str:
    """One value; empty for None."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        return _text(kind, value, words)
    match kind:
        case Kind.QUANTITY:
            return amount(words, Quantity(value))
        case Kind.MONEY:
            return ltr(decimal(f"{value / 100:,.2f}", words.digits))
        case Kind.PERCENT:
            return ltr(decimal(f"{value / 100:.1f}", words.digits) + "%")
        case Kind.MOMENT:
            return dates.moment(words, value)
        case _:
            return words.number(value)


def _text(kind: Kind, value: str, words: Words) -> str:
    if kind is Kind.CODE:
        return ltr(in_digits(value, words.digits))
    if kind is Kind.DATE:
        return dates.numeric_day(words, value)
    return value
