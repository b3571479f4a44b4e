"""What a laptop is told of hand-overs that it does not see: keyed digests, and no names."""

import base64
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, text
from sqlmodel import Session, col, select

from app.db.queries.places import places_named
from app.db.tables import Convoy, Desk, given_by_others
from app.domain.given import DIGEST_BYTES, GivenElsewhere, identity_digest
from app.domain.journal.value import Fields, Value
from app.errors import FileDamaged
from app.services.desks.convoy_key import known_convoy_key
from app.services.sharing.perhaps import CONVOY, known_from_others

_BATCH = 5_000


_HAND_OVERS = text(
    "WITH RECURSIVE around(id) AS ("
    " SELECT value FROM json_each(:governorates)"
    " UNION SELECT place.id FROM place JOIN around ON place.parent_id = around.id"
    "), seen(id) AS ("
    " SELECT value FROM json_each(:villages)"
    " UNION SELECT place.id FROM place JOIN seen ON place.parent_id = seen.id"
    ")"
    " SELECT DISTINCT p.document_type, p.document_no, i.kind, substr(l.day, 1, 7),"
    " coalesce(r.organisation_id, '')"
    " FROM aid_line l JOIN aid_record r ON r.id = l.aid_record_id"
    " JOIN household h ON h.id = l.household_id"
    " JOIN person p ON p.household_id = h.id AND (l.person_id IS NULL OR l.person_id = p.id)"
    " JOIN aid_item i ON i.id = l.item_id"
    " WHERE l.voided = 0 AND l.quantity > 0 AND l.day >= :since"
    " AND p.document_no != '' AND p.document_type != 'none'"
    " AND h.village_id IN (SELECT id FROM around) AND h.village_id NOT IN (SELECT id FROM seen)"
)


def given_to(session: Session, device_id: str, villages: frozenset[str]) -> Fields:
    """What goes into a pack or update for a laptop: digests under the key of its latest open
    convoy; nothing for a laptop without one."""
    query = (
        select(Convoy)
        .join(Desk, col(Desk.convoy_id) == col(Convoy.id))
        .where(Desk.device_id == device_id, col(Convoy.closed_at).is_(None))
        .order_by(col(Convoy.starts_on).desc(), col(Convoy.id))
    )
    convoy = session.exec(query).first()
    key = known_convoy_key(session, convoy.id) if convoy is not None else None
    if convoy is None or key is None or not convoy.starts_on:
        return {}
    return {
        "convoy": convoy.id,
        "given": given_elsewhere(session, key, villages, date.fromisoformat(convoy.starts_on)),
    }


def given_elsewhere(
    session: Session, key: bytes, villages: frozenset[str], day: date
) -> list[Value]:
    """Digests of who received what, under the convoy's key: of the year before `day`, in the
    governorates of `villages` and outside these villages; and of people in these villages whom
    another organisation served, by a key shared with it. A person without a document is not
    among them: a name is no identity."""
    named = places_named(session, villages)
    governorates = sorted({(place.within or (place,))[-1].id for place in named.values()})
    since = f"{day.year - 1:04}-{day.month:02}-01"
    rows = session.connection().execute(
        _HAND_OVERS,
        {
            "governorates": json.dumps(governorates),
            "villages": json.dumps(sorted(villages)),
            "since": since,
        },
    )
    found: dict[GivenElsewhere, set[bytes]] = defaultdict(set)
    shared = known_from_others(session, villages)
    for document_type, document_no, kind, month, organisation in (*rows, *shared):
        given = GivenElsewhere(kind, month, organisation)
        found[given].add(identity_digest(key, document_type, document_no))
    return [
        [one.kind, one.month, one.organisation_id, base64.b64encode(b"".join(sorted(who))).decode()]
        for one, who in sorted(found.items(), key=lambda entry: repr(entry[0]))
    ]


def keep_given(connection: Connection, listed: Any) -> None:
    """Puts what a pack or update tells in place of what was told before. Raises FileDamaged."""
    rows: list[dict[str, Any]] = []
    try:
        for kind, month, organisation, digests in listed:
            given = GivenElsewhere(str(kind), str(month), str(organisation))
            rows.extend(
                {"digest": one, "key_name": CONVOY, **asdict(given)} for one in _digests(digests)
            )
    except (ValueError, TypeError) as error:
        raise FileDamaged from error
    connection.execute(delete(given_by_others).where(given_by_others.c.key_name == CONVOY))
    for start in range(0, len(rows), _BATCH):
        connection.execute(
            insert(given_by_others).prefix_with("OR IGNORE"), rows[start : start + _BATCH]
        )


def _digests(text_of_all: str) -> Iterator[bytes]:
    data = base64.b64decode(text_of_all, validate=True)
    if len(data) % DIGEST_BYTES:
        raise FileDamaged
    for start in range(0, len(data), DIGEST_BYTES):
        yield data[start : start + DIGEST_BYTES]
