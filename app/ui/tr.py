"""The words of the window: `tr("Desk", "…")` goes through Qt's translators to our catalogs."""

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from app.words.catalog import Marked, Words

_current = Words()


def words() -> Words:
    """The words that are on: for dates, numbers and errors."""
    return _current


def use(chosen: Words) -> None:
    """Speak these words from now on; what shows older ones has to be built again."""
    global _current  # noqa: PLW0603 - one application speaks one language
    _current = chosen


def tr(context: str, source: str, /, n: int | None = None, **params: str | int) -> str:
    """The text for `source` in the language that is on; parameters as in `Words.translate`."""
    text = QCoreApplication.translate(context, source, None, -1 if n is None else n)
    return _current.fill(text, None, params)


def of(pair: Marked, /, n: int | None = None, **params: str | int) -> str:
    """The text of a pair made by `marked`."""
    return tr(pair.context, pair.source, n, **params)


class CatalogTranslator(QTranslator):
    """Lets Qt find its texts in our catalogs."""

    def translate(  # None is how "not here" is said to Qt
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The text with its number filled in; None lets the next translator answer."""
        count = None if n < 0 else n
        text = _current.lookup(context, source, count)
        return None if text is None else _current.fill_number(text, count)

    def isEmpty(self) -> bool:
        """Never: Qt does not ask an empty translator."""
        return False


def install(parent: QObject) -> CatalogTranslator:
    """Put our catalogs before Qt's own translations."""
    translator = CatalogTranslator(parent)
    QCoreApplication.installTranslator(translator)
    return translator
