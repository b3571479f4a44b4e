"""What belongs to this laptop alone and never travels."""

from sqlmodel import Field, SQLModel


class Setting(SQLModel, table=True):
    """A choice made on this laptop, e.g. today's convoy."""

    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str = ""


class Draft(SQLModel, table=True):
    """What was typed and not saved yet, so that a power cut loses none of it (JSON)."""

    __tablename__ = "draft"

    place: str = Field(primary_key=True)
    content: str = ""
    at: int = 0


class PrintJob(SQLModel, table=True):
    """A receipt waiting for a printer; stays until it is printed or given up."""

    __tablename__ = "print_job"

    id: str = Field(primary_key=True)
    aid_record_id: str = Field(index=True)
    paper: str = ""
    state: str = "waiting"
    error: str = ""
    copies: int = 0
    at: int = 0


class ImportedFile(SQLModel, table=True):
    """A list or sheet taken in before, by the digest of its bytes."""

    __tablename__ = "imported_file"

    digest: str = Field(primary_key=True)
    kind: str = ""
    rows: int = 0
    taken: int = 0
    known: int = 0
    refused: int = 0
    at: int = 0


class UserPin(SQLModel, table=True):
    """The short PIN of a volunteer on this laptop (Argon2id), for the quick switch between people;
    it opens nothing by itself."""

    __tablename__ = "user_pin"

    user_id: str = Field(primary_key=True)
    verifier: str = ""
    failed: int = 0
