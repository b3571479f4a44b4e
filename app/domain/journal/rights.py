"""Rights are part of the fold: from the whole set of changes to those that set nothing.

Three layers. The workspace key certifies coordinators, and alone ends what it certified.
Coordinators grant to everybody else and end that. Then data is judged: by the grant that each
change names, the laptop's ceiling, and every cut-off. Nothing depends on the order in which files
arrive. A change without the right is *quarantined*: it keeps its place in the history and sets
nothing until somebody who may decide releases it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from app.domain.journal.change import GENESIS, Change
from app.domain.journal.introduction import introducer, origins
from app.domain.permissions import ALLOWED, Action, Role, action_of

GRANT = "grant"
REVOCATION = "revocation"
RELEASE = "release"
TAKING_BACK = "taking_back"
ERASURE = "erasure"
SAFETY = frozenset(
    {"workspace", "device", "user", GRANT, REVOCATION, RELEASE, TAKING_BACK, ERASURE}
)
"""Record types that rights are made of; none of them can be released or taken back."""

FOUNDING = frozenset({"workspace", "device", "user", GRANT})
"""What a certified laptop may write before there is a grant to name."""

_CERTIFIED = frozenset({GRANT, REVOCATION, ERASURE})
"""Record types that the workspace key's signature makes count."""

DEVICE, USER = "device", "user"


class Cause(StrEnum):
    """Why a change sets nothing."""

    NO_GRANT = "no_grant"
    """It names no grant that holds here, or somebody else's."""
    NO_RIGHT = "no_right"
    """The laptop or the person may not do this."""
    PAST_CUT_OFF = "past_cut_off"
    """Written after the grant ended, as far as the one who ended it knew."""
    TAKEN_BACK = "taken_back"
    """A coordinator took it back (a merge that was undone)."""


@dataclass(frozen=True, slots=True)
class Granted:
    """A grant that holds: to whom, as what, and the change that made it."""

    change: Change
    subject_type: str
    subject_id: str
    role: Role


@dataclass(frozen=True)
class Told:
    """What somebody who sees more says of a change: why it sets nothing, or that it counts."""

    cause: Cause | None


def _nobody_told(_: Change) -> Told | None:
    return None


CutOffs = Mapping[str, tuple[int, bytes]]
"""Per device, the number and hash of the last change that a revocation accepts."""


@dataclass(frozen=True)
class Reach:
    """Which changes a difference of rights can judge otherwise: those of these devices, under
    these grants, and these themselves."""

    devices: frozenset[str] = frozenset()
    grants: frozenset[bytes] = frozenset()
    changes: frozenset[bytes] = frozenset()


@dataclass(frozen=True)
class Knowledge:
    """What judging needs besides the changes themselves.

    `certified(change)` tells whether the workspace key signed the grant, revocation or erasure that
    a change makes, and of a laptop's own record, whether the laptop that it goes on from signed it.
    `chain_to(device_id, hash)` is each change on the chain that ends at a change, or None while any
    of them is not here. `is_own_today(change)` tells of a void whether its writer handed the same
    thing over on the same convoy day. `stretch(device_id, first, last, hash)` is what is here of
    the chain that ends at a change, from number `first` on. `told(change)` is what a coordinator
    said of a change, to a laptop that sees parts of chains only.
    """

    certified: Callable[[Change], bool]
    chain_to: Callable[[str, bytes], frozenset[bytes] | None]
    is_own_today: Callable[[Change], bool]
    stretch: Callable[[str, int, int, bytes], frozenset[bytes]]
    told: Callable[[Change], Told | None] = _nobody_told


