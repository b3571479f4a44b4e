"""What people decided about what the merge brought up: who is the same, what was given twice."""

from collections.abc import Mapping
from typing import ClassVar

from sqlalchemy import Column, Index, Integer, Table, Text
from sqlmodel import Field

from app.db.tables.journal import metadata
from app.db.tables.replicated import Replicated, elements

_DECISION = {"decision": ("decision", "note", "decided_at", "decided_by")}


class PersonVerdict(Replicated, table=True):
    """Whether two people on file are one; the id is their sorted pair. `decision` is same,
    different or later, or empty once it was taken back. `degrees` is in what they agreed then:
    while it is so, nobody is asked again."""

    __tablename__ = "person_verdict"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "decision": ("decision", "degrees", "note", "decided_at", "decided_by")
    }

    person_a: str = Field(default="", index=True)
    person_b: str = Field(default="", index=True)
    decision: str = ""
    degrees: str = ""
    note: str = ""
    decided_at: int | None = None
    decided_by: str = ""


class HouseholdVerdict(Replicated, table=True):
    """Whether two households on file are one; as `PersonVerdict`. People never decide for it."""

    __tablename__ = "household_verdict"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = _DECISION

    household_a: str = Field(default="", index=True)
    household_b: str = Field(default="", index=True)
    decision: str = ""
    note: str = ""
    decided_at: int | None = None
    decided_by: str = ""


class DoubleAidDecision(Replicated, table=True):
    """What several hand-overs of one entitlement were found to be; the id is made of the sorted
    set of `aid_records`, so that a further hand-over opens the case again. `decision` is mistake,
    allowed, misuse or another_person, or empty once it was taken back."""

    __tablename__ = "double_aid_decision"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = _DECISION

    aid_records: frozenset[str] = elements()
    decision: str = ""
    note: str = ""
    decided_at: int | None = None
    decided_by: str = ""


class ForkDecision(Replicated, table=True):
    """Why one laptop used a number twice; the id is made of the sorted set of `changes` that have
    the first such number, so that another branch asks again. `decision` is restored, copied,
    joined_twice or unknown, or empty once it was taken back."""

    __tablename__ = "fork_decision"
    composites: ClassVar[Mapping[str, tuple[str, ...]]] = _DECISION

    device_id: str = ""
    changes: frozenset[str] = elements()
    decision: str = ""
    note: str = ""
    decided_at: int | None = None
    decided_by: str = ""


fork = Table(
    "fork",
    metadata,
    Column("id", Text, primary_key=True, comment="digest of the changes with the first number"),
    Column("device_id", Text, nullable=False, index=True),
    Column("first_seq", Integer, nullable=False),
    Column("last_seq", Integer, nullable=False),
)
"""Numbers that a laptop used twice, as far as they run on; derived from the journal."""

open_conflict = Table(
    "open_conflict",
    metadata,
    Column("record_type", Text, primary_key=True),
    Column("record_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("candidates", Integer, nullable=False, comment="how many values stand side by side"),
)
"""Fields whose latest writers differ; derived from the journal."""

double_aid = Table(
    "double_aid",
    metadata,
    Column("case_id", Text, primary_key=True, comment="digest of the set of hand-overs"),
    Column("rule_id", Text, primary_key=True),
    Column("household_id", Text, primary_key=True, comment="canonical; empty for a person's"),
    Column("person_id", Text, primary_key=True, comment="canonical; empty for a household's"),
    Column("aid_record_id", Text, primary_key=True),
    Index("ix_double_aid_household_id", "household_id"),
    Index("ix_double_aid_person_id", "person_id"),
    Index("ix_double_aid_aid_record_id", "aid_record_id"),
)
"""Hand-overs that together are more than a rule allows, a row each; derived."""

same_person = Table(
    "same_person",
    metadata,
    Column("person_id", Text, primary_key=True),
    Column("canonical_id", Text, nullable=False, index=True, comment="the smallest id of all"),
)
"""People judged to be one with somebody; the others stand for themselves. Derived from verdicts."""

same_household = Table(
    "same_household",
    metadata,
    Column("household_id", Text, primary_key=True),
    Column("canonical_id", Text, nullable=False, index=True, comment="the smallest id of all"),
)
"""Households judged to be one with another; derived from verdicts."""

likely_pair = Table(
    "likely_pair",
    metadata,
    Column("person_a", Text, primary_key=True),
    Column("person_b", Text, primary_key=True),
    Column("points", Integer, nullable=False, comment="hundredths"),
    Column("band", Text, nullable=False),
    Column("degrees", Text, nullable=False, comment="of `domain.matching.levels.Levels`, in order"),
    Column("kin", Text, nullable=False),
    Index("ix_likely_pair_points", "points"),
    Index("ix_likely_pair_b", "person_b"),
)
"""Pairs of people on file who may be one, as the scorer finds them; recomputed, never kept."""
