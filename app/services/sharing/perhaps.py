"""What somebody on file perhaps received elsewhere: a digest of their document was told.

Always a *perhaps*: whoever made the file may have mistyped a number, and nobody here can ask.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, select, text
from sqlmodel import Session

from app.db.tables import Organisation, Person, given_by_others
from app.domain.given import identity_digest
from app.services.desks.convoy_key import known_convoy_key
from app.services.sharing.keys import secrets

CONVOY = ""
"""The name of the key of digests that came with a pack: today's convoy's."""

_CHUNK = 5_000
_IN_VILLAGES = text(
    "WITH RECURSIVE seen(id) AS ("
    " SELECT value FROM json_each(:villages)"
    " UNION SELECT place.id FROM place JOIN seen ON place.parent_id = seen.id"
    ")"
    " SELECT p.document_type, p.document_no FROM person p"
    " JOIN household h ON h.id = p.household_id"
    " WHERE p.document_no != '' AND p.document_type != 'none'"
    " AND (:villages IS NULL OR h.village_id IN (SELECT id FROM seen))"
)


@dataclass(frozen=True)
class Perhaps:
    """Aid of a kind that an organisation gave in a month (`YYYY-MM`) to somebody with the same
    document. `organisation` is its name, empty where it is not known."""

    kind: str
    month: str
    organisation: str


def perhaps_given(
    session: Session, people: Iterable[Person], convoy_id: str | None
) -> tuple[Perhaps, ...]:
    """What these people perhaps received elsewhere, the latest first."""
    documents = {
        (person.document_type, person.document_no)
        for person in people
        if person.document_no and person.document_type != "none"
    }
    if not documents:
        return ()
    found = {
        Perhaps(kind, month, _name(session, organisation))
        for key_name, key in _keys(session, convoy_id).items()
        for _, kind, month, organisation in _matches(session.connection(), key_name, key, documents)
    }
    ordered = sorted(found, key=lambda one: (one.kind, one.organisation))
    return tuple(sorted(ordered, key=lambda one: one.month, reverse=True))


def known_from_others(
    session: Session, villages: frozenset[str] | None
) -> Iterator[tuple[str, str, str, str, str]]:
    """Document type and number, kind, month and organisation of people on file here (of all
    `villages`, or of these) whom a file under a shared key names."""
    connection = session.connection()
    keys = {name: secret.digest_key for name, secret in secrets(connection).items()}
    if not keys:
        return
    listed = None if villages is None else json.dumps(sorted(villages))
    rows = connection.execute(_IN_VILLAGES, {"villages": listed})
    while chunk := {(row.document_type, row.document_no) for row in islice(rows, _CHUNK)}:
        for key_name, key in keys.items():
            for document, kind, month, organisation in _matches(connection, key_name, key, chunk):
                yield *document, kind, month, organisation


def _keys(session: Session, convoy_id: str | None) -> dict[str, bytes]:
    """The keys of all digests that are here, by name."""
    keys = {name: secret.digest_key for name, secret in secrets(session.connection()).items()}
    convoy = known_convoy_key(session, convoy_id) if convoy_id else None
    return keys | {CONVOY: convoy} if convoy is not None else keys


def _matches(
    connection: Connection, key_name: str, key: bytes, documents: set[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], str, str, str]]:
    by_digest = {identity_digest(key, *document): document for document in documents}
    table = given_by_others
    query = select(table.c.digest, table.c.kind, table.c.month, table.c.organisation_id).where(
        table.c.key_name == key_name, table.c.digest.in_(list(by_digest))
    )
    for row in connection.execute(query):
        yield by_digest[bytes(row.digest)], row.kind, row.month, row.organisation_id


def _name(session: Session, organisation: str) -> str:
    """An organisation on file by its id, or another workspace's own name for itself."""
    row = session.get(Organisation, organisation)
    return row.name_ar if row is not None else organisation
