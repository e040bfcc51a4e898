"""The colours, sizes and distances of the desk, and every pair of text and background that is used together."""

from dataclasses import dataclass

from campusdesk.rules import Category, Status

# Pixels. Distances go in steps of four.
BODY, SMALL, READING, TITLE, HEADLINE = 13, 12, 15, 20, 32
ROW, HEADER, RADIUS, CHIP_RADIUS, ICON = 36, 32, 6, 10, 16
# Milliseconds of a fade.
FADE_MS = 120
# How much of the accent a lit row has, so that all words in it keep their contrast.
LIT = 0.10


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as #RRGGBB."""

    name: str
    canvas: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    select: str
    hover: str
    open: str
    open_chip: str
    active: str
    active_chip: str
    closed: str
    closed_chip: str
    facility: str
    technical: str
    services: str
    danger: str
    danger_soft: str
    ok: str
    own: str
    other: str
    note: str
    mark: str
    scroll: str
    faded: str

    def status(self, status: Status) -> tuple[str, str]:
        """Return the colour of a status's words and of the chip behind them."""
        return {
            Status.OPEN: (self.open, self.open_chip),
            Status.ACTIVE: (self.active, self.active_chip),
            Status.CLOSED: (self.closed, self.closed_chip),
        }[status]

    def category(self, category: Category) -> str:
        """Return the colour of a category's icon, name and plot series."""
        return {
            Category.FACILITY_MANAGEMENT: self.facility,
            Category.TECHNICAL_IT: self.technical,
            Category.SERVICES_COMPLAINTS: self.services,
        }[category]


LIGHT = Tokens(
    name="light",
    canvas="#F6F7F9", surface="#FFFFFF", raised="#FFFFFF", line="#DDE1E7", text="#1B2430", muted="#566273",
    accent="#2457C5", accent_hover="#1C479F", on_accent="#FFFFFF", select="#DCE7FD", hover="#EEF2F8",
    open="#9A4A00", open_chip="#FDEBD3", active="#1F5FBF", active_chip="#DDEAFD",
    closed="#4A5A50", closed_chip="#E4EAE6",
    facility="#7A4E00", technical="#2B55B0", services="#8A2F73", danger="#B3261E", danger_soft="#FBE3E1", ok="#1B6B3A",
    own="#DCE7FD", other="#EDF0F4", note="#FFF4C9", mark="#FFE27A", scroll="#C3CAD4",
    faded="#8792A2",
)  # fmt: skip

DARK = Tokens(
    name="dark",
    canvas="#14181E", surface="#1B2027", raised="#232A33", line="#333C48", text="#E6EAF0", muted="#A3AEBD",
    accent="#8FB4FF", accent_hover="#AECAFF", on_accent="#0B1730", select="#24385F", hover="#252D38",
    open="#FFB868", open_chip="#3D2B12", active="#93BDFF", active_chip="#1D3359",
    closed="#B4C4BA", closed_chip="#2A332E",
    facility="#E8B45A", technical="#93B4FF", services="#F09AD6", danger="#FF9A92", danger_soft="#4A1F1C", ok="#7FD6A0",
    own="#24385F", other="#2A313B", note="#4A3F14", mark="#5E5014", scroll="#465160",
    faded="#667283",
)  # fmt: skip

INKS = ("text", "muted", "facility", "technical", "services", "open", "active", "closed", "danger", "ok", "accent")

# Every text colour with every background that it may stand on.
PAIRS: tuple[tuple[str, str], ...] = (
    *((ink, ground) for ink in INKS for ground in ("canvas", "surface", "raised", "hover", "select")),
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("open", "open_chip"), ("active", "active_chip"),
    ("closed", "closed_chip"), ("danger", "danger_soft"), ("text", "danger_soft"), ("muted", "danger_soft"),
    ("text", "own"), ("muted", "own"), ("text", "other"), ("muted", "other"), ("text", "note"), ("muted", "note"),
    ("accent", "own"), ("accent", "other"), ("accent", "note"), ("text", "mark"),
)  # fmt: skip
