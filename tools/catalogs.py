"""Read and write Qt Linguist's `.ts` files, and judge what they hold.

Each message stands on one line and everything is sorted, so that texts added on two branches
merge line by line. Qt Linguist opens and saves the same files.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from app.words.plurals import FORMS, Language
from tools.extract import PLACEHOLDER, Key, is_plural

LOCALES: Mapping[Language, str] = {"ar": "ar_EG", "en": "en_GB"}
Forms = tuple[str, ...]
Catalog = dict[Key, Forms]


def wanted(language: Language, keys: Iterable[Key]) -> set[Key]:
    """The texts a catalog has to hold: English only those that count something."""
    return {key for key in keys if language != "en" or is_plural(key[1])}


def form_count(language: Language, source: str) -> int:
    """How many forms the translation of a text has."""
    return len(FORMS[language]) if is_plural(source) else 1


def read(path: Path) -> Catalog:
    """What a catalog holds; an empty form is one that is still to be written.

    A text that stands twice (two branches added it) keeps its finished translation.
    """
    catalog: Catalog = {}
    if not path.exists():
        return catalog
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            forms = _forms(message)
            if key not in catalog or all(forms):
                catalog[key] = forms
    return catalog


def _forms(message: ET.Element) -> Forms:
    translation = message.find("translation")
    if translation is None:
        return ("",)
    numerus = translation.findall("numerusform")
    forms = tuple(form.text or "" for form in numerus) or (translation.text or "",)
    return ("",) * len(forms) if translation.get("type") == "unfinished" else forms


def updated(language: Language, catalog: Catalog, keys: Iterable[Key]) -> Catalog:
    """The catalog with exactly the texts of the source; known translations stay."""
    return {
        key: catalog.get(key, ("",) * form_count(language, key[1]))
        for key in wanted(language, keys)
    }


def write(path: Path, language: Language, catalog: Catalog) -> None:
    """Write a catalog, sorted by context and text."""
    path.write_text("\n".join(_lines(language, catalog)) + "\n", encoding="utf-8")


def _lines(language: Language, catalog: Catalog) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<!DOCTYPE TS>"
    yield f'<TS version="2.1" language="{LOCALES[language]}" sourcelanguage="en">'
    for context in sorted({context for context, _ in catalog}):
        yield "<context>"
        yield f"<name>{escape(context)}</name>"
        for key in sorted(key for key in catalog if key[0] == context):
            yield _message(key[1], catalog[key])
        yield "</context>"
    yield "</TS>"


def _message(source: str, forms: Forms) -> str:
    unfinished = "" if all(forms) else ' type="unfinished"'
    if is_plural(source):
        numerus = ' numerus="yes"'
        text = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in forms)
    else:
        numerus, text = "", escape(forms[0])
    return (
        f"<message{numerus}><source>{escape(source)}</source>"
        f"<translation{unfinished}>{text}</translation></message>"
    )


def problems(language: Language, catalog: Catalog, keys: Iterable[Key]) -> list[str]:
    """Everything that keeps a catalog from being complete, one sentence each."""
    needed = wanted(language, keys)
    found = [_problem(language, key, "is missing") for key in needed - catalog.keys()]
    found += [_problem(language, key, "is no longer used") for key in catalog.keys() - needed]
    for key in needed & catalog.keys():
        found += [_problem(language, key, wrong) for wrong in _wrong(language, key, catalog[key])]
    return sorted(found)


def _problem(language: Language, key: Key, wrong: str) -> str:
    return f"{language}: {key[0]}: {key[1]!r} {wrong}"


def _wrong(language: Language, key: Key, forms: Forms) -> Iterator[str]:
    source = key[1]
    count = form_count(language, source)
    if len(forms) != count:
        yield f"has {len(forms)} forms instead of {count}"
        return
    if not all(forms):
        yield "is unfinished"
        return
    names = sorted(PLACEHOLDER.findall(source))
    for form in forms:
        if sorted(PLACEHOLDER.findall(form)) != names:
            yield f"has other placeholders in {form!r}"
    if is_plural(source):
        # Zero, one and two can be said without a figure; the other forms count and need it.
        for name, form in zip(FORMS[language], forms, strict=True):
            if name in {"few", "many", "other"} and "%n" not in form:
                yield f"lacks %n in its form {name!r}"
    elif "%n" in forms[0]:
        yield "has %n although it does not count"
