"""What the named views of the list are called, and what an empty one says."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from client.models.named_views import NamedView


def view_words(view: NamedView) -> str:
    """Return the view's name."""
    names: Mapping[NamedView, str] = {
        NamedView.NEW: QCoreApplication.translate("Views", "New"),
        NamedView.IN_WORK: QCoreApplication.translate("Views", "In work"),
        NamedView.WAITING: QCoreApplication.translate("Views", "Waiting for us"),
        NamedView.OLDEST: QCoreApplication.translate("Views", "Oldest"),
        NamedView.CHECK: QCoreApplication.translate("Views", "Please check"),
        NamedView.CLOSED_TODAY: QCoreApplication.translate("Views", "Closed today"),
        NamedView.ALL: QCoreApplication.translate("Views", "All"),
    }
    return names[view]


def order_words(view: NamedView) -> str:
    """Return in which order a view is by itself where no column in sight tells it; "" where one does."""
    words: Mapping[NamedView, str] = {
        NamedView.WAITING: QCoreApplication.translate("Views", "longest waiting first"),
        NamedView.OLDEST: QCoreApplication.translate("Views", "oldest first"),
        NamedView.CHECK: QCoreApplication.translate("Views", "least sure first"),
    }
    return words.get(view, "")


def empty_view_words(view: NamedView) -> str:
    """Return what an empty view of helpdesk staff means, and what there is to do."""
    words: Mapping[NamedView, str] = {
        NamedView.NEW: QCoreApplication.translate("Views", "Nothing new: every ticket was taken. Go on with In work."),
        NamedView.IN_WORK: QCoreApplication.translate(
            "Views", "Nobody works on a ticket. Choose New, and activate one of what was reported."
        ),
        NamedView.WAITING: QCoreApplication.translate(
            "Views", "Nobody waits for an answer: the last word in every conversation is the helpdesk's."
        ),
        NamedView.OLDEST: QCoreApplication.translate("Views", "Nothing is left to do: every ticket is closed."),
        NamedView.CHECK: QCoreApplication.translate(
            "Views", "Nothing to check: the server is sure enough of every open and active ticket's category."
        ),
        NamedView.CLOSED_TODAY: QCoreApplication.translate(
            "Views", "Nothing was closed today yet. What is closed earlier stands in All."
        ),
        NamedView.ALL: QCoreApplication.translate(
            "Views", "No tickets yet. They appear here the moment somebody reports a problem."
        ),
    }
    return words[view]
