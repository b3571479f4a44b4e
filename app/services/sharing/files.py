"""Files of keyed digests to and from other organisations."""

from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path

from sqlalchemy import Connection, delete, insert, text
from sqlmodel import select

from app.db.store import Store
from app.db.tables import Workspace, given_by_others
from app.domain.given import GivenElsewhere, identity_digest
from app.domain.permissions import Action
from app.errors import FileDamaged, FileIsOwn, FileMissing, NothingToShare
from app.files import disk_errors, new_file
from app.keys.age_identity import public_half
from app.services.disclosures import journal_disclosure
from app.services.rights import require_right
from app.services.sharing.keys import secret_named, secrets
from app.services.sharing.perhaps import known_from_others
from app.sync.given_file import MAX_FILE_BYTES, GivenFile, from_bytes, to_bytes

_BATCH = 5_000

_HAND_OVERS = text(
    "SELECT DISTINCT p.document_type, p.document_no, i.kind, substr(l.day, 1, 7) AS month"
    " FROM aid_line l JOIN household h ON h.id = l.household_id"
    " JOIN person p ON p.household_id = h.id AND (l.person_id IS NULL OR l.person_id = p.id)"
    " JOIN aid_item i ON i.id = l.item_id"
    " WHERE l.voided = 0 AND l.quantity > 0 AND l.day BETWEEN :since AND :until"
    " AND p.document_no != '' AND p.document_type != 'none' AND h.consent_sharing"
)


@dataclass(frozen=True)
class Shared:
    """A file that was written: how many people its digests stand for, and how many digests."""

    path: Path
    people: int
    digests: int


@dataclass(frozen=True)
class Learned:
    """A file that was read. `ours` counts people on file here whom it names by a digest."""

    organisation: str
    key_name: str
    digests: int
    ours: int
    first_month: str
    last_month: str


def write_given(
    store: Store, path: Path, key_name: str, since: date = date.min, until: date = date.max
) -> Shared:
    """Writes whom this workspace served from day `since` to day `until`, for those who share the
    key. Only of households that agreed to sharing, and of people with a document.

    That the file was made is journalled. Raises RightMissing, SharedKeyNotFound, NothingToShare,
    DiskFull, StoreReadOnly, DiskFailed; then there is no file.
    """
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        connection = session.connection()
        secret = secret_named(connection, key_name)
        given: dict[GivenElsewhere, set[bytes]] = defaultdict(set)
        people: set[bytes] = set()
        for row in connection.execute(
            _HAND_OVERS, {"since": since.isoformat(), "until": until.isoformat()}
        ):
            digest = identity_digest(secret.digest_key, row.document_type, row.document_no)
            people.add(digest)
            given[GivenElsewhere(row.kind, row.month, "")].add(digest)
        if not people:
            raise NothingToShare
        workspace = session.exec(select(Workspace)).one()
        origin = workspace.id
        name = workspace.name
    data = to_bytes(
        GivenFile(
            name,
            origin,
            store.sources.now(),
            {one: frozenset(who) for one, who in given.items()},
        ),
        public_half(secret.age_identity),
    )
    count = sum(map(len, given.values()))
    with new_file(path) as file:
        file.write(data)
        journal_disclosure(store, "given", count, sha256(data).hexdigest())
    return Shared(path, len(people), count)


def read_given(store: Store, path: Path) -> Learned:
    """Takes in another organisation's file, in place of its earlier one under the same key.

    Raises RightMissing, FileMissing, FileForOthers (no key of this laptop opens it), FileDamaged,
    FileNewer, FileIsOwn, DiskFull; then nothing changed.
    """
    if not path.is_file():
        raise FileMissing(path=str(path))
    with disk_errors(path.parent):
        if path.stat().st_size > MAX_FILE_BYTES:
            raise FileDamaged
        data = path.read_bytes()
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        connection = session.connection()
        known = secrets(connection)
        file, at = from_bytes(data, [secret.age_identity for secret in known.values()])
        if file.origin == session.exec(select(Workspace)).one().id:
            raise FileIsOwn
        key_name = list(known)[at]
        _keep(connection, file, key_name)
        ours = {
            (kind, number)
            for kind, number, _, _, organisation in known_from_others(session, None)
            if organisation == file.organisation
        }
    months = sorted(one.month for one in file.given)
    return Learned(
        file.organisation,
        key_name,
        sum(map(len, file.given.values())),
        len(ours),
        months[0] if months else "",
        months[-1] if months else "",
    )


def _keep(connection: Connection, file: GivenFile, key_name: str) -> None:
    connection.execute(
        delete(given_by_others).where(
            given_by_others.c.organisation_id == file.organisation,
            given_by_others.c.key_name == key_name,
        )
    )
    rows = (
        {"digest": digest, "key_name": key_name, **asdict(given)}
        for given, digests in file.given.items()
        for digest in digests
    )
    while batch := list(islice(rows, _BATCH)):
        connection.execute(insert(given_by_others).prefix_with("OR IGNORE"), batch)
