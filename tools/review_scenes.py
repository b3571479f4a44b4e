"""Pictures of the review: what a stick brings up, a family listed twice, verdicts at odds."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication
from sqlmodel import select

from app.db.tables import Household, Person
from app.services.exchange.files_in import files_in
from app.services.exchange.merge import merge_files
from app.services.matching.likely_pairs import find_all
from app.services.matching.verdicts import Verdict, judge_people
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.ui.pages.review import ReviewPage
from app.ui.review.case_view import CaseView
from app.ui.review.duplicates import DuplicatesView
from app.ui.review.verdicts import VerdictsView

STICK: Final = "stick"
"""The folder beside the store with the laptops' files."""

_PATIENCE_MS: Final = 60_000


def merge_stick(page: ReviewPage) -> None:
    """The laptops' files taken in, for what they bring to be reviewed."""
    store = page.context.store
    merge_files(store, files_in([store.folder.parent / STICK]))
    page.opened(None)
    until(lambda: any(view.model.rowCount() for view in page.findChildren(CaseView)))


def listed_again(part: DuplicatesView) -> None:
    """A family of the convoy registered once more by another hand, and compared."""
    store = part.context.store
    with store.read() as session:
        head = session.exec(
            select(Person).where(Person.relationship == "head").order_by(Person.id)
        ).first()
        if head is None:
            return
        people = session.exec(select(Person).where(Person.household_id == head.household_id)).all()
        home = session.get_one(Household, head.household_id)
        members = tuple(
            NewMember(
                name=" ".join(one.name.replace("أ", "ا").split()[:3]),
                relationship=one.relationship,
                sex=one.sex,
                birth_date=one.birth_date,
                birth_precision=one.birth_precision,
                document_type=one.document_type,
                document_no=one.document_no[:-2] + one.document_no[:-3:-1],
            )
            for one in people
        )
        village = home.village_id
    register_household(store, NewHousehold(village, members, Consent()))
    find_all(store)
    part.read()
    until(lambda: part.card is not None and part.card.isVisible())


def contradicted(part: VerdictsView) -> None:
    """Two verdicts that make three entries one person, and a third that says otherwise."""
    store = part.context.store
    with store.read() as session:
        query = select(Person.id).where(Person.relationship == "head").order_by(Person.id)
        one, two, three = session.exec(query.limit(3)).all()
    judge_people(store, [(one, two), (two, three)], Verdict.SAME)
    judge_people(store, [(one, three)], Verdict.DIFFERENT, "ابنتا عم: الاسم واحد والجد مختلف")
    until(lambda: part.card is not None and part.card.isVisible())


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds. Raises TimeoutError."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not holds():
        if patience.hasExpired():
            raise TimeoutError
        QApplication.processEvents()
