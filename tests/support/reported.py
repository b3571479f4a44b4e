"""Worlds that reports are made of."""

from pathlib import Path

from app.bootstrap import create_demo, open_store
from app.db.store import Store
from app.documents.figures import Figures
from app.services.reports.make import make_figures
from app.services.reports.registry import Offer
from app.services.reports.scope import Scope
from app.words.catalog import Words
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation


def reported_world(folder: Path, households: int, seed: int) -> Store:
    """An open demonstration."""
    with cheap_derivation():
        create_demo(folder, households, seed, PASSPHRASE)
    return open_store(folder, PASSPHRASE, sources=seeded_sources(9))


def one_family(store: Store) -> str:
    """A household that received something."""
    with store.read() as session:
        from sqlalchemy import select

        from app.db.tables import aid_line

        query = select(aid_line.c.household_id).where(aid_line.c.voided == 0)
        return str(session.connection().scalars(query.order_by(aid_line.c.id)).first())


def figures_of(store: Store, offer: Offer, words: Words, **scope: str) -> Figures:
    """A report as it would be asked for: of a family where it needs one."""
    who = {"household_id": one_family(store)} if offer.of_who else {}
    return make_figures(store, offer.kind.name, Scope(**(who | scope)), words)
