"""The queue brings those who hang together side by side, the surest first."""

from dataclasses import replace

from app.db.store import Store
from app.domain.matching.levels import Document
from app.domain.matching.points import Band
from app.services.matching.likely_pairs import find_all
from app.services.matching.queue import duplicate_queue
from app.services.matching.undecided import open_pairs
from app.services.matching.verdicts import Verdict, join_families, judge_people, undo_families
from app.services.registration import Consent, NewHousehold, NewMember, register_household

WIDOW = NewMember(
    name="نعمة عبدالنبي خلف",
    sex="f",
    document_type="national_id",
    document_no="27003122600124",
    phone="01012345678",
    relationship="head",
)
MAN = NewMember(name="محمد أحمد محمد", sex="m", relationship="head")
SON = NewMember(name="بيشوي صبحي", sex="m", relationship="son")


def register(store: Store, *members: NewMember) -> str:
    family = NewHousehold(village_id="EG260101", members=members, consent=Consent())
    return register_household(store, family).household_id


def test_groups_stand_together_the_surest_first(store: Store) -> None:
    for member in (MAN, WIDOW, MAN, replace(WIDOW, document_no="27003122600142"), WIDOW):
        register(store, member, SON) if member is WIDOW else register(store, member)
    find_all(store)
    queue = duplicate_queue(store)
    assert queue.total == len(queue.pairs) == open_pairs(store)
    assert [pair.group for pair in queue.pairs] == sorted(pair.group for pair in queue.pairs)
    first = queue.pairs[0]
    assert (first.band, first.levels.document) == (Band.SURE, Document.EQUAL)
    assert first.one.family == (SON.name,)
    assert first.one.place is not None
    assert queue.sure == sum(pair.band is Band.SURE for pair in queue.pairs)
    assert duplicate_queue(store, start=1, count=1).pairs == queue.pairs[1:2]


def test_what_was_put_off_comes_last(store: Store) -> None:
    for member in (WIDOW, WIDOW, replace(MAN, document_type="passport", document_no="A1"), MAN):
        register(store, member)
    register(store, replace(MAN, document_type="passport", document_no="A1"))
    find_all(store)
    before = duplicate_queue(store).pairs
    judge_people(store, [before[0].key], Verdict.LATER)
    after = duplicate_queue(store).pairs
    assert len(after) == len(before) > 1
    assert (after[-1].key, after[-1].later) == (before[0].key, True)
    assert not any(pair.later for pair in after[:-1])


def test_people_and_their_families_are_joined_and_parted_together(store: Store) -> None:
    register(store, WIDOW)
    register(store, WIDOW)
    find_all(store)
    (pair,) = duplicate_queue(store).pairs
    homes = pair.one.household_id, pair.other.household_id
    before = join_families(store, pair.key, homes)
    assert open_pairs(store) == 0
    undo_families(store, before)
    assert open_pairs(store) == 1
