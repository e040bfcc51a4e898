"""What the quick filters and their values are called."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Category, Status
from client.models.age import Age
from client.models.filters import VALUES, Filters, Kind
from client.models.judgement import Judgement
from client.models.named_views import NamedView
from client.text import category_words, status_words


def kind_words(kind: Kind) -> str:
    """Return by what is filtered."""
    names: Mapping[Kind, str] = {
        Kind.STATUS: QCoreApplication.translate("Filters", "Status"),
        Kind.CATEGORY: QCoreApplication.translate("Filters", "Category"),
        Kind.AGE: QCoreApplication.translate("Filters", "Age"),
        Kind.CONFIDENCE: QCoreApplication.translate("Filters", "Confidence"),
    }
    return names[kind]


def value_words(kind: Kind, value: int) -> str:
    """Return the name of a value of this kind."""
    known = VALUES[kind](value)
    if isinstance(known, Status):
        return status_words(known)
    if isinstance(known, Category):
        return category_words(known)
    return _age_words(known) if isinstance(known, Age) else _judgement_words(Judgement(known))


def filters_words(filters: Filters, view: NamedView) -> str:
    """Return what a view is filtered by, a line each kind, such as "Status: open or active"."""
    chosen = {kind: filters.values(kind, view) for kind in Kind}
    return "\n".join(_filter_words(kind, values) for kind, values in chosen.items() if values)


def _filter_words(kind: Kind, chosen: frozenset[int]) -> str:
    words = QCoreApplication.translate("Filters", "%1: %2").replace("%1", kind_words(kind))
    values = QCoreApplication.translate("Filters", " or ").join(value_words(kind, value) for value in sorted(chosen))
    return words.replace("%2", values)


def _age_words(age: Age) -> str:
    names: Mapping[Age, str] = {
        Age.HOUR: QCoreApplication.translate("Filters", "within 1 hour"),
        Age.EIGHT_HOURS: QCoreApplication.translate("Filters", "within 8 hours"),
        Age.TODAY: QCoreApplication.translate("Filters", "today"),
        Age.WEEK: QCoreApplication.translate("Filters", "within 7 days"),
        Age.MONTH: QCoreApplication.translate("Filters", "within 30 days"),
        Age.OVER_WEEK: QCoreApplication.translate("Filters", "over 7 days"),
        Age.OVER_MONTH: QCoreApplication.translate("Filters", "over 30 days"),
    }
    return names[age]


def _judgement_words(judgement: Judgement) -> str:
    names: Mapping[Judgement, str] = {
        Judgement.SURE: QCoreApplication.translate("Filters", "sure"),
        Judgement.LIKELY: QCoreApplication.translate("Filters", "likely"),
        Judgement.UNSURE: QCoreApplication.translate("Filters", "unsure"),
        Judgement.CORRECTED: QCoreApplication.translate("Filters", "corrected"),
    }
    return names[judgement]
