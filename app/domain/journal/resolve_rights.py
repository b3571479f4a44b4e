"""From the safety records of a workspace to the rights they make, layer by layer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from app.domain.journal.change import Change
from app.domain.journal.erasure import erased_records
from app.domain.journal.fold import fold
from app.domain.journal.introduction import introductions, origins
from app.domain.journal.rights import (
    DEVICE,
    GRANT,
    RELEASE,
    REVOCATION,
    TAKING_BACK,
    USER,
    CutOffs,
    Granted,
    Knowledge,
    Rights,
)
from app.domain.permissions import ALLOWED, Role


def resolve_rights(safety: Iterable[Change], knowledge: Knowledge) -> Rights:
    """The rights that the workspace's safety records (of `SAFETY`, from every device) make."""
    changes = sorted({change.hash: change for change in safety}.values(), key=_order)
    grants = _certified_grants(changes, knowledge)
    ends = _ends(changes, grants, knowledge.certified)
    introduced = introductions(changes, knowledge.certified)
    coordinators = _rights(knowledge, grants, ends, introduced)
    grants = grants | {
        change.hash: granted
        for change in changes
        if change.record_type == GRANT
        and change.hash not in grants
        and (granted := _granted(change)) is not None
        and coordinators.judge_alone(change) is None
    }
    certified_ends = frozenset(ends)

    def by_coordinator(change: Change) -> bool:
        """Coordinators end what coordinators granted, never what the workspace key certified."""
        target = grants.get(_target(change))
        ends_certified = target is not None and target.role is Role.COORDINATOR
        return not ends_certified and coordinators.judge_alone(change) is None

    for target, found in _ends(changes, grants, by_coordinator).items():
        if target not in certified_ends:
            ends[target] = found
    rights = _rights(knowledge, grants, ends, introduced)
    rights = replace(rights, erased=erased_records(changes, knowledge.certified))
    return _with_decisions(rights, changes)


def _order(change: Change) -> tuple[str, int, bytes]:
    return change.device_id, change.seq, change.hash


def _rights(
    knowledge: Knowledge,
    grants: Mapping[bytes, Granted],
    ends: Mapping[bytes, tuple[CutOffs, ...]],
    introduced: Mapping[str, str],
) -> Rights:
    granted_to: dict[str, tuple[Granted, ...]] = {}
    for granted in grants.values():
        if granted.subject_type == DEVICE:
            before = granted_to.get(granted.subject_id, ())
            granted_to[granted.subject_id] = (*before, granted)
    ceilings = dict(granted_to)
    for device_id in introduced:
        own = [granted_to.get(one, ()) for one in origins(device_id, introduced)]
        if any(own):
            ceilings[device_id] = tuple(granted for found in own for granted in found)
    return Rights(knowledge, dict(grants), dict(ends), ceilings, introduced=introduced)


def _certified_grants(changes: list[Change], knowledge: Knowledge) -> dict[bytes, Granted]:
    return {
        change.hash: granted
        for change in changes
        if change.record_type == GRANT
        and not change.base
        and knowledge.certified(change)
        and (granted := _granted(change)) is not None
    }


def _granted(change: Change) -> Granted | None:
    """The grant that a change makes; None where it makes none (a role of a newer app, say)."""
    values = change.values
    subject_type, subject_id = values.get("subject_type"), values.get("subject_id")
    role = values.get("role")
    if change.base or subject_type not in {DEVICE, USER} or role not in set(Role):
        return None
    return Granted(change, str(subject_type), str(subject_id), Role(str(role)))


def _ends(
    changes: list[Change],
    grants: Mapping[bytes, Granted],
    is_valid: Callable[[Change], bool],
) -> dict[bytes, tuple[CutOffs, ...]]:
    """Per grant, the cut-offs of every revocation that holds: each must accept a change."""
    found: dict[bytes, tuple[CutOffs, ...]] = {}
    for change in changes:
        if change.record_type != REVOCATION or change.base or not is_valid(change):
            continue
        target = _target(change)
        cut_offs = _cut_offs(change)
        if target in grants and cut_offs is not None:
            found[target] = (*found.get(target, ()), cut_offs)
    return found


def _target(change: Change) -> bytes:
    """The grant that a revocation ends; empty where it names none."""
    return _hash_of(change.values.get("grant_hash")) or b""


def _cut_offs(change: Change) -> CutOffs | None:
    """Nothing is accepted of a laptop that is not listed; a list that was never set is empty."""
    listed = change.values.get("cut_offs", [])
    if not isinstance(listed, list):
        return None
    cut_offs: dict[str, tuple[int, bytes]] = {}
    for entry in listed:
        if not isinstance(entry, dict):
            return None
        device, seq, digest = entry.get("device"), entry.get("seq"), _hash_of(entry.get("hash"))
        if not isinstance(device, str) or type(seq) is not int or digest is None:
            return None
        cut_offs[device] = (seq, digest)
    return cut_offs


def _hash_of(text: object) -> bytes | None:
    if not isinstance(text, str) or len(text) != 64:
        return None
    try:
        return bytes.fromhex(text)
    except ValueError:
        return None


def _stretches(listed: object) -> list[tuple[str, int, int, bytes]]:
    """Device, first and last number, and hash of the last, of each well-formed piece of a chain."""
    found = []
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict):
            device, first, last = entry.get("device"), entry.get("first"), entry.get("last")
            digest = _hash_of(entry.get("hash"))
            if not isinstance(first, int) or not isinstance(last, int) or digest is None:
                continue
            found.append((str(device), first, last, digest))
    return found


def _with_decisions(rights: Rights, changes: list[Change]) -> Rights:
    """Adds what was released (a record named by the change) and taken back (a record that lists
    changes) by those who may. The latest standing word counts, so that either can be undone."""
    records: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if change.record_type in {RELEASE, TAKING_BACK}:
            records.setdefault((change.record_type, change.record_id), []).append(change)
    released: dict[bytes, Role] = {}
    taken_back: set[bytes] = set()
    taken_alone: set[bytes] = set()
    taken_from: set[str] = set()
    for (record_type, record_id), found in records.items():
        refused = {one.hash for one in found if rights.judge_alone(one) is not None}
        fields = fold(found, refused).fields
        if fields.get("active") is not True:
            continue
        if record_type == TAKING_BACK:
            taken_alone |= {
                digest
                for name, value in fields.items()
                if value is True and (digest := _hash_of(name.partition(":")[2])) is not None
            }
            for stretch in _stretches(fields.get("ranges")):
                taken_back |= rights.knowledge.stretch(*stretch)
                taken_from.add(stretch[0])
        elif (target := _hash_of(record_id)) is not None:
            standing = [one for one in found if one.hash not in refused]
            roles = [role for one in standing if (role := rights.role_of(one)) is not None]
            released[target] = max(roles, key=lambda role: len(ALLOWED[role]))
    return replace(
        rights,
        released=released,
        taken_back=frozenset(taken_back | taken_alone),
        taken_alone=frozenset(taken_alone),
        taken_from=frozenset(taken_from),
    )
