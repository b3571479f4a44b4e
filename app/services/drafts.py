"""What is typed and not saved yet, kept so that a power cut loses none of it."""

from app.db.store import Store
from app.db.tables import Draft


def keep_draft(store: Store, place: str, content: str) -> None:
    """Keeps what a form holds (JSON); an empty text forgets it."""
    with store.write() as session:
        if content:
            session.merge(Draft(place=place, content=content, at=store.sources.now()))
        elif (draft := session.get(Draft, place)) is not None:
            session.delete(draft)


def kept_draft(store: Store, place: str) -> str:
    """What a form held when the app last closed, or an empty text."""
    with store.read() as session:
        draft = session.get(Draft, place)
        return draft.content if draft else ""
