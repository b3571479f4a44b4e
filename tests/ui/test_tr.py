from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt

from app.ui.settings_file import Settings
from app.ui.tr import tr, words


def test_one_call_switches_words_direction_and_qts_own_words(qapp):
    qapp.apply(replace(Settings(), language="ar", digits="arab"))
    assert tr("State", "voided") == "ملغى"
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    arabic_cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
    qapp.apply(replace(Settings(), language="en"))
    assert tr("State", "voided") == "voided"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel" != arabic_cancel


def test_parameters_and_numbers_are_filled_in(qapp):
    qapp.apply(replace(Settings(), language="ar", digits="arab"))
    assert tr("Dates", "{date}, {time}", date="x", time=1200) == "x، ١٬٢٠٠"
    assert words().number(3) == "٣"


def test_plurals_are_chosen_by_our_catalogs(qapp, monkeypatch):
    qapp.apply(replace(Settings(), language="ar", digits="arab"))
    forms = ("لا", "واحد", "اثنان", "%n قليل", "%n كثير", "%n غير ذلك")
    monkeypatch.setattr("app.words.catalog._catalog", lambda language: {("T", "%n things"): forms})
    counted = [QCoreApplication.translate("T", "%n things", None, n) for n in (0, 2, 5, 11)]
    assert counted == ["لا", "اثنان", "٥ قليل", "١١ كثير"]
