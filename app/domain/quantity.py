"""Quantities: whole thousandths of an item's unit, and how people write them.

A sum of integers is exact in any order, which balances and the fold rely on; a thousandth of a
kilo is a gram, and nothing that is handed over is finer. Why: docs/adr/0004.
"""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import NamedTuple, NewType

from app.domain.digits import to_ascii_digits
from app.domain.names import normalise

Quantity = NewType("Quantity", int)
"""Thousandths of the item's unit: 1500 is one and a half boxes, kilos or meals."""

ZERO = Quantity(0)
ONE = Quantity(1000)
LARGEST = Quantity(1_000_000_000 * 1000)
"""More than this is an ID or a phone in the wrong column, not a quantity."""

UNITS = ("piece", "box", "bag", "pack", "set", "meal", "kg", "gram", "litre", "pound", "seedling")
"""The codes an item's unit may have."""


class ParsedQuantity(NamedTuple):
    """What was understood: the quantity, and the unit's words as written, if any were."""

    quantity: Quantity
    unit: str | None


_UNIT_WORDS = {
    normalise(word): unit
    for unit, words in {
        "kg": "كجم كج كغ كغم ك كيلو كيلوجرام كيلوغرام kg kilo kilogram",
        "gram": "جم جرام غرام جرامات g gm gram grams",
        "litre": "لتر لترات l litre litres",
        "pound": "جنيه جنيها جنيهات egp pound pounds",
        "piece": "قطعة قطع حبة حبات وحدة pc pcs piece pieces",
        "box": "كرتونة كراتين كرتون صندوق صناديق box boxes",
        "bag": "شنطة شنط كيس أكياس شوال bag bags",
        "pack": "علبة علب عبوة عبوات شريط pack packs",
        "set": "طقم أطقم set sets",
        "meal": "وجبة وجبات meal meals",
        "seedling": "شتلة شتلات seedling seedlings",
    }.items()
    for word in words.split()
}
_WHOLE_WORDS = {
    normalise(word): Fraction(value)
    for value, words in {
        1: "واحد واحدة",
        2: "اتنين اثنين اثنان",
        3: "تلاتة ثلاثة تلات ثلاث",
        4: "أربعة أربع",
        5: "خمسة خمس",
        6: "ستة ست",
        7: "سبعة سبع",
        8: "تمانية ثمانية تمن ثماني",
        9: "تسعة تسع",
        10: "عشرة عشر",
        11: "حداشر",
        12: "اتناشر",
        15: "خمستاشر",
        20: "عشرين عشرون",
        30: "تلاتين ثلاثين ثلاثون",
        40: "أربعين أربعون",
        50: "خمسين خمسون",
        100: "مية مائة",
    }.items()
    for word in words.split()
}
_FRACTION_WORDS = {
    "نص": Fraction(1, 2),
    "نصف": Fraction(1, 2),
    "ربع": Fraction(1, 4),
    "تلت": Fraction(1, 3),
    "ثلث": Fraction(1, 3),
    "ثمن": Fraction(1, 8),
}
_NUMBER_WORDS = _WHOLE_WORDS | _FRACTION_WORDS
_COUNT_WORDS = frozenset({"عدد", "العدد", "كميه", "الكميه", "x"})
_SIGNS = str.maketrans(
    {"٫": ".", "٬": ",", "،": ",", "½": " 1/2 ", "¼": " 1/4 ", "¾": " 3/4 ", "×": " x ", "*": " x "}
)
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*(?:/[0-9]+)?|[^\W0-9_]+")
_LOOSE = re.compile(r"\s*/\s*|(?<!\w)و\s+")
_NOT_A_QUANTITY = re.compile(r"[-−–+=@%][^0-9]*[0-9]|[0-9]\s*[-−–+=@%]")
_GROUPED = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_WRITTEN_PARTS = frozenset({2, 3, 4, 8})


