"""What to look at among the members of a household."""

from typing import Final

from app.domain.people import HouseholdWarning
from app.words.catalog import Marked, marked

TEXTS: Final[dict[HouseholdWarning, Marked]] = {
    HouseholdWarning.NO_HEAD: marked("Household", "Nobody is marked as head of the household."),
    HouseholdWarning.SEVERAL_HEADS: marked("Household", "Several members are marked as head."),
    HouseholdWarning.CHILD_HEADS: marked("Household", "The head of the household is a child."),
    HouseholdWarning.GUARDIAN_MISSING: marked(
        "Household", "Only children: name the guardian who receives for them."
    ),
    HouseholdWarning.SEX_DISAGREES: marked(
        "Household", "A relationship does not fit the sex of its member."
    ),
}
