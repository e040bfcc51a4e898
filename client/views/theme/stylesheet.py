"""The one stylesheet of the desk, made from the tokens of a theme."""

from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from string import Template

from client.views.theme import tokens
from client.views.theme.tokens import Tokens

_WINDOWS = """
QMainWindow, QDialog { background: $canvas; }
QMainWindow::separator { background: $canvas; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: $select; }
QFrame[ground="surface"], QWidget[ground="surface"] { background: $surface; }
QFrame[ground="canvas"], QWidget[ground="canvas"] { background: $canvas; }
QFrame[ground="note"] { background: $note; }
QFrame[ground="own"] { background: $own; }
QFrame[ground="danger"] { background: $danger_soft; border-radius: ${radius}px; }
QFrame[ground="refused"] { background: $danger_soft; }
QFrame[ground="card"] { background: $raised; border: 1px solid $line; border-radius: ${radius}px; }
QWidget[ground="shade"] { background: rgba(0, 0, 0, 110); }
QFrame[line="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QStatusBar { background: $canvas; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 0 2px; }
QSplitter::handle { background: $line; }
QScrollArea { border: none; background: transparent; }
"""

_WORDS = """
QLabel { background: transparent; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="facility"] { color: $facility; }
QLabel[tone="technical"] { color: $technical; }
QLabel[tone="services"] { color: $services; }
QLabel[tone="open"] { color: $open; background: $open_chip; border-radius: ${chip}px; }
QLabel[tone="active"] { color: $active; background: $active_chip; border-radius: ${chip}px; }
QLabel[tone="closed"] { color: $closed; background: $closed_chip; border-radius: ${chip}px; }
QLabel[scale="small"] { font-size: ${small}px; }
QLabel[scale="strong"] { font-weight: 600; }
QLabel[scale="unread"] { font-size: ${small}px; font-weight: 600; }
QLabel[scale="reading"] { font-size: ${reading}px; }
QLabel[scale="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[scale="key"] { font-size: ${small}px; color: $text; background: $canvas; border: 1px solid $line;
    border-radius: 4px; padding: 1px 6px; }
QLabel[scale="headline"] { font-size: ${headline}px; font-weight: 600; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit {
    background: $surface; color: $text; border: 1px solid $line; border-radius: ${radius}px; padding: 6px 9px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { min-height: 18px; placeholder-text-color: $muted; }
QPlainTextEdit { placeholder-text-color: $muted; }
QPlainTextEdit { padding: 5px 6px; font-size: ${reading}px; }
QLineEdit:hover, QPlainTextEdit:hover { border-color: $scroll; }
QLineEdit:focus { border: 2px solid $accent; padding: 5px 8px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 4px 5px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $danger; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $canvas; }
QTextEdit { background: transparent; border: none; color: $text; font-size: ${reading}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QTextEdit[tone="muted"] { font-size: ${body}px; color: $muted; }
"""

