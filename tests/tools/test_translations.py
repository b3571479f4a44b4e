import textwrap
import xml.etree.ElementTree as ET

import pytest

from tools import catalogs, translations
from tools.extract import extract


@pytest.fixture
def project(tmp_path):
    (tmp_path / "app").mkdir()
    (tmp_path / "translations").mkdir()
    return tmp_path


def source(project, text):
    (project / "app" / "page.py").write_text(textwrap.dedent(text), encoding="utf-8")


def translate(project, language, key, *forms):
    path = project / "translations" / f"qafila_{language}.ts"
    catalogs.write(path, language, {**catalogs.read(path), key: forms})


def test_finds_every_kind_of_call(project):
    source(
        project,
        """
        tr("A", "Plain")
        words.translate("B", "Long "
            "text")
        PAIR = marked("C", "Kept for later")
        QCoreApplication.translate("D", "%n boxes", None, 3)
        tr("E", "{who} left", who=name)
        "abc".translate(TABLE)
        self.canvas.translate(x, y)
        """,
    )
    found = extract(project)
    assert found.problems == ()
    assert found.keys == {
        ("A", "Plain"),
        ("B", "Long text"),
        ("C", "Kept for later"),
        ("D", "%n boxes"),
        ("E", "{who} left"),
    }


@pytest.mark.parametrize(
    "call",
    [
        'tr(context, "text")',
        'tr("A", text)',
        'tr("A", f"{x} text")',
        'tr("A")',
        'words.translate("A", "text" + more)',
        "marked(*pair)",
    ],
)
def test_a_text_that_is_not_written_out_is_an_error(project, call):
    source(project, call)
    assert extract(project).problems == ("app/page.py:1: context and text must be literal strings",)


@pytest.mark.parametrize(
    ("call", "problem"),
    [
        ('tr("A", "%n boxes")', "needs n"),
        ('tr("A", "boxes", n=3)', "needs n"),
        ('tr("A", "{who} left")', "parameters differ"),
        ('tr("A", "left", who=1)', "parameters differ"),
    ],
)
def test_a_call_gives_what_its_text_names(project, call, problem):
    source(project, call)
    (found,) = extract(project).problems
    assert problem in found


def test_english_holds_only_what_counts(project):
    source(project, 'tr("A", "Plain")\ntr("A", "%n boxes", n=1)')
    translations.update(project)
    assert list(catalogs.read(project / "translations/qafila_en.ts")) == [("A", "%n boxes")]
    assert len(catalogs.read(project / "translations/qafila_ar.ts")) == 2


def test_updating_keeps_translations_and_drops_what_is_gone(project):
    source(project, 'tr("A", "Plain")\ntr("A", "Gone")')
    translations.update(project)
    translate(project, "ar", ("A", "Plain"), "عادي")
    translate(project, "ar", ("A", "Gone"), "راح")
    assert translations.check(project) == []
    source(project, 'tr("A", "Plain")\ntr("A", "<New> & new")')
    assert translations.check(project) == [
        "ar: A: '<New> & new' is missing",
        "ar: A: 'Gone' is no longer used",
    ]
    assert translations.update(project) == ["ar: A: '<New> & new' is unfinished"]
    catalog = catalogs.read(project / "translations/qafila_ar.ts")
    assert catalog == {("A", "Plain"): ("عادي",), ("A", "<New> & new"): ("",)}


def test_updating_twice_changes_nothing(project):
    source(project, 'tr("B", "%n boxes", n=1)\ntr("A", "Plain")')
    translations.update(project)
    path = project / "translations/qafila_ar.ts"
    first = path.read_bytes()
    translations.update(project)
    assert path.read_bytes() == first


@pytest.mark.parametrize(
    ("forms", "problem"),
    [
        (("صندوق", "%n صناديق"), "has 2 forms instead of 6"),
        (("لا", "واحد", "اثنان", "%n", "%n", "كثير"), "lacks %n in its form 'other'"),
        (("لا", "واحد", "", "%n", "%n", "%n"), "is unfinished"),
        (("لا {who}", "واحد", "اثنان", "%n", "%n", "%n"), "has other placeholders in 'لا {who}'"),
    ],
)
def test_plural_forms_are_checked(project, forms, problem):
    source(project, 'tr("A", "%n boxes", n=1)')
    translations.update(project)
    translate(project, "en", ("A", "%n boxes"), "%n box", "%n boxes")
    translate(project, "ar", ("A", "%n boxes"), *forms)
    assert translations.check(project) == [f"ar: A: '%n boxes' {problem}"]


def test_placeholders_must_survive_translation(project):
    source(project, 'tr("A", "{who} left", who=x)')
    translations.update(project)
    translate(project, "ar", ("A", "{who} left"), "{whom} خرج")
    assert translations.check(project) == [
        "ar: A: '{who} left' has other placeholders in '{whom} خرج'"
    ]


def test_a_text_added_on_two_branches_keeps_its_finished_translation(project):
    path = project / "translations/qafila_ar.ts"
    catalogs.write(path, "ar", {("A", "Plain"): ("عادي",)})
    lines = path.read_text(encoding="utf-8").splitlines()
    twin = '<message><source>Plain</source><translation type="unfinished"></translation></message>'
    path.write_text("\n".join([*lines[:6], twin, *lines[6:]]), encoding="utf-8")
    assert catalogs.read(path) == {("A", "Plain"): ("عادي",)}


def test_the_file_is_what_linguist_expects(project):
    source(project, 'tr("A", "%n boxes", n=1)')
    translations.update(project)
    root = ET.parse(project / "translations/qafila_ar.ts").getroot()
    assert (root.tag, root.get("version"), root.get("language")) == ("TS", "2.1", "ar_EG")
    message = root.find("context/message")
    assert message.get("numerus") == "yes"
    assert message.find("translation").get("type") == "unfinished"
    assert len(message.findall("translation/numerusform")) == 6


def test_the_check_fails_when_something_is_wrong(project, monkeypatch, capsys):
    monkeypatch.setattr(translations, "check", lambda root: ["wrong"])
    assert translations.main(["--check"]) == 1
    assert capsys.readouterr().out == "wrong\n"
