"""A convoy by what people call it."""

from sqlmodel import select

from app.db.store import Store
from app.db.tables import Convoy
from app.domain.names import normalise
from app.errors import ConvoyNameShared, ConvoyNotFound


def convoy_called(store: Store, text: str) -> str:
    """The id of the convoy with this id or this name, however it is spelled.

    Raises ConvoyNotFound, and ConvoyNameShared where several have the name.
    """
    with store.read() as session:
        if session.get(Convoy, text) is not None:
            return text
        wanted = normalise(text)
        found = [row.id for row in session.exec(select(Convoy)) if normalise(row.name) == wanted]
    if not found:
        raise ConvoyNotFound(name=text)
    if len(found) > 1:
        raise ConvoyNameShared(name=text)
    return found[0]
