"""The catalogs `translations/qafila_{ar,en}.ts` and how a text is taken from them.

Texts are written in English in the source. The Arabic catalog holds all of them, the English one
only those with plurals. The `.ts` files are read as they are: no compile step stands between a
correction by a translator and the app.
"""

import re
import xml.etree.ElementTree as ET
from functools import cache
from typing import Final, NamedTuple, cast

from app.config import translations_dir
from app.words.numbers import Digits, grouped
from app.words.plurals import Language, form_index

_PLACEHOLDER: Final = re.compile(r"\{([a-z_]+)\}", re.ASCII)


class Marked(NamedTuple):
    """A text that is kept in a table and translated when it is shown."""

    context: str
    source: str


def marked(context: str, source: str) -> Marked:
    """Mark a text for the extractor and keep it for `Words.of`."""
    return Marked(context, source)


class Words:
    """The words of one language, with the digits its reader chose."""

    def __init__(self, language: Language = "ar", digits: Digits = "latn") -> None:
        self.language: Final[Language] = language
        self.digits: Final[Digits] = digits

    def translate(
        self, context: str, source: str, /, n: int | None = None, **params: str | int
    ) -> str:
        """The text for `source`, in the plural form of `n`, with `%n` and `{name}` filled in.

        Whole numbers among the parameters are grouped and take the chosen digits; text stays as
        it is. A text that the catalog lacks is shown in English rather than not at all.
        Raises KeyError when a parameter that the text names is not given.
        """
        return self.fill(self.lookup(context, source, n) or source, n, params)

    def of(self, pair: Marked, /, n: int | None = None, **params: str | int) -> str:
        """The text of a pair made by `marked`; parameters as in `translate`."""
        return self.translate(pair.context, pair.source, n, **params)

    def lookup(self, context: str, source: str, n: int | None) -> str | None:
        """The catalog's text as written, in the plural form of `n`; None when there is none."""
        forms = _catalog(self.language).get((context, source))
        if forms is None:
            return None
        if len(forms) == 1:
            return forms[0]
        return forms[form_index(self.language, 0 if n is None else n)]

    def fill(self, text: str, n: int | None, params: dict[str, str | int]) -> str:
        """`text` with `%n` and every `{name}` replaced; what is put in is not read again."""

        def value(match: re.Match[str]) -> str:
            given = params[match[1]]
            return self.number(given) if isinstance(given, int) else given

        return _PLACEHOLDER.sub(value, self.fill_number(text, n))

    def fill_number(self, text: str, n: int | None) -> str:
        """`text` with `%n` replaced, unless there is no number."""
        return text if n is None else text.replace("%n", self.number(n))

    def number(self, value: int) -> str:
        """A whole number as this reader sees it."""
        return grouped(value, self.digits)


@cache
def _catalog(language: Language) -> dict[tuple[str, str], tuple[str, ...]]:
    path = translations_dir() / f"qafila_{language}.ts"
    # The file is part of the app, not input from outside.
    root = ET.parse(path).getroot()  # noqa: S314
    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            forms = _forms(message)
            if all(forms):
                messages[name, message.findtext("source", "")] = forms
    return messages


def _forms(message: ET.Element) -> tuple[str, ...]:
    translation = cast(ET.Element, message.find("translation"))
    numerus = translation.findall("numerusform")
    return tuple(form.text or "" for form in numerus) if numerus else (translation.text or "",)
