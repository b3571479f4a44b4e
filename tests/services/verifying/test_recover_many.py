"""A laptop with a whole convoy's hand-overs is lost; the office scans its pile of stubs."""

import csv
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from sqlmodel import select

from app.db.store import Store
from app.db.tables import Convoy
from app.documents.receipt_pages import Paper
from app.domain.quantity import ONE, Quantity
from app.services.day import choose_day
from app.services.doctor import examine
from app.services.dump import dump
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.receipt_file import write_receipt_file
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.verifying.recover import recover_receipts
from tests.services.verifying.conftest import WORDS
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, VILLAGE
from tests.support.laptops import Fleet, merged

HAND_OVERS = 500
WHO_WHAT_WHEN = [
    "id",
    "aid_record_id",
    "receipt_no",
    "convoy_id",
    "household_id",
    "person_id",
    "item",
    "quantity",
    "handed_at",
    "device_id",
    "voided",
    "item_id",
    "rule_id",
    "campaign_id",
    "for_person_id",
    "desk_id",
    "organisation_id",
    "day",
]


def convoy_day(laptop: Store, chance: random.Random) -> None:
    """Families of one to four, each given a box, blankets, or both, to one of its people."""
    with laptop.read() as session:
        convoy_id = session.exec(select(Convoy.id)).one()
    choose_day(laptop, convoy_id, date(2025, 11, 22))
    for number in range(HAND_OVERS):
        people = tuple(
            NewMember(name=f"فرد {one} من أسرة {number}", relationship="head" if not one else "son")
            for one in range(chance.randint(1, 4))
        )
        family = register_household(
            laptop, NewHousehold(village_id=VILLAGE, members=people, consent=Consent())
        )
        lines = (
            GivenLine(BOX, ONE, BOX_RULE, reason="supervisor"),
            GivenLine(
                BLANKET, Quantity(chance.randint(1, 5) * 500), BLANKET_RULE, reason="supervisor"
            ),
        )
        given = lines[: chance.randint(1, 2)]
        person = chance.choice(family.person_ids)
        record_hand_over(laptop, HandOver(family.household_id, given, person_id=person))


def scanned(path: Path, chance: random.Random) -> Path:
    """The printed pages as an office scanner gives them: grey, 200 dpi, none quite straight."""

    def pages() -> Iterator[Image.Image]:
        for page in pypdfium2.PdfDocument(path):
            picture = page.render(scale=200 / 72, grayscale=True).to_pil()
            turn = chance.uniform(-1.0, 1.0)
            yield picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)

    scan = path.with_name("scan.pdf")
    first, *rest = pages()
    first.save(scan, save_all=True, append_images=rest, resolution=200)
    return scan


def who_what_when(store: Store, folder: Path) -> list[list[str]]:
    dump(store, folder)
    with (folder / "aid_records.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        return sorted([row[name] for name in WHO_WHAT_WHEN] for row in rows)


@pytest.mark.long
def test_a_pile_of_500_stubs_is_the_lost_laptops_day(
    fleet: Fleet, laptop: Store, tmp_path: Path
) -> None:
    chance, here = random.Random(7), fleet.coordinator
    convoy_day(laptop, chance)
    printed = tmp_path / "receipts.pdf"
    assert write_receipt_file(laptop, None, Paper.A4_FOUR, WORDS, printed) == HAND_OVERS
    lost = who_what_when(laptop, tmp_path / "lost")

    recovered = recover_receipts(here, [scanned(printed, chance)])
    assert (len(recovered.taken), recovered.unread) == (HAND_OVERS, 0)
    back = who_what_when(here, tmp_path / "back")
    assert back == lost

    merged(here, fleet.export(laptop))  # it turns up after all
    assert who_what_when(here, tmp_path / "merged") == lost
    assert examine(here).healthy
