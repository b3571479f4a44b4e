"""Changes that set nothing because whoever wrote them had no right to: told together where they are
alike, released by somebody who may, or left.

A release is a change of its own, whose id is the hash of what it releases; inactive, it says that
somebody looked and left it. A second record, of that hash and `+waits`, says while it is active
that this was taken back: the change waits as if nobody had looked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final

from sqlalchemy import Row, and_, func, select
from sqlmodel import Session

from app.db.journal import changes_where
from app.db.rights_codes import CAUSES, CODES
from app.db.store import Store
from app.db.tables import Release, journal, table_of
from app.domain.journal.change import Change
from app.domain.journal.rights import SAFETY, Cause
from app.domain.journal.value import Fields
from app.domain.permissions import Action, action_of
from app.errors import CaseSettled
from app.services.exchange.rights_here import require, rights_here
from app.services.review.authors import Author, Authors
from app.services.review.titles import Title, titles_of

PAGE = 50
_SHOWN = 100
_CHUNK = 500

_RELEASE: Final = table_of(Release)
_WAITING: Final = tuple(code for cause, code in CODES.items() if cause is not Cause.TAKEN_BACK)
_HASH: Final = func.lower(func.hex(journal.c.hash))
_AGAIN: Final = "+waits"
_SPOKEN_OF: Final = select(_RELEASE.c.id).where(_RELEASE.c.id == _HASH).exists()
_TAKEN_BACK: Final = (
    select(_RELEASE.c.id).where(_RELEASE.c.id == _HASH + _AGAIN, _RELEASE.c.active).exists()
)
_LOOKED_AT: Final = and_(_SPOKEN_OF, ~_TAKEN_BACK)
WAITS: Final = and_(journal.c.skipped != 0, journal.c.skipped.in_(_WAITING), ~_LOOKED_AT)
"""Of a row of the journal: it is quarantined, and nobody has said what is to become of it."""


@dataclass(frozen=True)
class Quarantined:
    """One change and what it would set. `household` is whose it is, where the change says so. What
    rights are made of cannot be released."""

    change: str
    title: Title
    household: Title | None
    fields: Fields
    author: Author
    releasable: bool


@dataclass(frozen=True)
class Group:
    """Changes of one laptop and one user, put aside for one cause, to records of one type: `count`
    of them, of which the first are in `changes`. `left` when somebody looked and left them."""

    cause: Cause
    device_id: str
    laptop: str
    user_id: str
    user: str
    record_type: str
    count: int
    changes: tuple[Quarantined, ...]
    left: bool


@dataclass(frozen=True)
class GroupKey:
    """What the changes of a group have in common."""

    cause: Cause
    device_id: str
    user_id: str
    record_type: str


def quarantined(store: Store, *, left: bool = False) -> tuple[Group, ...]:
    """What waits for somebody to look (or what was looked at and left), the largest group first."""
    which = _left() if left else WAITS
    keys = (journal.c.skipped, journal.c.device_id, journal.c.actor, journal.c.record_type)
    query = select(*keys, func.count().label("found")).where(which).group_by(*keys)
    with store.read() as session:
        rows = session.connection().execute(query.order_by(func.count().desc(), *keys)).all()
        authors = Authors(session)
        return tuple(_group(session, authors, row, left=left) for row in rows)


def changes_of_group(
    store: Store, key: GroupKey, *, left: bool = False, start: int = 0, count: int = PAGE
) -> tuple[Quarantined, ...]:
    """Some of a group's changes, from number `start` on."""
    with store.read() as session:
        return _changes(session, Authors(session), key, left=left, start=start, count=count)


def all_of_group(store: Store, key: GroupKey, *, left: bool = False) -> tuple[str, ...]:
    """The changes of a whole group (hex), to release or leave them together."""
    query = select(journal.c.hash).where(_in_group(key), _left() if left else WAITS)
    with store.read() as session:
        found = session.connection().scalars(query.order_by(journal.c.position))
        return tuple(digest.hex() for digest in found)


def release(store: Store, changes: Sequence[str]) -> int:
    """Lets quarantined changes count; returns how many. Whoever releases must be allowed to do what
    they do. Raises RightMissing, CaseSettled where none of them waits any more."""
    return _decide(store, changes, _Word.RELEASED)


