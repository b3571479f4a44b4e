"""The file of `qafila duplicates`: pairs that nobody judged yet, for whoever works elsewhere.

Ids, points and degrees only, nothing that names a person. The same store gives the same bytes.
"""

import csv
import io
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Row, select

from app.db.store import Store
from app.db.tables import likely_pair
from app.domain.matching.levels import COMPARISONS
from app.files import write_file
from app.services.disclosures import journal_disclosure
from app.services.matching.undecided import UNDECIDED

COLUMNS: Final = ("person_a", "person_b", "points", "band", "reasons")
_NOT_COMPARED: Final = "missing"


@dataclass(frozen=True)
class PairsFile:
    """What was written."""

    path: Path
    pairs: int
    digest: str


def write_pairs(store: Store, path: Path) -> PairsFile:
    """Writes the pairs, most points first; that it was made is journalled. Raises DiskFull,
    StoreReadOnly, DiskFailed, RightMissing; then there is no file."""
    table = likely_pair.c
    query = (
        select(likely_pair)
        .where(UNDECIDED)
        .order_by(table.points.desc(), table.person_a, table.person_b)
    )
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    with store.read() as session:
        rows = session.connection().execute(query).all()
    for row in rows:
        writer.writerow((row.person_a, row.person_b, row.points, row.band, reasons(row)))
    data = text.getvalue().encode()
    digest = sha256(data).hexdigest()
    journal_disclosure(store, "duplicates", len(rows), digest)
    write_file(path, data)
    return PairsFile(path, len(rows), digest)


def reasons(row: Row[Any]) -> str:
    """What was compared and how it agreed: `own_name:equal fathers_line:two …`."""
    degrees = [*row.degrees.split(" "), row.kin]
    return " ".join(
        f"{name}:{degree}"
        for name, degree in zip(COMPARISONS, degrees, strict=True)
        if degree != _NOT_COMPARED
    )
