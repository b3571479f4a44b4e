"""One file taken into the journal: whose it is, whether its chains hold, what was new in it."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from sqlalchemy import Connection

from app.beside import AHEAD, HERE, Helper
from app.db.arrivals import append
from app.db.coverage import acknowledge
from app.db.heads import remember_heads
from app.db.pending_rows import PendingRows
from app.db.told import keep_told
from app.db.trust import Trust
from app.domain.journal.heads import BrokenChain, ChainCheck, DeviceHeads, head_text
from app.domain.journal.rights import Cause
from app.errors import FileDamaged, FileOfAnotherWorkspace, OriginUntrusted
from app.keys import signing
from app.services.exchange.given import keep_given
from app.services.exchange.preparing import Plain, prepare, prepared
from app.services.exchange.rights_here import coordinators, rights_here
from app.services.exchange.served import take_note
from app.sync.change_line import MalformedLine, from_lines
from app.sync.container import read_container
from app.sync.manifest import Kind, Manifest


@dataclass
class Intake:
    """Appends a file's changes to the journal; nothing is judged or folded yet, and rows may wait
    in `pending`. `begin` is called before anything is written, `step` after each of the writes, and
    `helper` makes them ready.

    With `takes_parts`, a coordinator's file may hold parts of chains, which nothing here can check:
    it is trusted for who signed it.
    """

    connection: Connection
    trust: Trust
    takes_parts: bool
    step: Callable[[], None] = lambda: None
    helper: Helper = HERE
    begin: Callable[[], None] = lambda: None
    read: Manifest | None = None
    new: int = 0
    known: int = 0
    told: bool = False
    """Whether it says what counts, to a laptop that sees parts of chains."""
    devices: set[str] = field(default_factory=set)
    pending: PendingRows = field(init=False)
    _check: ChainCheck | None = None
    _asked: deque[Callable[[], Plain | None]] = field(default_factory=deque)

    def __post_init__(self) -> None:
        self.pending = PendingRows(self.connection)

    def manifest(self, manifest: Manifest) -> None:
        """Raises FileOfAnotherWorkspace, FileDamaged, OriginUntrusted."""
        if manifest.workspace_id != self.trust.workspace_id:
            raise FileOfAnotherWorkspace
        check_heads(manifest.heads)
        if manifest.origin not in manifest.heads:
            raise FileDamaged
        if manifest.kind is Kind.SERVED:
            self.read = manifest
            return
        partial = manifest.more.get("partial") is True
        if partial and (not self.takes_parts or manifest.kind not in {Kind.PACK, Kind.UPDATE}):
            raise OriginUntrusted
        self._check = None if partial else ChainCheck(manifest.heads)
        self.read = manifest

    def changes(self, block: bytes) -> None:
        """Raises FileDamaged where one is no change, or a chain does not hold; for some of them not
        before later ones came, or `finish`."""
        if self.read is None or self.read.kind is Kind.SERVED:
            raise FileDamaged
        self._asked.append(self.helper.ask(prepare, block))
        if len(self._asked) > AHEAD:
            self._append(self._asked.popleft()())

    def _append(self, plain: Plain | None) -> None:
        if plain is None:
            raise FileDamaged
        self.begin()
        chain, arriving = prepared(plain)
        try:
            for piece in chain:
                if self._check is not None:
                    self._check.take(piece)
                self.devices.add(piece.device_id)
        except BrokenChain as error:
            raise FileDamaged from error
        new, known = append(self.connection, arriving, self.pending)
        self.new += new
        self.known += known
        self.step()

    def give_up(self) -> None:
        """Forgets what was asked for and not yet appended, or not yet written."""
        self._asked.clear()
        self.pending = PendingRows(self.connection)

    def finish(self) -> None:
        """After the whole file was read and its signature checked: the last ends, and whether the
        origin may say what only coordinators say. Raises FileDamaged, OriginUntrusted."""
        manifest = self.read
        if manifest is None:
            raise FileDamaged
        while self._asked:
            self._append(self._asked.popleft()())
        if manifest.kind is Kind.SERVED:
            self.new, self.known = take_note(self.connection, manifest)
            return
        try:
            if self._check is not None:
                self._check.finish()
        except BrokenChain as error:
            raise FileDamaged from error
        if manifest.kind in {Kind.PACK, Kind.UPDATE}:
            if manifest.origin not in coordinators(rights_here(self.connection)):
                raise OriginUntrusted
            acknowledge(self.connection, manifest.origin, _acknowledged(manifest))
            if self.takes_parts and "skipped" in manifest.more:
                _keep_told(self.connection, manifest)
                self.told = True
            if "given" in manifest.more:
                keep_given(self.connection, manifest.more["given"])
        if self._check is not None:
            remember_heads(self.connection, manifest.heads)

    def verify(self, device_id: str, message: bytes, signature: bytes) -> bool:
        """Whether the origin signed the file; its key is that of its id."""
        known = self.read.heads.get(device_id) if self.read else None
        return known is not None and signing.verify(known.public_key, message, signature)


def take_in(file: BinaryIO, identities: list[str], intake: Intake) -> Manifest:
    """Reads one file. Raises what `read_into` and the intake's end raise; then what was appended
    must be undone."""
    manifest = read_into(file, identities, intake)
    intake.finish()
    intake.pending.write()
    return manifest


def read_into(file: BinaryIO, identities: list[str], intake: Intake) -> Manifest:
    """Reads one file, whose last changes are appended by the intake's `finish`. Raises what
    `read_container` and the intake raise; then what was appended must be undone."""
    return read_container(file, identities, intake, intake.verify)


def open_manifest(file: BinaryIO, identity: str) -> Manifest:
    """The manifest of a file of which nothing is taken in yet, once all of the file was checked.
    Raises FileForOthers, FileDamaged, FileNewer."""
    look = _Look()
    return read_container(file, [identity], look, look.verify)


@dataclass
class _Look:
    """Reads a file for its manifest alone."""

    read: Manifest | None = None

    def manifest(self, manifest: Manifest) -> None:
        check_heads(manifest.heads)
        self.read = manifest

    def changes(self, block: bytes) -> None:
        """Taken in later."""
        try:
            from_lines(block)
        except MalformedLine as error:
            raise FileDamaged from error

    def verify(self, device_id: str, message: bytes, signature: bytes) -> bool:
        known = self.read.heads.get(device_id) if self.read else None
        return known is not None and signing.verify(known.public_key, message, signature)


def check_heads(heads: dict[str, DeviceHeads]) -> None:
    """Raises FileDamaged unless each key is its device's and signed each of its heads."""
    for device_id, known in heads.items():
        if signing.device_id(known.public_key) != device_id:
            raise FileDamaged
        for head in known.heads:
            message = head_text(device_id, head.seq, head.hash)
            if not signing.verify(known.public_key, message, head.signature):
                raise FileDamaged


def _keep_told(connection: Connection, manifest: Manifest) -> None:
    """Raises FileDamaged. Reasons that only a later app knows are those for want of a right."""
    skipped: Any = manifest.more["skipped"]
    known: Any = manifest.more.get("known", {})
    try:
        causes = {
            bytes.fromhex(digest): Cause(cause) if cause in set(Cause) else Cause.NO_RIGHT
            for digest, cause in skipped.items()
        }
        covered = {str(device_id): int(seq) for device_id, seq in known.items()}
    except (ValueError, TypeError, AttributeError) as error:
        raise FileDamaged from error
    keep_told(connection, manifest.origin, causes, covered)


def _acknowledged(manifest: Manifest) -> dict[str, tuple[int, bytes]]:
    listed: Any = manifest.more.get("acknowledged", {})
    try:
        return {
            str(device_id): (int(seq), bytes.fromhex(digest))
            for device_id, (seq, digest) in listed.items()
        }
    except (ValueError, TypeError, AttributeError) as error:
        raise FileDamaged from error
