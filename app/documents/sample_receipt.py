"""A receipt of nobody's, to see what a printer makes of it: its code is signed by no laptop."""

from app.documents.receipt import ReceiptDocument, ReceiptLine
from app.domain.quantity import ONE, Quantity
from app.domain.receipt_code import CodeLine, ReceiptRecord, write_codes
from app.domain.short_number import short_number
from app.words.catalog import Words

_NOBODY = "00000000-0000-7000-8000-000000000000"
_DEVICE = "0" * 12
_UNSIGNED = bytes(64)


def sample_receipt(words: Words, now: int, day: str) -> ReceiptDocument:
    """As long and as dense as most receipts; `now` in milliseconds UTC, `day` as `YYYY-MM-DD`."""
    lines = (
        (words.translate("Sample", "Food box"), ONE, words.translate("Unit", "box")),
        (words.translate("Sample", "Blanket"), Quantity(2 * ONE), words.translate("Unit", "piece")),
    )
    record = ReceiptRecord(
        aid_record_id=_NOBODY,
        device=_DEVICE,
        receipt_no=1,
        handed_at=now,
        day=day,
        convoy_id=_NOBODY,
        household_id=_NOBODY,
        person_id=_NOBODY,
        lines=tuple(CodeLine(number, quantity) for number, (_, quantity, _) in enumerate(lines, 1)),
    )
    return ReceiptDocument(
        organisation=words.translate("Sample", "Test page"),
        short_number=short_number(_DEVICE, 1),
        day=day,
        handed_at=now,
        household_head=words.translate("Sample", "A name as it stands on a receipt"),
        masked_id="•••••• 0000",
        village=words.translate("Sample", "Village, district, governorate"),
        collector=words.translate("Sample", "The one who receives it"),
        lines=tuple(ReceiptLine(name, quantity, unit) for name, quantity, unit in lines),
        codes=write_codes(record, lambda _: _UNSIGNED),
    )
