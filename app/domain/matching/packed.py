"""What the index keeps of a person for comparing beside name, document and village: one text."""

from app.domain.matching.facts import Prepared, prepare_keys

_BETWEEN = "|"
_PARTS = 5


def packed(sex: str, birth_date: str, birth_precision: str, document_type: str, phone: str) -> str:
    """The text; `phone` is folded to its key."""
    return _BETWEEN.join((sex, birth_date, birth_precision, document_type, phone))


def prepare_packed(name: str, document: str, facts: str, village: str) -> Prepared:
    """The person ready to be compared, from folded name and document, the text, and the village."""
    sex, birth_date, precision, document_type, phone = facts.split(_BETWEEN, _PARTS - 1)
    return prepare_keys(name, sex, birth_date, precision, document_type, document, phone, village)
