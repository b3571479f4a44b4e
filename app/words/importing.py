"""What people read about the rows and columns of a list."""

from typing import Final

from app.domain.importing.columns import Column
from app.domain.importing.plan_list import State
from app.domain.importing.remarks import Code, Remark
from app.words.catalog import Marked, Words, marked
from app.words.numbers import isolated

COLUMNS: Final[dict[Column, Marked]] = {
    Column.HOUSEHOLD_NO: marked("Import", "Household number"),
    Column.NAME: marked("Import", "Name"),
    Column.RELATIONSHIP: marked("Import", "Relationship"),
    Column.NATIONAL_ID: marked("Import", "National ID"),
    Column.DOCUMENT_TYPE: marked("Import", "Kind of document"),
    Column.DOCUMENT_NO: marked("Import", "Document number"),
    Column.BIRTH_DATE: marked("Import", "Birth date"),
    Column.AGE: marked("Import", "Age"),
    Column.SEX: marked("Import", "Sex"),
    Column.PHONE: marked("Import", "Phone"),
    Column.GOVERNORATE: marked("Import", "Governorate"),
    Column.DISTRICT: marked("Import", "District"),
    Column.VILLAGE: marked("Import", "Village"),
    Column.VILLAGE_CODE: marked("Import", "Village code"),
    Column.ADDRESS: marked("Import", "Address"),
    Column.MEMBERS: marked("Import", "Number of members"),
    Column.CATEGORIES: marked("Import", "Categories"),
    Column.NOTES: marked("Import", "Notes"),
    Column.ITEM: marked("Import", "Item"),
    Column.QUANTITY: marked("Import", "Quantity"),
    Column.DATE: marked("Import", "Date of hand-over"),
    Column.CONVOY: marked("Import", "Convoy"),
    Column.ORGANISATION: marked("Import", "Organisation"),
    Column.RECEIPT_NO: marked("Import", "Receipt number"),
    Column.IGNORE: marked("Import", "Do not read"),
    Column.OTHER: marked("Import", "Into categories or notes"),
}

STATES: Final[dict[State, Marked]] = {
    State.REFUSED: marked("Import", "Not taken"),
    State.KNOWN: marked("Import", "On file already"),
    State.TAKEN: marked("Import", "Taken, to check"),
}

REASONS: Final[dict[Code, Marked]] = {
    Code.NO_NAME: marked("Import", "The row has no name"),
    Code.NAME_IS_FORMULA: marked("Import", "In place of the name there is a formula: {written}"),
    Code.NO_PERSON: marked("Import", "The row does not say who it is about"),
    Code.NO_ITEM: marked("Import", "The item is missing"),
    Code.ITEM_UNKNOWN: marked("Import", "No item is called {written}"),
    Code.NO_QUANTITY: marked("Import", "The quantity is missing"),
    Code.QUANTITY_UNCLEAR: marked("Import", "The quantity cannot be understood: {written}"),
    Code.UNIT_DOES_NOT_FIT: marked("Import", "This item is not counted in {written}"),
    Code.SAME_ID: marked("Import", "The same national ID is on file"),
    Code.SAME_DOCUMENT: marked("Import", "The same document is on file"),
    Code.SAME_NAME_AND_PHONE: marked("Import", "The same name and phone are on file"),
    Code.SAME_NAME_AND_FAMILY: marked(
        "Import", "The same name is on file in the same village and family"
    ),
    Code.REPEATS_ROW: marked("Import", "The same person as in row {row}"),
    Code.AID_ON_FILE: marked("Import", "This hand-over is on file"),
    Code.TAKEN_BEFORE: marked("Import", "Taken in before from this very file"),
    Code.ID_UNVERIFIED: marked(
        "Import", "The national ID cannot be right, and counts as unverified: {written}"
    ),
    Code.ID_DOUBTFUL: marked("Import", "The national ID may be mistyped: {written}"),
    Code.ID_DIGITS_LOST: marked(
        "Import", "The spreadsheet has lost the digits of the national ID: {written}"
    ),
    Code.ID_DIFFERS: marked("Import", "The national ID differs from the one on file: {written}"),
    Code.ID_NOT_ON_FILE: marked("Import", "This national ID is not on file: {written}"),
    Code.NAME_DIFFERS: marked("Import", "On file this national ID has another name"),
    Code.BIRTH_UNREADABLE: marked("Import", "The birth date cannot be understood: {written}"),
    Code.BIRTH_DISAGREES: marked(
        "Import", "The birth date differs from the national ID's: {written}"
    ),
    Code.SEX_DISAGREES: marked("Import", "The sex differs from the national ID's: {written}"),
    Code.PHONE_UNREADABLE: marked("Import", "The phone number is not valid: {written}"),
    Code.MEMBERS_UNREADABLE: marked(
        "Import", "The number of members cannot be understood: {written}"
    ),
    Code.VILLAGE_UNKNOWN: marked(
        "Import", "No village is called {written} there; it is kept in the address"
    ),
    Code.VILLAGE_AMBIGUOUS: marked(
        "Import", "Several villages are called {written}; it is kept in the address"
    ),
    Code.FAMILY_ASSUMED: marked("Import", "Taken as a member of the family in the row above"),
    Code.PART_UNCLEAR: marked("Import", "One quantity cannot be understood: {written}"),
    Code.DATE_UNREADABLE: marked(
        "Import", "The date cannot be understood; the sheet's day was taken: {written}"
    ),
    Code.CONVOY_UNKNOWN: marked(
        "Import", "No convoy is called {written}; the sheet's convoy was taken"
    ),
    Code.ORGANISATION_UNKNOWN: marked("Import", "No organisation is called {written}"),
    Code.MATCHED_BY_NAME: marked("Import", "Recognised by the name alone"),
    Code.SEVERAL_OF_NAME: marked("Import", "Others of this name are on file"),
    Code.REGISTERED_FROM_SHEET: marked("Import", "Not on file: registered from this row"),
}


def column_name(words: Words, column: Column) -> str:
    """What a column holds."""
    return words.of(COLUMNS[column])


def state_title(words: Words, state: State) -> str:
    """The heading over rows that share a fate."""
    return words.of(STATES[state])


def reason_text(words: Words, remark: Remark) -> str:
    """A remark as a sentence; what it quotes keeps its own direction."""
    if remark.code is Code.REPEATS_ROW:
        return words.of(REASONS[remark.code], row=int(remark.written))
    return words.of(REASONS[remark.code], written=isolated(remark.written))
