import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from app.domain.entitlement import Frequency, Per
from app.domain.quantity import Quantity
from app.services.campaigns import CampaignForm, RuleForm, campaign, campaigns, save_campaign
from app.services.catalogue import categories, initiatives, items
from app.services.organisations import logo_of, organisations
from app.services.places import places
from tests.ui.keyboard import type_text


@pytest.fixture
def page(open_page):
    return open_page("catalogue")


@pytest.fixture
def shelf(page):
    def opened(name):
        page.show_shelf(name)
        return page.views[name]

    return opened


@pytest.fixture
def winter(store):
    """A campaign with one rule."""
    return save_campaign(
        store, CampaignForm("شتاء", "eed-wahda", "2025-11-01", None, (RuleForm("food-box"),))
    )


def names(view):
    return [view.model.index(row, 0).data() for row in range(view.model.rowCount())]


def choose(view, record_id):
    at = [one.id for one in view.model.rows].index(record_id)
    view.table.setCurrentIndex(view.model.index(at, 0))
    return view.editor


def pick(combo, value):
    combo.setCurrentIndex(combo._values.index(value))


def retype(edit, text):
    edit.selectAll()
    type_text(edit, text)


def by_id(records, record_id):
    return next(one for one in records if one.id == record_id)


def test_ctrl_tab_goes_through_the_parts(page, keys):
    seen = [page.current]
    for _ in range(5):
        keys(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        seen.append(page.current)
    assert seen == [
        "campaigns",
        "items",
        "organisations",
        "initiatives",
        "categories",
        "campaigns",
    ]


def test_the_page_opens_at_the_part_it_is_asked_for(page, open_page):
    open_page("catalogue", "categories")
    assert page.current == "categories"


def test_an_empty_part_teaches(page):
    view = page.views["campaigns"]
    assert view.editor is None
    assert view._lesson.isVisible()


def test_an_item_is_added_with_the_keyboard(shelf, store, keys, save):
    view = shelf("items")
    keys(view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    editor = view.editor
    assert editor.names.name_ar.hasFocus()
    type_text(editor.names.name_ar, "تمر")
    pick(editor.unit, "kg")
    type_text(editor.value, "٤٥.٥")
    editor.synonyms.setPlainText("بلح\nعجوة، تمور")
    save(view)
    made = max(items(store), key=lambda item: item.code)
    assert (made.name_ar, made.unit, made.value) == ("تمر", "kg", 4_550)
    assert made.synonyms == {"بلح", "عجوة", "تمور"}
    assert view.editor.code.text() == str(made.code)


def test_what_is_wrong_is_said_beside_its_field(shelf, save, store):
    view = shelf("items")
    editor = choose(view, "rice")
    retype(editor.names.name_ar, "بطانية")
    save(view)
    assert editor.names.name_ar.property("wrong")
    assert editor.names.name_ar.hasFocus()
    retype(editor.names.name_ar, "أرز")
    retype(editor.code, "1")
    save(view)
    assert editor.code.property("wrong")
    assert by_id(items(store), "rice").code == 4


def test_nothing_typed_is_lost_by_looking_elsewhere(shelf, store, qtbot):
    view = shelf("items")
    editor = choose(view, "rice")
    retype(editor.names.name_en, "Basmati")
    choose(view, "fish")
    assert view.editor is editor
    assert editor.message.text
    qtbot.waitUntil(lambda: view.model.row_at(view.table.currentIndex().row()).id == "rice")
    editor.message._action.click()
    assert view.editor.record_id == "fish"
    assert by_id(items(store), "rice").name_en == "Rice"


def test_a_new_record_waits_for_what_is_typed_too(shelf, keys):
    view = shelf("items")
    editor = choose(view, "rice")
    retype(editor.names.name_en, "Basmati")
    view.start_new()
    assert view.editor is editor
    editor.message._action.click()
    assert view.editor.record_id is None


def test_what_is_out_of_use_leaves_the_list_and_comes_back(shelf, store, qtbot):
    view = shelf("items")
    choose(view, "rice")
    before = view.model.rowCount()
    view.editor.use_button.click()
    assert view.model.rowCount() == before - 1
    assert view.editor.record_id == view.model.row_at(0).id
    view.unused.setChecked(True)
    editor = choose(view, "rice")
    at = view.table.currentIndex().row()
    assert view.model.index(at, 0).data(Qt.ItemDataRole.DecorationRole) is not None
    editor.use_button.click()
    assert by_id(items(store), "rice").active


def test_categories_and_initiatives_are_changed(shelf, store, save):
    view = shelf("categories")
    editor = choose(view, "widow")
    editor.synonyms.setPlainText("أرامل")
    save(view)
    assert by_id(categories(store), "widow").synonyms == {"أرامل"}
    view = shelf("initiatives")
    editor = choose(view, "haya-karima")
    retype(editor.names.name_en, "Decent Life Initiative")
    save(view)
    assert by_id(initiatives(store), "haya-karima").name_en == "Decent Life Initiative"


def test_an_organisation_gets_a_logo_that_paper_can_take(shelf, store, save, tmp_path):
    picture = QImage(2_000, 1_000, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    picture.save(str(tmp_path / "logo.jpg"))
    view = shelf("organisations")
    editor = choose(view, "orman")
    editor.take_logo(str(tmp_path / "logo.jpg"))
    save(view)
    kept = QImage.fromData(logo_of(store, "orman"))
    assert (kept.width(), kept.height()) == (512, 256)
    assert not view.editor.picture.pixmap().isNull()
    view.editor.drop_logo()
    save(view)
    assert logo_of(store, "orman") == b""


def test_a_file_that_is_no_picture_is_refused_in_its_place(shelf, tmp_path):
    (tmp_path / "logo.png").write_text("not a picture")
    editor = choose(shelf("organisations"), "orman")
    editor.take_logo(str(tmp_path / "logo.png"))
    assert editor._logo_field.wrong
    assert not editor.is_touched


def test_an_organisation_cannot_belong_to_its_own(shelf, store, save):
    editor = choose(shelf("organisations"), "national-alliance")
    pick(editor.parent_choice, "orman")
    save(editor)
    assert editor.causes[type_of("ParentLoop")].wrong
    assert by_id(organisations(store), "national-alliance").parent_id is None


def type_of(name):
    from app import errors

    return getattr(errors, name)


def test_a_campaign_is_written_with_a_rule_in_words(shelf, store, keys, save, live):
    view = shelf("campaigns")
    keys(view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    editor = view.editor
    type_text(editor.name, "إيد واحدة – شتاء")
    pick(editor.initiative, "eed-wahda")
    type_text(editor.starts_on, "1/11/2025")
    keys(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    rule = editor.rule_editor
    assert rule.item.hasFocus()
    pick(rule.item, "blanket")
    retype(rule.quantity.field, "2")
    pick(rule.frequency, Frequency.EVERY)
    save(view)
    assert rule.days.hasFocus()
    type_text(rule.days, "30")
    rule.villages.picker.setFocus()
    type_text(rule.villages.picker, "جاح")
    keys(view, Qt.Key.Key_Return)
    rule.categories.setFocus()
    keys(view, Qt.Key.Key_Down)
    keys(view, Qt.Key.Key_Space)
    type_text(rule.min_size, "3")
    sentence = rule.sentence.text()
    assert "جزيرة أولاد حمزة" in sentence
    assert live.words.number(30) in sentence
    assert live.words.number(3) in sentence
    save(view)
    assert editor.rule_editor is None
    assert editor.rules[0].quantity == Quantity(2_000)
    save(view)
    (line,) = campaigns(store)
    saved = campaign(store, line.id)
    assert (saved.name, saved.initiative_id, saved.starts_on, saved.ends_on) == (
        "إيد واحدة – شتاء",
        "eed-wahda",
        "2025-11-01",
        None,
    )
    (kept,) = saved.rules
    assert (kept.item_id, kept.per, kept.days, kept.min_size) == (
        "blanket",
        Per.HOUSEHOLD,
        30,
        3,
    )
    assert len(kept.villages) == len(kept.categories) == 1
    assert kept.villages <= places(store).gazetteer.places.keys()


def test_a_rule_is_changed_and_keeps_its_identity(winter, shelf, store, save):
    view = shelf("campaigns")
    editor = choose(view, winter)
    before = editor.rules[0].id
    editor.edit_rule(0)
    pick(editor.rule_editor.per, Per.PERSON)
    save(view)
    save(view)
    (rule,) = campaign(store, winter).rules
    assert (rule.id, rule.per) == (before, Per.PERSON)


def test_a_rule_is_removed_and_leaving_one_changes_nothing(winter, shelf, store, save, keys):
    view = shelf("campaigns")
    editor = choose(view, winter)
    editor.edit_rule(0)
    assert editor.is_touched
    keys(view, Qt.Key.Key_Escape)
    assert editor.rule_editor is None
    assert not editor.is_touched
    editor._remove(0)
    save(view)
    assert campaign(store, winter).rules == ()


def test_the_period_and_the_sizes_are_checked_in_their_place(winter, shelf, save):
    view = shelf("campaigns")
    editor = choose(view, winter)
    type_text(editor.ends_on, "1/1/2025")
    save(view)
    assert editor.ends_on.property("wrong")
    editor.edit_rule(0)
    type_text(editor.rule_editor.min_size, "5")
    type_text(editor.rule_editor.max_size, "4")
    save(view)
    assert editor.rule_editor.max_size.hasFocus()
    assert editor.rule_editor is not None
