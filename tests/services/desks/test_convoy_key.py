"""The convoy's key: made once, and both of two kept where two coordinators made one each."""

from app.db.store import Store
from app.db.tables import ConvoyKey
from app.keys.age_identity import convoy_identity, device_identity
from app.services.desks.convoy_key import convoy_key_of, convoy_keys, known_convoy_key


def test_a_convoy_has_one_key_from_the_first_asking_on(store: Store) -> None:
    with store.write() as session:
        made = convoy_key_of(session, store, "convoy")
    with store.write() as session:
        assert convoy_key_of(session, store, "convoy") == made
        assert convoy_key_of(session, store, "other") != made
    with store.read() as session:
        assert known_convoy_key(session, "convoy") == made
        assert known_convoy_key(session, "nowhere") is None


def test_a_key_that_was_made_elsewhere_before_still_opens_notes(store: Store) -> None:
    keys = ["11" * 32, "22" * 32]
    for key in keys:
        with store.write() as session:
            row = session.get(ConvoyKey, "convoy")
            if row is None:
                session.add(ConvoyKey(id="convoy", key=key))
            else:
                row.key = key
    with store.read() as session:
        known = convoy_keys(session.connection())
        assert known == [("convoy", bytes.fromhex(key)) for key in keys]
        assert known_convoy_key(session, "convoy") == bytes.fromhex(keys[-1])


def test_what_is_no_key_is_none(store: Store) -> None:
    with store.write() as session:
        session.add(ConvoyKey(id="convoy", key="11"))
        session.add(ConvoyKey(id="other", key="no key"))
    with store.read() as session:
        assert convoy_keys(session.connection()) == []
        assert known_convoy_key(session, "convoy") is None
    with store.write() as session:
        assert len(convoy_key_of(session, store, "convoy")) == 32


def test_a_convoys_identity_is_no_laptops() -> None:
    assert convoy_identity(b"k" * 32) != device_identity(b"k" * 32)
    assert convoy_identity(b"k" * 32) == convoy_identity(b"k" * 32)
