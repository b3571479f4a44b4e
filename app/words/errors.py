"""What people read when something went wrong: what happened, what to do, never whose fault."""

import re
from typing import Final

from app import errors
from app.errors import QafilaError
from app.words.catalog import Marked, Words, marked
from app.words.numbers import decimal, isolated

TEXTS: Final[dict[type[QafilaError], Marked]] = {
    errors.StoreNotFound: marked(
        "Errors", "There is no workspace in {path}. Choose its folder, or create a new one."
    ),
    errors.StoreExists: marked(
        "Errors", "{path} already holds a workspace. Open it, or choose an empty folder."
    ),
    errors.WrongPassphrase: marked(
        "Errors",
        "This passphrase does not open the workspace. "
        "Check the keyboard language and Caps Lock, or use the recovery key.",
    ),
    errors.WrongRecoveryKey: marked(
        "Errors",
        "This recovery key does not open the workspace. "
        "Compare each group of four digits with the paper.",
    ),
    errors.WrongPin: marked("Errors", "This is not the PIN. Tries left: {left}."),
    errors.PinBlocked: marked(
        "Errors", "The PIN was wrong five times. Type the passphrase instead."
    ),
    errors.PinUnfit: marked(
        "Errors", "A PIN has {shortest} to {longest} digits, and not one digit only."
    ),
    errors.PassphraseTooWeak: marked(
        "Errors",
        "This passphrase is too easy to guess. "
        "Use at least {minimum} characters, not all the same.",
    ),
    errors.HeaderDamaged: marked(
        "Errors",
        "The file with the workspace's keys is missing or damaged. "
        "Restore the folder from a backup.",
    ),
    errors.StoreDamaged: marked(
        "Errors", "The workspace's file is damaged. Nothing was changed; restore it from a backup."
    ),
    errors.JournalDamaged: marked(
        "Errors",
        "The record of changes is damaged, so the tables cannot be rebuilt from it. "
        "Nothing was changed; restore the workspace from a backup.",
    ),
    errors.StoreNewer: marked(
        "Errors",
        "This workspace was made by a newer version of Qafila (format {found}; this version "
        "knows {known}). Update the app to open it; nothing was changed.",
    ),
    errors.StoreBusy: marked(
        "Errors", "The workspace is open in another window of Qafila. Close that one first."
    ),
    errors.DiskFull: marked(
        "Errors", "The disk is full: this was not saved. Free some space and save again."
    ),
    errors.StoreReadOnly: marked(
        "Errors", "The folder {path} cannot be written to. Choose another folder or unlock it."
    ),
    errors.DiskFailed: marked(
        "Errors", "The disk reported a fault: this was not saved. Copy the workspace elsewhere."
    ),
    errors.FolderTaken: marked(
        "Errors", "{path} already holds other files. Choose a new or an empty folder."
    ),
    errors.PassphraseMissing: marked(
        "Errors", "There is no passphrase. Type it when asked, or set {variable} in a script."
    ),
    errors.PassphrasesDiffer: marked(
        "Errors", "The two passphrases are not alike. Type the same one twice."
    ),
    errors.UserNotFound: marked("Errors", "Nobody called {name} uses this workspace."),
    errors.CampaignNotFound: marked(
        "Errors", "There is no campaign called {name}. Its names are on the Catalogue page."
    ),
    errors.ConvoyNotFound: marked("Errors", "There is no convoy called {name}."),
    errors.ConvoyNameShared: marked(
        "Errors", "Several convoys are called {name}: name the one meant by its id."
    ),
    errors.ReportNotFound: marked(
        "Errors", "There is no report called {name}. These are: {names}."
    ),
    errors.ReportFormatUnknown: marked(
        "Errors", "A report is written as .pdf, .xlsx or .csv: choose another name than {file}."
    ),
    errors.NoConvoyYet: marked(
        "Errors", "There is no convoy to report on yet. Plan one on the page Convoys."
    ),
    errors.DayUnreadable: marked(
        "Errors", "{text} is no day. Write it as year-month-day, like 2026-11-22."
    ),
    errors.WhoUnclear: marked(
        "Errors", "{text} fits several families. Name the one meant by its number."
    ),
    errors.NoCards: marked("Errors", "There is no household here that needs a card."),
    errors.NoReceipts: marked("Errors", "There is no receipt to write yet."),
    errors.BackupFailed: marked(
        "Errors",
        "The backup before the update could not be made, so nothing was changed. "
        "Free some space and open the workspace again.",
    ),
    errors.BackupUnfit: marked(
        "Errors",
        "This is no whole backup of this workspace: {path}. Choose another one; "
        "nothing was changed.",
    ),
    errors.CodeMalformed: marked(
        "Errors", "This is no code of Qafila, or a part of it was not read. Scan it once more."
    ),
    errors.CodeOfAnotherKind: marked(
        "Errors", "This code is from another kind of paper than the one that is asked for here."
    ),
    errors.CodeNewer: marked(
        "Errors",
        "This code was printed by a newer version of Qafila (format {found}; this version "
        "knows {known}). Update the app to read it.",
    ),
    errors.CodePartMissing: marked(
        "Errors",
        "This receipt has more than one code: scan the others too (still missing: {missing}).",
    ),
    errors.NoCodeFound: marked(
        "Errors",
        "No receipt could be read in {path}. Photograph it closer, flat and in good light, or "
        "type the number under the code.",
    ),
    errors.PictureUnreadable: marked(
        "Errors", "{path} is neither a picture nor a PDF, or it is damaged. Choose another file."
    ),
    errors.ReceiptNotOnFile: marked(
        "Errors",
        "No receipt with this number is on file here; it may come with the next merge. "
        "Scan its code to learn whether it is genuine.",
    ),
    errors.KeysFileDamaged: marked(
        "Errors", "This is no file of public keys, or it is damaged. Ask for it once more."
    ),
    errors.KeysFileNewer: marked(
        "Errors",
        "This file of keys was written by a newer version of Qafila (format {found}; this version "
        "knows {known}). Update the app to read it.",
    ),
    errors.ShortNumberMistyped: marked(
        "Errors", "A digit of the receipt number is mistyped. Compare it with the paper."
    ),
    errors.SlipNumberMistyped: marked(
        "Errors", "A digit of the slip's number is mistyped. Compare it with the paper."
    ),
    errors.SlipOnFile: marked("Errors", "Slip {number} was typed in before; it stands as it is."),
    errors.SlipOfAnotherConvoy: marked(
        "Errors",
        "This slip was printed for a convoy that is not on this laptop. Take in a file that "
        "brings the convoy, then type the slip in.",
    ),
    errors.SlipNumbersUsedUp: marked(
        "Errors",
        "This laptop has no numbers left for slips of this convoy. Print the rest on another "
        "laptop.",
    ),
    errors.DayMissing: marked("Errors", "Write the day on the paper; it cannot lie in the future."),
    errors.ReceiptTooLong: marked(
        "Errors",
        "One receipt cannot hold this many items ({lines}). Divide them over two hand-overs.",
    ),
    errors.NoConvoyToday: marked(
        "Errors", "No convoy is chosen for today. Choose one on the Convoys page first."
    ),
    errors.ConvoyKeyMissing: marked(
        "Errors",
        "This laptop has no key for notes between the desks of this convoy. "
        "Ask the coordinator for an update file.",
    ),
    errors.ConvoyClosed: marked(
        "Errors", "The convoy {convoy} is closed. Reopen it, or choose another one."
    ),
    errors.NameMissing: marked("Errors", "Write the name of every person."),
    errors.MembersMissing: marked("Errors", "Add at least one person to the household."),
    errors.VillageMissing: marked("Errors", "Choose the household's village."),
    errors.ConsentMissing: marked(
        "Errors", "Ask whether the household agrees to be registered, and tick the box."
    ),
    errors.HouseholdNotFound: marked(
        "Errors", "This household is not on this laptop. Search again, or register it."
    ),
    errors.NothingToHandOver: marked("Errors", "Choose at least one item to hand over."),
    errors.ReasonMissing: marked("Errors", "Choose a reason from the list."),
    errors.StockTooSmall: marked(
        "Errors",
        "This desk does not have enough of one of the items. "
        "Give what there is and mark the rest as owed, or correct the stock.",
    ),
    errors.AlreadyVoided: marked("Errors", "This hand-over was voided before."),
    errors.TooLateToUndo: marked(
        "Errors",
        "The minute for undoing is over. A supervisor can void the hand-over on the Receipts page.",
    ),
    errors.PrinterMissing: marked(
        "Errors",
        "No printer is ready: the hand-over is saved and its receipt waits. "
        "Choose a printer in the settings, then print it from the Receipts page.",
    ),
    errors.PrinterOutOfPaper: marked(
        "Errors",
        "The printer is out of paper; the receipt waits. "
        "Put in a new roll, then print it from the Receipts page.",
    ),
    errors.PrinterRefused: marked(
        "Errors",
        "The printer did not take the receipt; it waits. "
        "Check paper and cable, then print it from the Receipts page.",
    ),
    errors.PagesRefused: marked(
        "Errors",
        "The printer did not take the pages. Check paper and cable, then print again, or save "
        "them as PDF.",
    ),
    errors.FileDamaged: marked(
        "Errors",
        "The file is incomplete or damaged: copy it again from the laptop that wrote it. "
        "Nothing was changed here.",
    ),
    errors.WrongCode: marked(
        "Errors",
        "This code does not open the pack. Compare each group of five digits with what the "
        "coordinator gave you.",
    ),
    errors.FileOfAnotherWorkspace: marked(
        "Errors", "This file belongs to another workspace; nothing of it was taken in."
    ),
    errors.OriginUntrusted: marked(
        "Errors",
        "Only a coordinator's laptop makes such a file, and this one was made by another. "
        "Nothing of it was taken in.",
    ),
    errors.RightMissing: marked(
        "Errors", "Your role or this laptop may not do this. Ask a coordinator."
    ),
    errors.ConflictSettled: marked("Errors", "This was settled meanwhile. Look at the list again."),
    errors.CaseSettled: marked("Errors", "The case no longer stands. Look at the list again."),
    errors.ValueUnfit: marked("Errors", "This value does not fit here. Check what was typed."),
    errors.NotAcknowledged: marked(
        "Errors",
        "Changes that no coordinator has acknowledged are still on this laptop ({changes}). "
        "Bring an export to the coordinator and take in the update; nothing was wiped.",
    ),
    errors.CoordinatorKeeps: marked(
        "Errors",
        "This is a coordinator's laptop: what the others hand in is kept here, so people's data "
        "are not wiped from it.",
    ),
    errors.FileMissing: marked("Errors", "There is no file {path}."),
    errors.DeviceNotFound: marked("Errors", "No laptop of this workspace is called {name}."),
    errors.RoleAboveLaptop: marked(
        "Errors", "{name} would be allowed more than this laptop. Give the laptop a higher role."
    ),
    errors.OrganisationNotFound: marked("Errors", "No organisation is called {name}."),
    errors.DeskNotFound: marked("Errors", "No desk of this convoy is called {name}."),
    errors.DeskTaken: marked(
        "Errors", "The desk {name} already has a laptop. End that one first, or name a new desk."
    ),
    errors.DeviceNameTaken: marked(
        "Errors", "Another laptop is already called {name}. Choose another name."
    ),
    errors.VillageNotFound: marked(
        "Errors", "No single village is called {name}. Give its official code instead."
    ),
    errors.RecoveryKeyNeeded: marked(
        "Errors", "Only the workspace's recovery key makes a coordinator. Have its paper at hand."
    ),
    errors.FileOfAnotherKind: marked(
        "Errors", "This file is no pack. Merge it in a workspace instead."
    ),
    errors.FileForOthers: marked(
        "Errors", "This file was written for another laptop or workspace. Nothing was changed here."
    ),
    errors.FileIsOwn: marked(
        "Errors", "This file is our own. Choose the file of the other organisation."
    ),
    errors.WrongSharedKey: marked(
        "Errors", "A digit of the shared key is missing or mistyped. Compare the forty digits."
    ),
    errors.SharedKeyNotFound: marked(
        "Errors", "This laptop has no shared key called {name}. Make it or type it in first."
    ),
    errors.NothingToShare: marked(
        "Errors",
        "Nobody was served in this period who has a document and agreed to sharing, so there is "
        "nothing to write.",
    ),
    errors.FileNewer: marked(
        "Errors",
        "This file was written by a newer version of Qafila (format {found}; this version knows "
        "{known}). Update the app to read it.",
    ),
    errors.AidRecordNotFound: marked("Errors", "This hand-over is not on this laptop."),
    errors.RecordNotFound: marked(
        "Errors", "This record is not on this laptop. Open the list again and choose from it."
    ),
    errors.LabelMissing: marked("Errors", "The name is missing."),
    errors.LabelTaken: marked(
        "Errors", "{name} is already there. Use that one, or choose another name."
    ),
    errors.DatesMissing: marked("Errors", "The first and the last day are needed."),
    errors.DatesReversed: marked("Errors", "The last day comes before the first."),
    errors.VillagesMissing: marked("Errors", "At least one village is needed."),
    errors.ItemCodeTaken: marked(
        "Errors",
        "The number {code} cannot be used: another item has it, or it is above {highest}.",
    ),
    errors.ItemInUse: marked(
        "Errors",
        "This item was already handed over or counted, so its number and unit stay. "
        "Put it out of use and add a new item.",
    ),
    errors.UnitMissing: marked("Errors", "The unit is missing."),
    errors.SynonymTaken: marked(
        "Errors", "The word {word} already stands for {item}: lists could not be read with both."
    ),
    errors.LogoUnreadable: marked("Errors", "This file is no picture. Choose a PNG or JPEG file."),
    errors.LogoTooLarge: marked(
        "Errors", "This logo is too large. Choose a picture of at most {kilobytes} KB."
    ),
    errors.ParentLoop: marked(
        "Errors", "An organisation cannot belong to one that belongs to it. Choose another one."
    ),
    errors.ItemMissing: marked("Errors", "The item is missing."),
    errors.QuantityMissing: marked("Errors", "A quantity above zero is needed."),
    errors.DaysMissing: marked("Errors", "The number of days between two times is missing."),
    errors.TimesMissing: marked("Errors", "The number of times is missing."),
    errors.SizesReversed: marked(
        "Errors", "The smallest family of this rule is larger than the largest."
    ),
    errors.AgesReversed: marked("Errors", "The lowest age of this rule is above the highest."),
    errors.DeskMissing: marked("Errors", "The desk is missing."),
    errors.StockShort: marked(
        "Errors",
        "The book has only {left} of it there. Record what came in first, or give a reason.",
    ),
    errors.MovementVoided: marked("Errors", "This movement was voided before."),
    errors.CountMissing: marked("Errors", "Count what is left of every item first."),
    errors.TwoNamesNeeded: marked(
        "Errors", "Write the names of two different people: who counted, and who watched."
    ),
    errors.DifferenceUnexplained: marked(
        "Errors", "The count differs from the book. Choose the reason of every difference."
    ),
    errors.ConvoyOpen: marked("Errors", "This convoy is open."),
    errors.SpreadsheetMissing: marked("Errors", "There is no file {file}. Choose it again."),
    errors.SpreadsheetDamaged: marked(
        "Errors",
        "The file {file} cannot be read: it is damaged or incomplete. "
        "Copy it again, or open it and save it anew as XLSX.",
    ),
    errors.SpreadsheetEmpty: marked("Errors", "The file {file} is empty."),
    errors.SpreadsheetLocked: marked(
        "Errors", "The file {file} has a password. Open it, save it without one, and try again."
    ),
    errors.SpreadsheetUnknown: marked(
        "Errors", "The file {file} is neither XLSX nor CSV. Open it and save it as XLSX."
    ),
    errors.SpreadsheetTooLarge: marked(
        "Errors",
        "The file {file} is too large: more than {rows} rows, or too many cells. "
        "Split it into several files.",
    ),
    errors.HeaderNotFound: marked(
        "Errors",
        "No row of headers was found in {file}. Above the rows there must be a line that says what "
        "each column holds, with the names among them.",
    ),
    errors.MappingUnreadable: marked(
        "Errors",
        "The file {file} does not say what the columns mean: "
        "it must be JSON, or CSV with a header and its meaning in each line.",
    ),
    errors.MappingColumnUnknown: marked(
        "Errors", "{column} is no column that such a file can have."
    ),
    errors.ConvoyUndated: marked(
        "Errors",
        "The sheet does not say on which day the aid was handed over. "
        "Choose its convoy, or write the day above the header.",
    ),
}

_NUMBER: Final = re.compile(r"[0-9]+([.,][0-9]+)*", re.ASCII)

UNEXPECTED: Final = marked(
    "Errors", "Something unexpected happened; what was saved before is safe. Try once more."
)


def error_text(words: Words, error: BaseException) -> str:
    """The words for an error; one general sentence for what has no class of its own.

    Texts among the parameters (a path, a name) keep their own direction in the sentence.
    """
    if not isinstance(error, QafilaError) or type(error) not in TEXTS:
        return words.of(UNEXPECTED)
    pair = TEXTS[type(error)]
    params = {name: _shown(words, value) for name, value in error.params.items()}
    return words.fill(words.lookup(pair.context, pair.source, None) or pair.source, None, params)


def _shown(words: Words, value: str | int) -> str | int:
    if not isinstance(value, str):
        return value
    return decimal(value, words.digits) if _NUMBER.fullmatch(value) else isolated(value)