_BUTTONS = """
QPushButton { outline: 0; background: $raised; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 6px 13px; min-height: 18px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $select; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 12px; }
QPushButton:disabled { color: $muted; background: transparent; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $hover; color: $muted; border-color: $line; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: $muted; padding: 5px 9px; }
QPushButton[kind="quiet"]:hover { background: $hover; color: $text; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; padding: 4px 8px; }
QPushButton[kind="icon"] { background: transparent; border: 2px solid transparent; padding: 3px; min-height: 16px; }
QPushButton[kind="icon"]:hover { background: $hover; }
QPushButton[kind="icon"]:focus { border-color: $accent; }
QPushButton[kind="icon"][chosen="true"] { background: $select; }
QPushButton[kind="row"] { background: transparent; border: 2px solid transparent; border-radius: ${radius}px;
    padding: 0; }
QPushButton[kind="row"]:hover { background: $hover; }
QPushButton[kind="row"]:focus { border-color: $accent; }
QPushButton[kind="choice"] { background: transparent; border: 1px solid transparent; color: $muted; padding: 4px 11px; }
QPushButton[kind="choice"]:hover { background: $hover; color: $text; }
QPushButton[kind="choice"]:checked { background: $select; border-color: $select; color: $text; }
QPushButton[kind="choice"]:focus { border: 2px solid $accent; padding: 3px 10px; }
QPushButton[kind="filter"] { background: transparent; border: 1px solid transparent; color: $muted;
    padding: 3px 4px 3px 7px; font-size: ${small}px; }
QPushButton[kind="filter"]:hover { background: $hover; color: $text; }
QPushButton[kind="filter"][active="true"] { background: $select; color: $text; }
QPushButton[kind="filter"]:focus { border: 2px solid $accent; padding: 2px 3px 2px 6px; }
QPushButton[kind="brief"] { background: transparent; border: 1px solid transparent; color: $muted; padding: 3px 6px;
    font-size: ${small}px; min-height: 16px; }
QPushButton[kind="brief"]:hover { background: $hover; color: $text; }
QPushButton[kind="brief"]:checked { background: $select; border-color: $select; color: $text; }
QPushButton[kind="brief"]:focus { border: 2px solid $accent; padding: 2px 5px; }
QPushButton[kind="bar"] { background: transparent; border: 2px solid transparent; border-radius: 4px; padding: 0;
    min-height: 11px; }
QPushButton[kind="bar"]:hover { background: $hover; }
QPushButton[kind="bar"]:focus { border-color: $accent; }
QPushButton[kind="link"] { background: transparent; border: 2px solid transparent; border-radius: 4px; color: $accent;
    padding: 0; font-size: ${small}px; min-height: 12px; }
QPushButton[kind="link"]:hover { background: $hover; }
QPushButton[kind="link"]:focus { border-color: $accent; }
QPushButton[kind="rail"] { background: transparent; border: 2px solid transparent; border-radius: ${radius}px;
    color: $text; padding: 5px 8px; text-align: left; min-height: 20px; }
QPushButton[kind="rail"]:hover { background: $hover; }
QPushButton[kind="rail"]:checked { background: $select; border-left-color: $accent; }
QPushButton[kind="rail"]:focus { border-color: $accent; }
QPushButton[kind="role"] { background: $raised; border: 1px solid $line; border-radius: 12px; padding: 0; }
QPushButton[kind="role"]:hover { background: $hover; border-color: $scroll; }
QPushButton[kind="role"]:focus { border: 2px solid $accent; background: $raised; }
QPushButton[kind="primary"]:pressed { background: $accent; }
QPushButton[kind="quiet"]:pressed, QPushButton[kind="icon"]:pressed, QPushButton[kind="row"]:pressed,
QPushButton[kind="choice"]:pressed, QPushButton[kind="filter"]:pressed, QPushButton[kind="rail"]:pressed,
QPushButton[kind="role"]:pressed, QPushButton[kind="brief"]:pressed, QPushButton[kind="link"]:pressed,
QPushButton[kind="bar"]:pressed {
    background: $select; }
QPushButton[kind="role"][refused="true"] { background: transparent; border-color: $line; }
QPushButton[kind="role"][refused="true"]:focus { border: 2px solid $muted; }
"""

_LISTS = """
QTableView, QListView { background: $surface; border: none; outline: 0;
    selection-background-color: $select; selection-color: $text; }
QTableView[tone="muted"] { color: $muted; }
QTableView[kind="numbers"]::item { padding: 0 9px; }
QTableView::corner { background: transparent; border: none; }
QTableView[kind="numbers"] QHeaderView { border-bottom: 1px solid $line; }
QTableView[kind="numbers"] QHeaderView::section { border-bottom: none; }
QTableView[kind="numbers"]::item:selected { background: $select; color: $text; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 0 12px; font-size: ${small}px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 0; height: 0; }
QMenu { background: $raised; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $select; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QMenu::indicator:checked { image: url("$marks/chosen-$name.svg"); }
QMenu::right-arrow { image: url("$marks/further-$name.svg"); width: 16px; height: 16px; right: 8px; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QTableView QScrollBar:vertical { margin-top: ${header}px; }
QTableView QScrollBar::sub-line:vertical { subcontrol-origin: margin; subcontrol-position: top;
    width: 12px; height: ${under_header}px; border: none; border-bottom: 1px solid $line; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_SIZES = {
    "radius": tokens.RADIUS,
    "chip": tokens.CHIP_RADIUS,
    "body": tokens.BODY,
    "small": tokens.SMALL,
    "reading": tokens.READING,
    "title": tokens.TITLE,
    "headline": tokens.HEADLINE,
    # The scroll bar of a table begins under its head, whose line goes on over it.
    "header": tokens.HEADER,
    "under_header": tokens.HEADER - 1,
}


def stylesheet(colours: Tokens) -> str:
    """Return the stylesheet of the whole application in these colours."""
    # Qt takes pictures of a sheet from files alone, and as they are: there is one for each look.
    marks = Path(str(files("client"))).joinpath("resources", "marks").as_posix()
    sheet = Template(_WINDOWS + _WORDS + _FIELDS + _BUTTONS + _LISTS)
    return sheet.substitute(asdict(colours), marks=marks, **_SIZES)
