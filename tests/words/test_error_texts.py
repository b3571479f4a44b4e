"""Every cause of `app.errors` can be said, with exactly what its raisers give it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import QafilaError
from app.words.catalog import Words
from app.words.errors import TEXTS, UNEXPECTED, error_text

APP = Path(__file__).resolve().parents[2] / "app"
NAMES = re.compile(r"\{([a-z_]+)\}")


def causes(base: type[QafilaError] = QafilaError) -> Iterator[type[QafilaError]]:
    for cause in base.__subclasses__():
        yield cause
        yield from causes(cause)


def raised() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Where an error is made, its class, and the parameters it is given."""
    known = {cause.__name__ for cause in causes()}
    for path in sorted(APP.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            made = node.exc if isinstance(node, ast.Raise) else node
            if isinstance(made, ast.Call):
                name = ast.unparse(made.func).rpartition(".")[2]
                given = frozenset(keyword.arg or "**" for keyword in made.keywords)
            elif made is not node and made is not None:
                name, given = ast.unparse(made).rpartition(".")[2], frozenset()
            else:
                continue
            if name in known and "**" not in given:
                yield f"{path.relative_to(APP)}:{node.lineno}", name, given


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("cause", sorted(causes(), key=lambda cause: cause.__name__))
def test_every_cause_has_its_own_words(cause, language):
    names = NAMES.findall(TEXTS[cause].source)
    text = error_text(Words(language), cause(**dict.fromkeys(names, "given")))
    assert text not in {Words(language).of(UNEXPECTED), ""}
    assert text.count("given") == len(names)
    assert (text == TEXTS[cause].source) == (language == "en" and not names)


def test_no_two_causes_share_their_words():
    assert len({pair.source for pair in TEXTS.values()}) == len(TEXTS)


def test_raisers_give_what_the_words_name():
    sources = {cause.__name__: frozenset(NAMES.findall(TEXTS[cause].source)) for cause in causes()}
    wrong = [f"{where} {name}" for where, name, given in raised() if not given >= sources[name]]
    assert wrong == []


def test_an_unknown_error_gets_the_general_sentence():
    assert error_text(Words("en"), ValueError("a secret")) == UNEXPECTED.source
