"""Everything that can go wrong in a way a person can act on: one class per cause.

An error carries parameters and no text, so that it holds nothing personal when it is logged and
can be said in the reader's language; the words stand in `app.words.errors`.
"""

from typing import ClassVar


class QafilaError(Exception):
    """Base of every cause. `str()` is the class name only; `params` fill the words."""

    exit_code: ClassVar[int] = 1

    def __init__(self, **params: str | int) -> None:
        super().__init__(type(self).__name__)
        self.params = params


# --- the store -----------------------------------------------------------------------------------


class StoreNotFound(QafilaError):
    """There is no store at `path`."""


class StoreExists(QafilaError):
    """A store is already at `path`; a new one would overwrite it."""


class WrongPassphrase(QafilaError):
    """The passphrase opens neither wrap of the store key."""


class WrongRecoveryKey(QafilaError):
    """The recovery key is mistyped (its check digit) or belongs to another workspace."""


class WrongPin(QafilaError):
    """The PIN is not that of the person chosen; `left` tries remain, the next in `seconds`."""


class PinBlocked(QafilaError):
    """After too many wrong PINs only a passphrase tells who it is."""


class PinUnfit(QafilaError):
    """A new PIN is not `shortest` to `longest` digits, or repeats a single one."""


class PassphraseTooWeak(QafilaError):
    """A new passphrase is shorter than `minimum` characters or only one repeated character."""


class HeaderDamaged(QafilaError):
    """The file with the wrapped keys is missing or damaged."""


class StoreDamaged(QafilaError):
    """SQLCipher cannot read the database although its key is right."""


class JournalDamaged(QafilaError):
    """The journal itself is not what was written, so nothing can be rebuilt from it."""


class StoreNewer(QafilaError):
    """The store has schema `found`, this app knows `known`."""


class StoreBusy(QafilaError):
    """Another process has the store open."""


class DiskFull(QafilaError):
    """The disk has no room; the transaction was rolled back."""


class StoreReadOnly(QafilaError):
    """The folder `path` cannot be written to."""


class DiskFailed(QafilaError):
    """The disk reported an error other than being full or read-only."""


class BackupFailed(QafilaError):
    """The backup that goes before a migration could not be made or verified."""


class BackupUnfit(QafilaError):
    """A file that is no whole backup of this store: of another one, or damaged."""


class FolderTaken(QafilaError):
    """A folder was to be written to `path`, where other files are."""


# --- commands ------------------------------------------------------------------------------------


class PassphraseMissing(QafilaError):
    """The environment holds no passphrase in `variable`, and nobody is there to type one."""


class PassphrasesDiffer(QafilaError):
    """A new passphrase was typed twice, and not alike."""


class UserNotFound(QafilaError):
    """The workspace has no active user called `name`."""


class CampaignNotFound(QafilaError):
    """There is no campaign called `name`."""


class ConvoyNotFound(QafilaError):
    """No convoy has the id or name `name`."""


class ConvoyNameShared(QafilaError):
    """Several convoys are called `name`; only an id tells them apart."""


class NoReceipts(QafilaError):
    """There is no receipt to write in what was asked for."""


class NoCards(QafilaError):
    """Every household in what was asked for has its card, or there is none."""


# --- codes on paper ------------------------------------------------------------------------------


class CodeMalformed(QafilaError):
    """The scanned number is no code of this app, or was cut or changed on the way."""


class CodeOfAnotherKind(QafilaError):
    """The code is good, but stands for a `kind` of paper that is not asked for here."""


class CodeNewer(QafilaError):
    """The code has format `found`, this app knows `known`."""


class CodePartMissing(QafilaError):
    """The receipt has more codes than were scanned; `missing` are not there."""


class NoCodeFound(QafilaError):
    """No receipt's code could be read in the picture or PDF at `path`."""


class PictureUnreadable(QafilaError):
    """The file at `path` is neither a picture nor a PDF, or is damaged."""


class ReceiptNotOnFile(QafilaError):
    """No hand-over with the short number that was typed is on file here."""


class KeysFileDamaged(QafilaError):
    """The file is no file of public keys, or was changed on the way."""


class KeysFileNewer(QafilaError):
    """The file of keys has format `found`, this app knows `known`."""


class ShortNumberMistyped(QafilaError):
    """The short number typed from a receipt does not agree with its check digit."""


class SlipNumberMistyped(QafilaError):
    """The number typed from a paper slip does not agree with its check digit."""


class SlipOnFile(QafilaError):
    """The slip `number` of this convoy was typed in before, and its hand-over stands."""