@dataclass(frozen=True)
class Rights:
    """Who may do what, as the whole set of changes says; made by `resolve_rights`."""

    knowledge: Knowledge
    grants: Mapping[bytes, Granted]
    ends: Mapping[bytes, tuple[CutOffs, ...]]
    ceilings: Mapping[str, tuple[Granted, ...]]
    released: Mapping[bytes, Role] = field(default_factory=dict)
    """By whom, at most, each quarantined change was released."""
    taken_back: frozenset[bytes] = frozenset()
    taken_alone: frozenset[bytes] = frozenset()
    """Those of them that were named one by one."""
    taken_from: frozenset[str] = frozenset()
    """The devices of which pieces of chains were taken back: more of them may arrive."""
    introduced: Mapping[str, str] = field(default_factory=dict)
    """By device, the one that it goes on from."""
    erased: frozenset[tuple[str, str]] = frozenset()
    """The records, by type and id, whose changes lose their content."""

    def judge(self, change: Change) -> Cause | None:
        """Why a change sets nothing, or None where it counts."""
        if change.record_type in SAFETY:
            return self.judge_alone(change)
        told = self.knowledge.told(change)
        if change.hash in self.taken_back or (told and told.cause is Cause.TAKEN_BACK):
            return Cause.TAKEN_BACK
        releaser = self.released.get(change.hash)
        if releaser is not None and self.action(change) in ALLOWED[releaser]:
            return None
        return told.cause if told else self.judge_alone(change)

    def is_uniform(self, device_id: str, grant: bytes) -> bool:
        """Whether nothing was ended for a laptop and a grant: then all that is written there under
        it is judged alike, kind by kind, but for voids and what was released or taken back."""
        ceilings = self.ceilings.get(device_id, ())
        ended = {granted.change.hash for granted in ceilings} | {grant}
        return not ended & self.ends.keys()

    def reach_since(self, before: "Rights") -> Reach:
        """Which changes may be judged otherwise than by the rights from before."""
        known = {**before.grants, **self.grants}
        changed = _differing(before.grants, self.grants) | _differing(before.ends, self.ends)
        devices = {known[one].subject_id for one in changed if known[one].subject_type == DEVICE}
        devices |= {one for one in self.introduced if devices & set(origins(one, self.introduced))}
        devices |= _differing(before.introduced, self.introduced)
        return Reach(
            frozenset(devices),
            changed,
            _differing(before.released, self.released) | (before.taken_back ^ self.taken_back),
        )

    def role_of(self, change: Change) -> Role | None:
        """The lesser of what the writer and the laptop of a change may do; None without a grant."""
        granted, ceiling = self.grants.get(change.grant), self._ceiling(change)
        if granted is None or ceiling is None:
            return None
        return min(granted.role, ceiling, key=lambda role: len(ALLOWED[role]))

    def judge_alone(self, change: Change) -> Cause | None:
        """`judge` before anything was released or taken back."""
        if change.record_type in _CERTIFIED and self.knowledge.certified(change):
            return None
        if change.record_type == ERASURE:
            return Cause.NO_RIGHT
        ceiling = self._ceiling(change)
        if self._introduces_itself(change):
            return None if ceiling is not None else self._why_no_ceiling(change)
        if change.grant == GENESIS:
            founding = change.record_type in FOUNDING - {GRANT}
            return None if founding and ceiling is Role.COORDINATOR else Cause.NO_GRANT
        granted = self.grants.get(change.grant)
        if granted is None or (granted.subject_type, granted.subject_id) != (USER, change.actor):
            return Cause.NO_GRANT
        if not self._accepts(granted, change):
            return Cause.PAST_CUT_OFF
        if ceiling is None:
            return self._why_no_ceiling(change)
        if not self.allows(granted.role, ceiling, change):
            return Cause.NO_RIGHT
        return None

    def _introduces_itself(self, change: Change) -> bool:
        own = change.device_id in self.introduced and change.record_id == change.device_id
        return own and introducer(change) is not None and self.knowledge.certified(change)

    def allows(self, person: Role, laptop: Role, change: Change) -> bool:
        """Whether both the person's role and the laptop's ceiling allow what a change does."""
        if change.record_type == GRANT and change.base:
            return False  # grants are never edited, only ended
        if change.record_type == GRANT and change.values.get("role") == Role.COORDINATOR:
            return False  # the workspace key alone makes coordinators
        action = self.action(change)
        return action in ALLOWED[person] and action in ALLOWED[laptop]

    def action(self, change: Change) -> Action:
        """What a change does, as far as rights tell one from another."""
        if change.record_type == RELEASE:
            return Action.DECIDE
        is_void = "void" in change.values
        own = is_void and self.knowledge.is_own_today(change)
        return action_of(change.record_type, change.values, own_today=own)

    def _ceiling(self, change: Change) -> Role | None:
        """The most that the laptop may do; None when no grant to it accepts this change."""
        roles = [
            granted.role
            for granted in self.ceilings.get(change.device_id, ())
            if self._accepts(granted, change)
        ]
        return max(roles, key=lambda role: len(ALLOWED[role]), default=None)

    def _why_no_ceiling(self, change: Change) -> Cause:
        known = change.device_id in self.ceilings
        return Cause.PAST_CUT_OFF if known else Cause.NO_GRANT

    def _accepts(self, granted: Granted, change: Change) -> bool:
        return all(
            self._before(cut_offs, change) for cut_offs in self.ends.get(granted.change.hash, ())
        )

    def _before(self, cut_offs: CutOffs, change: Change) -> bool:
        """Whether a change lies on the chain up to its device's cut-off. A number alone would let
        the other branch of a fork pass; it decides only while the named change is not here."""
        last = cut_offs.get(change.device_id)
        if last is None:
            return False
        seq, digest = last
        chain = self.knowledge.chain_to(change.device_id, digest)
        return change.seq <= seq if chain is None else change.hash in chain


_Key = TypeVar("_Key")


def _differing(before: Mapping[_Key, object], after: Mapping[_Key, object]) -> frozenset[_Key]:
    """The keys whose values are not the same in both."""
    return frozenset(
        key for key in before.keys() | after.keys() if before.get(key) != after.get(key)
    )