def parse_quantity(written: str | float) -> ParsedQuantity | None:
    """What a list's cell or a field means: «١ كجم», «نص كيلو», "1.5", «٢ بطانية», «عدد 3».

    A comma before three digits groups them (1,500 is 1500), else it is a decimal comma. Finer
    than a thousandth is rounded. None when it is not one quantity: nothing written, no number,
    two numbers, below zero, more than LARGEST, a date, a formula.
    """
    if not isinstance(written, str):
        return _of_number(Fraction(written)) if _is_finite(written) else None
    text = to_ascii_digits(written).translate(_SIGNS)
    if _NOT_A_QUANTITY.search(text):
        return None
    numbers: list[Fraction] = []
    words: list[str] = []
    for token in _TOKEN.findall(_LOOSE.sub(lambda loose: loose[0].strip(), text)):
        if not _take(token, numbers, words):
            return None
    total = _total(numbers, words)
    return None if total is None else _of_number(total, " ".join(words) or None)


def unit_of(words: str) -> str | None:
    """The code of the unit that the first of `words` names; None when it names none."""
    first = normalise(words).partition(" ")[0]
    return _UNIT_WORDS.get(first)


def in_unit(parsed: ParsedQuantity, unit: str) -> Quantity | None:
    """`parsed` in an item's unit: half a kilo is 500 grams, «٢ بطانية» is 2 pieces.

    Things that are counted count the same whatever they are called (2 boxes of a piece are 2).
    None when one is weighed, poured or paid and the other is not, which a person must look at.
    """
    written = unit_of(parsed.unit) if parsed.unit else None
    if written is None or written == unit:
        return parsed.quantity
    if written == "gram" and unit == "kg":
        return Quantity(round(Fraction(parsed.quantity, 1000)))
    if written == "kg" and unit == "gram":
        return Quantity(parsed.quantity * 1000)
    measured = {"kg", "gram", "litre", "pound"}
    return None if written in measured or unit in measured else parsed.quantity


def format_quantity(quantity: Quantity, *, grouped: bool = False) -> str:
    """ASCII text without needless zeros: 1500 is "1.5", -2000 is "-2", 1250000 is "1250".

    With `grouped` thousands are parted by commas. `parse_quantity` reads both back.
    """
    whole, rest = divmod(abs(quantity), ONE)
    text = f"{whole:,}" if grouped else str(whole)
    if rest:
        text += f".{rest:03d}".rstrip("0")
    return f"-{text}" if quantity < 0 else text


def _is_finite(number: float) -> bool:
    return not isinstance(number, bool) and number - number == 0


def _of_number(number: Fraction, unit: str | None = None) -> ParsedQuantity | None:
    quantity = Quantity(round(number * ONE))
    if quantity < 0 or quantity > LARGEST or (number and not quantity):
        return None
    return ParsedQuantity(quantity, unit)


def _take(token: str, numbers: list[Fraction], words: list[str]) -> bool:
    """Sort one token into `numbers` or `words`; False when the whole is not one quantity."""
    if token[0].isdigit():
        number = _number(token)
        if number is None or (numbers and not _adds(number, numbers[-1])):
            return False
        numbers.append(number)
        return True
    word = normalise(token)
    if not word or word in _COUNT_WORDS or word == "و":
        return True
    if word in _NUMBER_WORDS and not numbers:
        numbers.append(_NUMBER_WORDS[word])
        return True
    if word[0] == "و" and word[1:] in _NUMBER_WORDS:
        if not numbers:
            numbers.append(Fraction(1))  # «كيلو ونص»: the unit alone is one
        numbers.append(_NUMBER_WORDS[word[1:]])
        return True
    words.append(token)
    return word not in _NUMBER_WORDS


def _adds(number: Fraction, before: Fraction) -> bool:
    """Whether a second written number is a part added to a whole, as in 1 1/2."""
    return 0 < number < 1 and number.denominator in _WRITTEN_PARTS and before.denominator == 1


def _total(numbers: list[Fraction], words: list[str]) -> Fraction | None:
    if numbers:
        return sum(numbers, Fraction(0))
    alone = len(words) == 1 and unit_of(words[0]) is not None
    return Fraction(1) if alone else None


def _number(token: str) -> Fraction | None:
    above, _, below = token.partition("/")
    if below:
        if not (above.isdigit() and int(below) in _WRITTEN_PARTS and 0 < int(above) < int(below)):
            return None
        return Fraction(int(above), int(below))
    plain = above.replace(",", "") if _GROUPED.fullmatch(above) else above.replace(",", ".")
    try:
        return Fraction(Decimal(plain))
    except InvalidOperation:
        return None