class SlipOfAnotherConvoy(QafilaError):
    """The scanned slip was printed for a convoy that is not on file here."""


class SlipNumbersUsedUp(QafilaError):
    """This laptop has no numbers left for a convoy's paper slips."""


class DayMissing(QafilaError):
    """The day on the paper is missing, or lies in the future."""


class ReceiptTooLong(QafilaError):
    """A hand-over of `lines` lines does not fit in the codes of one receipt."""


# --- the desk ------------------------------------------------------------------------------------


class NoConvoyToday(QafilaError):
    """No convoy was chosen for today, so nothing can be handed over."""


class ConvoyKeyMissing(QafilaError):
    """This laptop was not given the key that the convoy's desks write each other notes with."""


class ConvoyClosed(QafilaError):
    """The convoy was closed and reconciled; nothing more is recorded on it."""


class NameMissing(QafilaError):
    """A household's member has no name."""


class MembersMissing(QafilaError):
    """A household has no members."""


class VillageMissing(QafilaError):
    """A household has no village."""


class ConsentMissing(QafilaError):
    """The household did not agree to be registered, or nobody asked."""


class HouseholdNotFound(QafilaError):
    """No such household is here."""


class NothingToHandOver(QafilaError):
    """No line of the hand-over has a quantity."""


class ReasonMissing(QafilaError):
    """Going against an answer, or voiding, needs a reason from the list."""


class StockTooSmall(QafilaError):
    """The desk does not have that much of `item`: `left` is left."""


class AlreadyVoided(QafilaError):
    """The hand-over was voided before."""


class TooLateToUndo(QafilaError):
    """The minute in which a hand-over can be undone at the desk is over; a supervisor voids it."""


class ReportNotFound(QafilaError):
    """There is no report `name`; there are `names`."""


class ReportFormatUnknown(QafilaError):
    """The ending of `file` is none of pdf, xlsx and csv."""


class NoConvoyYet(QafilaError):
    """A report of a convoy is asked for and there is none."""


class DayUnreadable(QafilaError):
    """`text` is no day written as `YYYY-MM-DD`."""


class WhoUnclear(QafilaError):
    """`text` fits several families."""


class AidRecordNotFound(QafilaError):
    """No such hand-over is here."""


# --- convoys, stock, catalogue -------------------------------------------------------------------


class RecordNotFound(QafilaError):
    """No record of that id is on this laptop."""


class LabelMissing(QafilaError):
    """A convoy, a campaign or a record of the catalogue has no name."""


class LabelTaken(QafilaError):
    """Another record is already called `name`, perhaps in another spelling."""


class DatesMissing(QafilaError):
    """A convoy has no first or no last day, or one that is no date."""


class DatesReversed(QafilaError):
    """The last day comes before the first."""


class VillagesMissing(QafilaError):
    """A convoy goes to no village."""


class ItemCodeTaken(QafilaError):
    """Another item has the number `code`, or it is outside 1 to `highest`."""


class ItemInUse(QafilaError):
    """An item was given or counted, so its number and unit cannot change any more."""


class UnitMissing(QafilaError):
    """An item has no unit."""


class SynonymTaken(QafilaError):
    """`word` already stands for `item`; lists that use it could not be read."""


class LogoUnreadable(QafilaError):
    """A logo is no picture."""


class LogoTooLarge(QafilaError):
    """A logo takes more than `kilobytes`."""


class ParentLoop(QafilaError):
    """An organisation would belong to one that belongs to it."""


class ItemMissing(QafilaError):
    """A rule or a movement names no item."""


class QuantityMissing(QafilaError):
    """A rule or a movement has no quantity above zero."""


class DaysMissing(QafilaError):
    """A rule that repeats does not say after how many days."""


class TimesMissing(QafilaError):
    """A rule that is limited does not say to how many times."""


class SizesReversed(QafilaError):
    """A rule's smallest family is larger than its largest."""


class AgesReversed(QafilaError):
    """A rule's lowest age is above its highest."""


class PrinterMissing(QafilaError):
    """No printer is chosen, or the chosen one is not connected; the receipt waits."""


class PrinterOutOfPaper(QafilaError):
    """The printer says that it has no paper; the receipt waits."""


class PrinterRefused(QafilaError):
    """The printer did not take the page (its cover is open, say); the receipt waits."""


class PagesRefused(QafilaError):
    """The printer did not take sheets (slips, cards, a list, a report); nothing waits for it."""