def leave(store: Store, changes: Sequence[str]) -> int:
    """Looked at, and left as they are. Returns how many. Raises RightMissing, CaseSettled."""
    return _decide(store, changes, _Word.LEFT)


def wait_again(store: Store, changes: Sequence[str]) -> int:
    """Takes back that they were released or left: they wait as before. Returns how many. Raises
    RightMissing, CaseSettled where nobody has said anything of them."""
    return _decide(store, changes, _Word.WAITS)


class _Word(Enum):
    """What was said of a change."""

    WAITS = auto()
    RELEASED = auto()
    LEFT = auto()


def _decide(store: Store, changes: Sequence[str], word: _Word) -> int:
    releases = word is _Word.RELEASED
    with store.write() as session:
        rights = rights_here(session.connection())
        require(store, rights, Action.DECIDE)
        found = [one for one in _named(session, changes) if one.record_type not in SAFETY]
        for action in {action_of(one.record_type, one.values) for one in found if releases}:
            require(store, rights, action)
        decided = sum(_say(session, change.hash.hex(), word) for change in found)
        if not decided:
            raise CaseSettled
    return decided


def _say(session: Session, change: str, word: _Word) -> bool:
    """Whether it was another word before."""
    row, again = session.get(Release, change), session.get(Release, change + _AGAIN)
    if row is not None and row.active:
        before = _Word.RELEASED
    else:
        waits = row is None or (again is not None and again.active)
        before = _Word.WAITS if waits else _Word.LEFT
    if before is word:
        return False
    for one, row_id, active in (
        (row, change, word is _Word.RELEASED),
        (again, change + _AGAIN, word is _Word.WAITS),
    ):
        if one is not None:
            one.active = active
        elif row_id == change or active:
            session.add(Release(id=row_id, active=active))
    return True


def _named(session: Session, changes: Iterable[str]) -> list[Change]:
    """The changes that are quarantined, or were and have been released."""
    hashes = [bytes.fromhex(one) for one in changes]
    found: list[Change] = []
    for start in range(0, len(hashes), _CHUNK):
        chosen = journal.c.hash.in_(hashes[start : start + _CHUNK])
        quarantined_ = journal.c.skipped.in_(_WAITING) | _SPOKEN_OF
        found += changes_where(session.connection(), and_(chosen, quarantined_))
    return found


def _left() -> Any:
    return and_(journal.c.skipped != 0, journal.c.skipped.in_(_WAITING), _LOOKED_AT)


def _in_group(key: GroupKey) -> Any:
    return and_(
        journal.c.skipped == CODES[key.cause],
        journal.c.device_id == key.device_id,
        journal.c.actor == key.user_id,
        journal.c.record_type == key.record_type,
    )


def _group(session: Session, authors: Authors, row: Row[Any], *, left: bool) -> Group:
    key = GroupKey(CAUSES[row.skipped], row.device_id, row.actor, row.record_type)
    return Group(
        cause=key.cause,
        device_id=key.device_id,
        laptop=authors.laptops.get(key.device_id, ""),
        user_id=key.user_id,
        user=authors.users.get(key.user_id, ""),
        record_type=key.record_type,
        count=row.found,
        changes=_changes(session, authors, key, left=left, start=0, count=_SHOWN),
        left=left,
    )


def _changes(
    session: Session, authors: Authors, key: GroupKey, *, left: bool, start: int, count: int
) -> tuple[Quarantined, ...]:
    query = select(journal.c.position).where(_in_group(key), _left() if left else WAITS)
    chosen = query.order_by(journal.c.position).offset(start).limit(count)
    found = list(changes_where(session.connection(), journal.c.position.in_(chosen)))
    titles: Mapping[tuple[str, str], Title] = titles_of(
        session,
        [
            *((one.record_type, one.record_id) for one in found),
            *(("household", household_id) for one in found if (household_id := _household(one))),
        ],
    )
    return tuple(
        Quarantined(
            change=one.hash.hex(),
            title=titles[one.record_type, one.record_id],
            household=titles.get(("household", _household(one))),
            fields=one.values,
            author=authors.of(one),
            releasable=one.record_type not in SAFETY,
        )
        for one in found
    )


def _household(change: Change) -> str:
    """The household that a person or a hand-over belongs to, as the change says; or nothing."""
    named = change.values.get("household_id")
    return named if isinstance(named, str) else ""
