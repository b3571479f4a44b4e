"""What a scanned receipt turns out to be, from its codes and the keys that are known.

Offline and without a register of receipts: the signature tells whether a laptop of this workspace
made the code; what is on file here tells the rest.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.receipt_code import ReadCode, ReceiptRecord, device_prefix, joined
from app.errors import CodePartMissing


class ReceiptState(StrEnum):
    """What to say about a receipt, the worst first."""

    FALSE = "false"
    """A known laptop is named in it and did not sign it."""
    UNKNOWN = "unknown"
    """The laptop it names is not known here: no accusation, it may come with the next merge."""
    VOIDED = "voided"
    GENUINE = "genuine"
    """Signed by a laptop of the workspace; what became of it cannot be asked here."""
    UNMERGED = "unmerged"
    """Genuine, and its hand-over has not arrived here yet."""
    MERGED = "merged"


WORST_FIRST: Final = tuple(ReceiptState)


@dataclass(frozen=True)
class Signer:
    """A laptop of the workspace with its public key; `ended` when it may write no more."""

    device_id: str
    name: str
    public_key: bytes
    ended: bool = False


@dataclass(frozen=True)
class ScannedReceipt:
    """The codes of one receipt that were read, each once, and how many are still missing."""

    codes: tuple[ReadCode, ...]

    @property
    def record(self) -> ReceiptRecord:
        """What the codes say; with parts missing, the lines of those that are there."""
        try:
            return joined(self.codes)
        except CodePartMissing:
            return self.codes[0].record

    @property
    def missing_parts(self) -> int:
        """Codes of this receipt that were not scanned."""
        return self.codes[0].parts - len(self.codes)


@dataclass(frozen=True)
class Signed:
    """Whether a laptop that is known signed the codes; `state` is genuine, unknown or false."""

    state: ReceiptState
    signer: Signer | None


Verify = Callable[[bytes, bytes, bytes], bool]
"""`verify(public_key, message, signature)`."""


def grouped(codes: Iterable[ReadCode]) -> list[ScannedReceipt]:
    """The receipts among the codes, in the order in which they were scanned.

    Codes that disagree about one receipt (two that claim to be its first part, say) stand apart, so
    that a false one never spoils a true one.
    """
    found: list[list[ReadCode]] = []
    for code in codes:
        for group in found:
            if any(_same_code(code, other) for other in group):
                break
            if all(_fits(code, other) for other in group):
                group.append(code)
                break
        else:
            found.append([code])
    return [ScannedReceipt(tuple(sorted(group, key=lambda code: code.part))) for group in found]


def signed_by(receipt: ScannedReceipt, signers: Iterable[Signer], verify: Verify) -> Signed:
    """Who signed all of a receipt's codes. A code names its laptop by the beginning of its id."""
    named = [
        signer for signer in signers if device_prefix(signer.device_id) == receipt.record.device
    ]
    if not named:
        return Signed(ReceiptState.UNKNOWN, None)
    for signer in named:
        if all(_is_by(code, signer, verify) for code in receipt.codes):
            return Signed(ReceiptState.GENUINE, signer)
    return Signed(ReceiptState.FALSE, None)


def _is_by(code: ReadCode, signer: Signer, verify: Verify) -> bool:
    return code.is_by(lambda message, signature: verify(signer.public_key, message, signature))


def _same_code(one: ReadCode, other: ReadCode) -> bool:
    return (one.signed, one.signature) == (other.signed, other.signature)


def _fits(one: ReadCode, other: ReadCode) -> bool:
    """Whether two codes are different parts of one receipt."""
    return one.part != other.part and _head(one) == _head(other)


def _head(code: ReadCode) -> tuple[object, ...]:
    record = code.record
    return (
        code.parts,
        record.aid_record_id,
        record.device,
        record.receipt_no,
        record.handed_at,
        record.day,
        record.convoy_id,
        record.household_id,
        record.person_id,
    )
