"""Words for who collects in a household's place, and by what right."""

from typing import Final

from app.words.catalog import Marked, marked

RELATIONS: Final[dict[str, Marked]] = {
    "relative": marked("Proxy", "relative"),
    "neighbour": marked("Proxy", "neighbour"),
    "committee": marked("Proxy", "village committee"),
    "association": marked("Proxy", "association"),
    "other": marked("Proxy", "other"),
}

AUTHORISATIONS: Final[dict[str, Marked]] = {
    "written": marked("Proxy", "written authorisation"),
    "phone": marked("Proxy", "by telephone"),
    "committee": marked("Proxy", "vouched for by the village committee"),
    "none": marked("Proxy", "no authorisation"),
}
