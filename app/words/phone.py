"""What to say about a telephone number that someone should look at again."""

from typing import Final

from app.domain.phone import PhoneWarning
from app.words.catalog import Marked, marked

TEXTS: Final[dict[PhoneWarning, Marked]] = {
    PhoneWarning.INVALID: marked("Phone", "This is no complete telephone number."),
    PhoneWarning.SEVERAL: marked("Phone", "Several numbers: the first one is kept."),
}
