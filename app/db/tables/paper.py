"""What was printed to be filled in by hand."""

from sqlmodel import Field

from app.db.tables.replicated import Replicated


class SlipRange(Replicated, table=True):
    """Blank slips of a convoy printed by a laptop: the numbers `first_no` to `last_no`."""

    __tablename__ = "slip_range"

    convoy_id: str = Field(default="", index=True)
    device_id: str = ""
    first_no: int = 0
    last_no: int = 0
    printed_at: int = 0
    printed_by: str = ""
