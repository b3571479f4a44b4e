"""Batches: all receipts, in order, in one file that any reader opens; stopped when asked."""

from io import BytesIO

import pypdfium2
import pytest

from app.documents import receipt_batch
from app.documents.joining import JoinedPdf
from app.documents.receipt_batch import write_receipts
from app.documents.receipt_pages import Paper, receipt_pdf
from tests.documents.samples import ARABIC, CAIRO, codes_on, page_images, receipt, text_of

DOCUMENTS = [receipt("ar", number, lines=number % 3 + 1) for number in range(1, 61)]
NUMBERS = [each.short_number for each in DOCUMENTS]


def batch(paper: Paper, count: int = 60, **options: object) -> bytes:
    out = BytesIO()
    write_receipts(DOCUMENTS[:count], count, paper, ARABIC, out, zone=CAIRO, **options)  # type: ignore[arg-type]
    return out.getvalue()


def numbers_in(pdf: bytes) -> list[str]:
    text = text_of(pdf).translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    return [word for word in text.split() if word in set(NUMBERS)]


@pytest.mark.parametrize(("paper", "pages"), [(Paper.A5, 60), (Paper.A4, 30), (Paper.A4_FOUR, 15)])
def test_every_receipt_is_there_in_order(paper: Paper, pages: int) -> None:
    pdf = batch(paper)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == pages
    document.close()
    found = numbers_in(pdf)
    assert len(found) == 120, "on the receipt and on its stub"
    assert list(dict.fromkeys(found)) == NUMBERS


def test_a_batch_shows_what_a_single_receipt_shows() -> None:
    pages = page_images(batch(Paper.A5, 60), 1)
    assert pages[54] == page_images(receipt_pdf(DOCUMENTS[54], Paper.A5, ARABIC, CAIRO), 1)[0]


def test_codes_are_read_on_both_sides_of_a_seam() -> None:
    pages = page_images(batch(Paper.THERMAL80, 50))
    for at in (47, 48):
        assert set(codes_on(pages[at])) == set(DOCUMENTS[at].codes)


def test_other_processes_draw_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = batch(Paper.A5, processes=1)
    monkeypatch.setattr(receipt_batch, "_WORTH_A_PROCESS", 10)
    assert batch(Paper.A5, processes=2) == alone


def test_the_title_is_in_the_readers_language() -> None:
    document = pypdfium2.PdfDocument(batch(Paper.A5, 1))
    assert document.get_metadata_value("Title") == "إيصالات استلام"
    document.close()


def test_progress_is_told_and_may_stop_the_work() -> None:
    told: list[tuple[int, int]] = []
    batch(Paper.A5, report=lambda done, total: told.append((done, total)))
    assert told == [(0, 60), (48, 60), (60, 60)]

    class Stop(Exception):
        pass

    def stop(done: int, _total: int) -> None:
        if done:
            raise Stop

    with pytest.raises(Stop):
        batch(Paper.A5, report=stop)


def test_documents_are_taken_one_part_at_a_time() -> None:
    """A convoy's receipts never stand in memory all at once."""
    taken = 0

    def counted() -> object:
        nonlocal taken
        for document in DOCUMENTS:
            taken += 1
            yield document

    seen: list[int] = []
    write_receipts(
        counted(), 60, Paper.A4_FOUR, ARABIC, BytesIO(), report=lambda *_: seen.append(taken)
    )
    assert seen == [0, 48, 60]


def test_no_receipts_make_a_pdf_without_pages() -> None:
    out = BytesIO()
    JoinedPdf(out, "x").finish()
    assert out.getvalue().endswith(b"%%EOF\n")
    assert b"/Count 0" in out.getvalue()
