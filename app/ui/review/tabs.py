"""The tabs of the review page in their order: a kind of case is one file and one line here."""

from typing import Final

from app.ui.parts import PartSpec
from app.ui.review.conflicts import CONFLICTS, ConflictsView
from app.ui.review.double_aid import DOUBLE_AID, DoubleAidView
from app.ui.review.duplicates import DUPLICATES, DuplicatesView
from app.ui.review.forks import FORKS, ForksView
from app.ui.review.quarantine import QUARANTINE, QuarantineView
from app.ui.review.verdicts import CONTRADICTIONS, VerdictsView
from app.words.catalog import marked

TABS: Final = (
    PartSpec("conflicts", marked("Review", "Conflicts"), ConflictsView, CONFLICTS),
    PartSpec("double_aid", marked("Review", "Double aid"), DoubleAidView, DOUBLE_AID),
    PartSpec("duplicates", marked("Review", "Duplicates"), DuplicatesView, DUPLICATES),
    PartSpec("verdicts", marked("Review", "Verdicts"), VerdictsView, CONTRADICTIONS),
    PartSpec("quarantine", marked("Review", "Quarantine"), QuarantineView, QUARANTINE),
    PartSpec("forks", marked("Review", "Copied laptops"), ForksView, FORKS),
)
