"""Fusion with our palette and a small style sheet, both made from the tokens."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.config import resource_path
from app.ui import tokens
from app.ui.tokens import LIGHT, THEMES, Theme, ThemeName

_current: Theme = LIGHT


def theme() -> Theme:
    """The theme that is on, for what paints itself."""
    return _current


def apply_theme(app: QApplication, name: ThemeName) -> None:
    """Colour the whole application; what paints itself has to be built again afterwards."""
    global _current  # noqa: PLW0603 - one application has one theme
    _current = THEMES[name]
    app.setPalette(_palette(_current))
    app.setStyleSheet(_style_sheet(_current))


def _palette(colours: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, colour in {
        role.Window: colours.surface,
        role.WindowText: colours.text,
        role.Base: colours.raised,
        role.AlternateBase: colours.surface,
        role.Text: colours.text,
        role.Button: colours.raised,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.raised,
        role.PlaceholderText: colours.secondary,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Accent: colours.accent,
        role.Link: colours.accent_text,
        role.LinkVisited: colours.accent_text,
        role.Light: colours.raised,
        role.Midlight: colours.sunken,
        role.Mid: colours.line,
        role.Dark: colours.edge,
        role.Shadow: colours.line,
    }.items():
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.edge))
    return palette


def _style_sheet(colours: Theme) -> str:
    c, t = colours, tokens
    chevron = resource_path("style/chevron-down.svg").as_posix()
    tick = resource_path(f"style/tick-{c.name}.svg").as_posix()
    return f"""
QToolTip {{ background: {c.text}; color: {c.raised}; border: none; padding: 6px 8px; }}

QLabel[role="title"] {{ font-size: {t.PAGE_TITLE}pt; font-weight: bold; }}
QLabel[role="value"] {{ font-size: {t.CARD_VALUE}pt; }}
QLabel[role="answer"] {{ font-size: {t.ANSWER}pt; font-weight: bold; }}
QLabel[role="strong"] {{ font-weight: bold; }}
QLabel[role="secondary"] {{ color: {c.secondary}; }}
QLabel[role="caption"] {{ color: {c.secondary}; font-size: {t.CAPTION}pt; }}
QLabel[wrong="true"] {{ color: {c.states[t.State.VOIDED].text}; }}

QFrame[surface="card"] {{
    background: {c.raised}; border: 1px solid {c.line}; border-radius: {t.RADIUS}px; }}
QFrame[surface="navigation"] {{ background: {c.raised}; border: none; }}
QFrame[surface="line"] {{ background: {c.line}; border: none; }}
QFrame[surface="sheet"] {{ background: {c.raised}; border: 1px solid {c.edge}; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
    background: {c.raised}; color: {c.text};
    border: 1px solid {c.edge}; border-radius: {t.RADIUS}px; padding: 1px 9px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {t.TOUCH - 4}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus,
QAbstractSpinBox:focus {{ border: 2px solid {c.accent_text}; padding: 0px 8px; }}
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only {{
    background: {c.surface}; border-color: {c.line}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {c.states[t.State.VOIDED].text}; padding: 0px 8px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{
    border: none; min-height: 0; padding: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{
    background: {c.raised}; border: 1px solid {c.edge}; outline: none; }}

QPushButton {{
    min-height: {t.TOUCH - 4}px; padding: 0 14px; border-radius: {t.RADIUS}px;
    border: 2px solid {c.line}; background: {c.raised}; color: {c.text}; }}
QPushButton:hover {{ background: {c.sunken}; }}
QPushButton:focus {{ border-color: {c.accent_text}; }}
QPushButton:disabled {{ color: {c.edge}; background: {c.surface}; }}
QPushButton:checked {{ background: {c.accent_soft}; color: {c.text};
    border-color: {c.accent_text}; }}
QPushButton[kind="primary"] {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: bold; }}
QPushButton[kind="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[kind="primary"]:focus {{ border-color: {c.text}; }}
QPushButton[kind="primary"]:disabled {{
    background: {c.sunken}; color: {c.edge}; border-color: {c.line}; }}
QPushButton[kind="plain"] {{ background: transparent; border-color: transparent;
    color: {c.accent_text}; padding: 0 8px; }}
QPushButton[kind="plain"]:hover {{ background: {c.sunken}; }}
QPushButton[kind="plain"]:focus {{ border-color: {c.accent_text}; }}
QPushButton[kind="plain"]:disabled {{ color: {c.edge}; }}
QPushButton[kind="chip"] {{ min-height: {t.TOUCH - 8}px; padding: 0 6px; border-width: 1px; }}
QPushButton[kind="danger"] {{ color: {c.states[t.State.VOIDED].text};
    border-color: {c.states[t.State.VOIDED].text}; }}
QPushButton[kind="danger"]:disabled {{ color: {c.edge}; border-color: {c.line}; }}

QTableView, QListView, QTreeView {{
    background: {c.raised}; border: 1px solid {c.line}; gridline-color: {c.line};
    outline: none; selection-background-color: {c.accent_soft};
    selection-color: {c.text}; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border-color: {c.accent_text}; }}
QListView::item {{ padding: 6px 8px; }}
QTableView::item {{ padding: 0 8px; }}
QHeaderView {{ background: {c.surface}; }}
QHeaderView::section {{
    background: {c.surface}; color: {c.secondary}; border: none;
    border-bottom: 1px solid {c.line}; padding: 6px 8px; }}
QTableCornerButton::section {{ background: {c.surface}; border: none; }}

QCheckBox[role="value"] {{ font-size: {t.CARD_VALUE}pt; font-weight: bold; }}
QCheckBox, QRadioButton {{ min-height: {t.TOUCH - 8}px; spacing: 8px; }}
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{
    width: 16px; height: 16px; border: 1px solid {c.edge}; background: {c.raised}; }}
QCheckBox::indicator, QListView::indicator {{ border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{
    background: {c.accent}; border-color: {c.accent}; image: url("{tick}"); }}
QRadioButton::indicator:checked {{ border: 5px solid {c.accent}; width: 8px; height: 8px; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus,
QCheckBox:focus, QRadioButton:focus {{ outline: none; }}
QCheckBox:focus::indicator, QRadioButton:focus::indicator {{ border-color: {c.text}; }}
QProgressBar {{
    border: none; border-radius: 4px; background: {c.sunken}; min-height: 8px;
    max-height: 8px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {c.edge}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: {t.TOUCH}px; }}
QScrollBar::handle:horizontal {{ min-width: {t.TOUCH}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {c.raised}; border: 1px solid {c.edge}; padding: 4px; }}
QMenu::item {{ padding: 8px 16px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
{_state_rules(c)}"""


def _state_rules(colours: Theme) -> str:
    tints = {state.value: (tint.text, tint.ground) for state, tint in colours.states.items()}
    tints["info"] = (colours.accent_text, colours.accent_soft)
    return "\n".join(
        f'QFrame[state="{name}"] {{ background: {ground}; color: {text}; border: none;'
        f" border-radius: {tokens.RADIUS}px; }}\n"
        f'QFrame[state="{name}"] QLabel {{ color: {text}; background: transparent; }}'
        for name, (text, ground) in tints.items()
    )
