"""The tabs of the laptops page in their order."""

from typing import Final

from app.ui.laptops.laptops_view import LaptopsView
from app.ui.laptops.people_view import PeopleView
from app.ui.parts import PartSpec
from app.words.catalog import marked

TABS: Final = (
    PartSpec("laptops", marked("Laptops", "Laptops"), LaptopsView),
    PartSpec("people", marked("Laptops", "People who work here"), PeopleView),
)
