"""A widow written down by two laptops, and served by both: found, judged, undone and judged again
through the windows, with every figure right each time, and the same on both laptops."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from app.bootstrap import DEMO_PASSPHRASE, open_store
from app.db.store import Store
from app.db.tables import AidRecord
from app.services.doctor import examine
from app.services.find import find
from app.services.matching.judged import judged_pairs
from app.services.matching.verdicts import Verdict
from app.services.review.double_aid import Finding, double_aid_cases
from tests.e2e.playing import play
from tools.field_day import PASSPHRASE
from tools.widow_twice import NAMES, STORY, WIDOW

Step = dict[str, Any]

APART = ("merged", "taken-back", "undone")
"""The steps at which nobody says that the two are one."""

JOINED = ("one-family", "again", "once-more", "decision-undone")
"""Person and family are one, and nobody has said what the second box was."""


@dataclass(frozen=True)
class Played:
    """What the day left: its folder, her households, what was so at each step, and the stores."""

    out: Path
    homes: list[str]
    steps: dict[str, Step]
    coordinator: Store
    laptops: tuple[Store, ...]

    @property
    def before(self) -> Step:
        """Before anybody wrote her down."""
        return self.steps["before"]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The day is played once, in a process of its own."""
    out = tmp_path_factory.mktemp("widow-twice") / "out"
    play("widow_twice", out)
    story = json.loads((out / STORY).read_text(encoding="utf-8"))
    coordinator = open_store(out / "coordinator", DEMO_PASSPHRASE)
    laptops = tuple(open_store(out / f"laptop-{at}", PASSPHRASE) for at in range(len(NAMES)))
    yield Played(out, story["homes"], story["steps"], coordinator, laptops)
    for store in (coordinator, *laptops):
        store.close()


def waiting(step: Step) -> tuple[int, int, int]:
    """Likely pairs, cases of double aid, contradictions."""
    return step["pairs"], step["double_aid"], step["contradictions"]


def reach(step: Step) -> tuple[int, int, int]:
    """Families, people, hand-overs of the convoy."""
    return step["families"], step["people"], step["hand_overs"]


def received(step: Step) -> list[tuple[str, int]]:
    """What each of her first two cards answers for the box, and how much it has received."""
    return [(home["state"], home["received"]) for home in step["homes"][:2]]


def grown(played: Played, *more: int) -> tuple[int, ...]:
    """The convoy's reach before, with so many families, people and hand-overs more."""
    return tuple(map(sum, zip(reach(played.before), more, strict=True)))


def test_no_hand_over_is_ever_lost_voided_or_counted_twice(played: Played) -> None:
    for name, step in played.steps.items():
        more = 0 if name == "before" else 2
        assert step["conserved"], name
        assert (step["active"], step["voided"]) == (played.before["active"] + more, 0), name
        assert step["hand_overs"] == played.before["hand_overs"] + more, name


def test_after_the_merge_she_is_two_and_waits_to_be_judged(played: Played) -> None:
    for name in APART:
        step = played.steps[name]
        assert waiting(step) == (1, 0, 0), name
        assert reach(step) == grown(played, 2, 2, 2), name
        assert received(step) == [("already_received", 1)] * 2, name


def test_one_person_is_counted_once_while_her_families_are_still_two(played: Played) -> None:
    for name in ("one-person", "families-apart"):
        step = played.steps[name]
        assert waiting(step) == (0, 0, 0), name
        assert reach(step) == grown(played, 2, 1, 2), name
        assert received(step) == [("already_received", 1)] * 2, name


def test_one_family_brings_up_the_second_box_each_time(played: Played) -> None:
    for name in JOINED:
        step = played.steps[name]
        assert waiting(step) == (0, 1, 0), name
        assert reach(step) == grown(played, 1, 1, 2), name
        assert received(step) == [("already_received", 2)] * 2, name


def test_what_was_said_of_the_second_box_ends_the_case_and_changes_no_figure(
    played: Played,
) -> None:
    for name in ("decided", "decided-again", "agreeing"):
        step = played.steps[name]
        assert (waiting(step), step["decided"]) == ((0, 0, 0), 1), name
        assert reach(step) == grown(played, 1, 1, 2), name


def test_a_verdict_against_the_others_is_a_case_until_it_is_taken_back(played: Played) -> None:
    assert waiting(played.steps["contradicting"]) == (0, 0, 1)
    assert waiting(played.steps["agreeing"]) == (0, 0, 0)
    assert reach(played.steps["contradicting"]) == reach(played.steps["agreeing"])


def test_the_count_beside_review_is_what_waits(played: Played) -> None:
    for name, step in played.steps.items():
        count = sum(waiting(step))
        assert step["waits"] == count - step["pairs"], name
        assert step["badge"] == ("١" if count else ""), name
        assert count <= 1, name


def test_both_laptops_show_what_the_coordinator_decided(played: Played) -> None:
    last = {**played.steps["agreeing"]}
    for name in NAMES:
        assert played.steps[name] == last
    for store in (played.coordinator, *played.laptops):
        (case,) = double_aid_cases(store, decided=True).cases
        assert case.decision is not None
        assert (case.decision.finding, bool(case.decision.note)) == (Finding.MISTAKE, True)
        said = [(one.said.kind, one.said.verdict) for one in judged_pairs(store).verdicts]
        assert sorted(said) == [
            ("household", Verdict.SAME),
            ("person", Verdict.SAME),
            ("person", Verdict.SAME),
        ]
        assert examine(store).findings == ()


def test_every_number_she_was_ever_given_still_finds_her(played: Played) -> None:
    numbers = [home["number"] for home in played.steps["agreeing"]["homes"]]
    documents = [entry.number for entry in WIDOW if entry.number]
    assert len(set(documents)) == len(documents)
    for store in (played.coordinator, *played.laptops):
        for home, number in zip(played.homes, numbers, strict=True):
            assert [one.household_id for one in find(store, number).matches] == [home]
        for home, document in zip(played.homes, documents, strict=False):
            assert [one.household_id for one in find(store, document).matches] == [home]


def test_both_boxes_stand_where_they_were_given(played: Played) -> None:
    for store in (played.coordinator, *played.laptops):
        with store.read() as session:
            query = select(AidRecord).where(col(AidRecord.household_id).in_(played.homes))
            records = session.exec(query).all()
        given = {one.household_id: one.device_id for one in records}
        assert given == {
            home: laptop.device_id
            for home, laptop in zip(played.homes, played.laptops, strict=False)
        }
        assert len(records) == 2


def test_the_pictures_are_there(played: Played) -> None:
    pictures = list((played.out / "screenshots").glob("*.png"))
    assert len(pictures) >= 35
    assert all(picture.stat().st_size > 10_000 for picture in pictures)
