"""Nothing personal is readable on the disk: planted words are searched for everywhere."""

import contextlib
import logging
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.exc import SQLAlchemyError

from app.bootstrap import open_store
from app.db.store import DATABASE, Store
from app.domain.override import OverrideReason
from app.domain.quantity import ONE
from app.services.doctor import examine, rebuild
from app.services.drafts import keep_draft
from app.services.find import find
from app.services.hand_over import GivenLine, HandOver, NewProxy, record_hand_over
from app.services.household_card import household_card
from app.services.likely_duplicates import likely_duplicates
from app.services.parked import park_case
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from tests.e2e import workers
from tests.e2e.kill import run_and_kill
from tests.support.convoys import BOX, VILLAGE, small_convoy
from tests.support.stores import PASSPHRASE

NAME = "قرنفلة شمردل عبدالباسط"
PHONE = "01098765432"
NATIONAL_ID = "29107152604829"
ADDRESS = "شارع الزعفران خلف الطاحونة"
PROXY = "صنديد المنفلوطي"
TYPED = "بهلوان"
PLANTED = (NAME, *NAME.split(), PHONE, NATIONAL_ID, ADDRESS, PROXY, *PROXY.split(), TYPED)

ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def forms(text: str) -> Iterator[bytes]:
    """Every way in which a text could stand in a file."""
    for written in {text, text[::-1], text.translate(ARABIC_DIGITS), text[1:]}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "cp1256", "unicode_escape"):
            with contextlib.suppress(UnicodeEncodeError):
                yield written.encode(encoding)


NEEDLES = frozenset(needle for text in PLANTED for needle in forms(text))


def readable(*places: Path) -> list[str]:
    """The files in which something planted can be read."""
    found = []
    for place in places:
        for path in [place, *place.rglob("*")]:
            if path.is_file():
                data = path.read_bytes()
                found += [path.name for needle in NEEDLES if needle in data][:1]
            found += [path.name for text in PLANTED if text in path.name]
    return found


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder for temporary files, of Python and of SQLite."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Everything that is ever logged."""
    folder = tmp_path / "log"
    folder.mkdir()
    handler = logging.FileHandler(folder / "app.log", encoding="utf-8")
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield folder
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


def live_a_day(store: Store) -> None:
    """Every place into which a person's data is typed."""
    day = small_convoy(store)
    member = NewMember(
        NAME, "head", document_type="national_id", document_no=NATIONAL_ID, phone=PHONE
    )
    family = NewHousehold(
        village_id=VILLAGE,
        members=(member,),
        consent=Consent(),
        address=ADDRESS,
        phone=PHONE,
        notes=TYPED,
    )
    registered = register_household(store, family)
    line = GivenLine(BOX, ONE, reason=OverrideReason.SURPLUS)
    proxy = NewProxy(PROXY, "national_id", NATIONAL_ID, PHONE, "neighbour", "written")
    command = HandOver(registered.household_id, (line,), new_proxy=proxy, paper="a5")
    record_hand_over(store, command)
    keep_draft(store, "desk", f'{{"name": "{NAME}", "phone": "{PHONE}"}}')
    park_case(store, household_id=day.household_id, typed=TYPED, note=NAME)
    for typed in (NAME, PHONE, NATIONAL_ID):
        assert len(find(store, typed).matches) >= 1
    assert likely_duplicates(store, family)
    assert household_card(store, registered.household_id)


def fail_with_it(store: Store) -> None:
    """Errors that somebody may log: of the database, and of a listener."""

    def listener(_: frozenset[str]) -> None:
        raise ValueError(NAME)

    store.on_commit(listener)
    keep_draft(store, "desk", NAME)
    try:
        with store.write() as session:
            session.connection().exec_driver_sql("SELECT ? FROM nowhere", (NAME,))
    except SQLAlchemyError:
        logging.getLogger("app").exception("failed")


def test_nothing_planted_is_readable_anywhere(log: Path, temporary: Path, store: Store) -> None:
    folder = store.folder
    live_a_day(store)
    fail_with_it(store)
    assert (folder / (DATABASE + "-wal")).stat().st_size > 0
    assert readable(folder, temporary, log) == []
    store.back_up("one.db")
    rebuild(store)
    assert examine(store).healthy
    assert readable(folder, temporary, log) == []
    store.close()
    assert readable(folder, temporary, log) == []
    assert (log / "app.log").stat().st_size > 0
    opened = open_store(folder, PASSPHRASE)
    assert find(opened, NAME).matches
    opened.close()


def test_nothing_is_readable_in_what_a_killed_process_left(store: Store, temporary: Path) -> None:
    live_a_day(store)
    store.close()
    run_and_kill(workers.serve, store.folder, random.Random(1), milliseconds=5)
    names = {"سعيد أحمد", "منى علي", "حسن محمود"}
    data = b"".join(path.read_bytes() for path in store.folder.rglob("*") if path.is_file())
    assert not any(form in data for name in names for form in forms(name))
    assert readable(store.folder, temporary) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1256"])
def test_the_search_finds_what_is_readable(tmp_path: Path, encoding: str) -> None:
    assert readable(tmp_path) == []
    (tmp_path / "a").write_bytes(b"\0\1" + f"<{NAME}>".encode(encoding) + b"\2")
    (tmp_path / "b").write_bytes(PHONE[::-1].encode(encoding))
    assert sorted(readable(tmp_path)) == ["a", "b"]
    (tmp_path / TYPED).write_bytes(b"")
    assert TYPED in readable(tmp_path)