class DeskMissing(QafilaError):
    """A movement between the convoy and a desk names no desk of that convoy."""


class StockShort(QafilaError):
    """The book has only `left` of the item at that place."""


class MovementVoided(QafilaError):
    """The movement was voided before."""


class CountMissing(QafilaError):
    """A convoy is to be closed and `item` (its id) was not counted."""


class TwoNamesNeeded(QafilaError):
    """Two different people put their names to a desk's count."""


class DifferenceUnexplained(QafilaError):
    """The count of `item` (its id) differs from the book and nobody says why."""


class ConvoyOpen(QafilaError):
    """The convoy is not closed, so there is nothing to open again."""


class SpreadsheetMissing(QafilaError):
    """There is no file `file`."""


class SpreadsheetDamaged(QafilaError):
    """The spreadsheet `file` cannot be read: cut short, changed, or written wrongly."""


class SpreadsheetEmpty(QafilaError):
    """The spreadsheet `file` holds no filled cell."""


class SpreadsheetLocked(QafilaError):
    """The spreadsheet `file` has a password."""


class SpreadsheetUnknown(QafilaError):
    """`file` is neither XLSX nor CSV (an old .xls, an .ods, a PDF …)."""


class SpreadsheetTooLarge(QafilaError):
    """The spreadsheet `file` has more than `rows` rows, or unpacks to too much."""


class HeaderNotFound(QafilaError):
    """No row of `file` heads a column of names (or, of a hand-over sheet, of IDs or phones)."""


class MappingUnreadable(QafilaError):
    """The file `file` with the meaning of the columns is neither JSON nor CSV of two columns."""


class MappingColumnUnknown(QafilaError):
    """`column` in the file with the meaning of the columns is no column of such a list."""


class ConvoyUndated(QafilaError):
    """A hand-over sheet tells no day, and no convoy was chosen for it."""


# --- files between laptops -----------------------------------------------------------------------


class FileDamaged(QafilaError):
    """The file was cut, altered on the way, or signed by nobody known; nothing of it counts."""


class WrongCode(QafilaError):
    """The one-time code of a pack is mistyped, or not that of this pack."""


class FileForOthers(QafilaError):
    """The file is encrypted to people that this laptop is not one of."""


class FileOfAnotherWorkspace(QafilaError):
    """The file can be opened and belongs to a workspace that is not this one."""


class OriginUntrusted(QafilaError):
    """A file that only a coordinator makes was made by a laptop that is none."""


class RightMissing(QafilaError):
    """The person at work, or this laptop, may not do that (`action` of the permissions)."""


class ConflictSettled(QafilaError):
    """The conflict no longer stands: somebody settled it, or took back what made it."""


class CaseSettled(QafilaError):
    """What was to be decided no longer stands, or the decision to take back is none."""


class ValueUnfit(QafilaError):
    """The value typed to settle a conflict is not one that the field can hold."""


class NotAcknowledged(QafilaError):
    """This laptop holds `changes` that no coordinator has said to keep; they are not forgotten."""


class CoordinatorKeeps(QafilaError):
    """A coordinator's laptop is where everything is kept; people are not wiped from it."""


class FileMissing(QafilaError):
    """There is no file at `path`."""


class DeviceNotFound(QafilaError):
    """No laptop that is still let in is called `name`."""


class RoleAboveLaptop(QafilaError):
    """`name` would get a role that may do more than the laptop prepared for the team."""


class OrganisationNotFound(QafilaError):
    """No organisation has the id or name `name`."""


class DeskNotFound(QafilaError):
    """No desk of the convoy is called `name`."""


class DeskTaken(QafilaError):
    """The desk `name` already has a laptop that is still let in."""


class DeviceNameTaken(QafilaError):
    """Another laptop is already called `name`."""


class VillageNotFound(QafilaError):
    """No village has the code or name `name`, or several have the name."""


class RecoveryKeyNeeded(QafilaError):
    """Only the workspace's recovery key makes a coordinator."""


class FileOfAnotherKind(QafilaError):
    """A pack was asked for and the file is none."""


class FileIsOwn(QafilaError):
    """The file tells what this very workspace gave."""


class WrongSharedKey(QafilaError):
    """A digit of the key that organisations share is missing or mistyped."""


class SharedKeyNotFound(QafilaError):
    """This laptop has no shared key called `name`."""


class NothingToShare(QafilaError):
    """Nobody was served in the period who has a document and agreed to sharing."""


class FileNewer(QafilaError):
    """The file has format `found`, this app knows `known`."""
