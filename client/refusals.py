"""What people read when something is refused: what was, why, and what to do about it."""

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from campusdesk.rules import Reason, Status
from client.machine import MachineBroken
from client.text import one_line, status_words
from client.workstation import Lack

if TYPE_CHECKING:
    # The exceptions need gRPC, which the first window must not wait for.
    from campusdesk.errors import DeskError

    # Qt's own stub says that it returns an object.
    def QT_TRANSLATE_NOOP(context: str, source: str) -> str: ...  # noqa: D103
else:
    from PySide6.QtCore import QT_TRANSLATE_NOOP

_LACKS: Mapping[Lack, str] = {
    Lack.NO_KEY: QT_TRANSLATE_NOOP(
        "Text",
        "This PC has no workstation key. Helpdesk staff work at PCs that have one; the operators of Campus Desk give "
        "them out.",
    ),
    Lack.UNREADABLE: QT_TRANSLATE_NOOP(
        "Text",
        "This PC has a workstation key that your account may not read. The operators of Campus Desk say which accounts "
        "may.",
    ),
    Lack.BROKEN: QT_TRANSLATE_NOOP(
        "Text",
        "The file for this PC's workstation key holds no key. The operators of Campus Desk can put a new one there.",
    ),
    Lack.UNKNOWN: QT_TRANSLATE_NOOP(
        "Text",
        "The server does not take this PC's workstation key: it may have been revoked. The operators of Campus Desk "
        "can give this PC a new one.",
    ),
    Lack.UNENCRYPTED: QT_TRANSLATE_NOOP(
        "Text",
        "This PC shows its workstation key over TLS only, and speaks to this server without. The operators of Campus "
        "Desk can name the campus's CA here.",
    ),
    Lack.WRONG_SCOPE: QT_TRANSLATE_NOOP(
        "Text",
        "This PC's workstation key is not one for helpdesk staff. The operators of Campus Desk can give this PC one "
        "that is.",
    ),
}
_ERRORS: Mapping[Reason, str] = {
    Reason.FIELD_INVALID: QT_TRANSLATE_NOOP("Text", "This cannot be kept as it is. Remove unusual characters, please."),
    Reason.TEXT_EMPTY: QT_TRANSLATE_NOOP("Text", "Nothing is written here yet."),
    Reason.TEXT_TOO_LONG: QT_TRANSLATE_NOOP("Text", "This is longer than {limit} characters. Shorten it, please."),
    Reason.TICKET_NOT_FOUND: QT_TRANSLATE_NOOP("Text", "There is no ticket #{ticket_id}."),
    Reason.TICKET_CLOSED: QT_TRANSLATE_NOOP(
        "Text", "Ticket #{ticket_id} was closed. Only helpdesk staff see closed tickets."
    ),
    Reason.TICKET_FINAL: QT_TRANSLATE_NOOP(
        "Text", "Ticket #{ticket_id} is closed, and that is final: no edits and no messages any more."
    ),
    Reason.WRONG_TRANSITION: QT_TRANSLATE_NOOP("Text", "Ticket #{ticket_id} is {status} by now: this is not possible."),
    Reason.EDIT_OVERTAKEN: QT_TRANSLATE_NOOP(
        "Text", "Somebody else changed this meanwhile. What you typed is kept: compare, then save again."
    ),
    Reason.ROLE_FORBIDDEN: QT_TRANSLATE_NOOP("Text", "Only helpdesk staff can do this."),
    Reason.ROLE_UNKNOWN: QT_TRANSLATE_NOOP("Text", "The server does not know this role. Switch role and try again."),
    Reason.REQUEST_ID_REUSED: QT_TRANSLATE_NOOP(
        "Text", "The server took this for another request. Copy what you typed and send it anew."
    ),
    Reason.REQUEST_TOO_LARGE: QT_TRANSLATE_NOOP("Text", "This is too large to be sent. Shorten it, please."),
    Reason.REVISION_COMPACTED: QT_TRANSLATE_NOOP("Text", "This desk was away for long. It reads everything anew."),
    Reason.STORE_FAILED: QT_TRANSLATE_NOOP(
        "Text", "The server cannot save anything right now. What you typed is kept: try again in a moment."
    ),
    Reason.NOT_READY: QT_TRANSLATE_NOOP("Text", "The server is still reading its data. Try again in a moment."),
    Reason.SERVER_STOPPING: QT_TRANSLATE_NOOP(
        "Text", "The server is being restarted. What you typed is kept: try again in a moment."
    ),
    Reason.INTERNAL: QT_TRANSLATE_NOOP(
        "Text", "Something went wrong in the server. What you typed is kept: try again; if it stays, tell the operator."
    ),
    Reason.KEY_UNKNOWN: QT_TRANSLATE_NOOP(
        "Text", "The server does not know this workstation's key. Its operators can give this PC a new one."
    ),
    Reason.KEY_REQUIRED: QT_TRANSLATE_NOOP(
        "Text", "This PC has no workstation key, so it cannot be used as helpdesk staff."
    ),
    Reason.RATE_LIMITED: QT_TRANSLATE_NOOP(
        "Text", "This was one of very many requests in a short time. Wait a moment and try again, please."
    ),
    Reason.TOO_MANY_STREAMS: QT_TRANSLATE_NOOP(
        "Text", "The server has no room for another desk just now. It is tried again by itself."
    ),
    Reason.SERVER_UNREACHABLE: QT_TRANSLATE_NOOP(
        "Text", "The server does not answer. What you typed is kept: try again when the connection is back."
    ),
    Reason.CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP(
        "Text",
        "The server's certificate is not valid any more, so nothing is sent to it. The operators of Campus Desk can "
        "renew it; this desk goes on by itself then.",
    ),
    Reason.CERTIFICATE_NOT_YET_VALID: QT_TRANSLATE_NOOP(
        "Text",
        "The server's certificate is not valid yet, so nothing is sent to it. Look whether this PC's clock is right.",
    ),
    Reason.CERTIFICATE_UNTRUSTED: QT_TRANSLATE_NOOP(
        "Text",
        "The server's certificate is not from the CA that this PC trusts, so nothing is sent to it. Tell the operators "
        "of Campus Desk.",
    ),
    Reason.CERTIFICATE_FOR_ANOTHER_NAME: QT_TRANSLATE_NOOP(
        "Text",
        "The server's certificate is for another name than this PC calls it by, so nothing is sent to it. Tell the "
        "operators of Campus Desk.",
    ),
}

# In place of those that speak of what was typed.
_NOTHING_TYPED: Mapping[Reason, str] = {
    Reason.STORE_FAILED: QT_TRANSLATE_NOOP("Text", "The server cannot save anything right now. Try again in a moment."),
    Reason.SERVER_STOPPING: QT_TRANSLATE_NOOP("Text", "The server is being restarted. Try again in a moment."),
    Reason.INTERNAL: QT_TRANSLATE_NOOP(
        "Text", "Something went wrong in the server. Try again; if it stays, tell the operator."
    ),
    Reason.SERVER_UNREACHABLE: QT_TRANSLATE_NOOP(
        "Text", "The server does not answer. Try again when the connection is back."
    ),
}

# What was asked is asked again once the server is live.
_PASSING = {Reason.SERVER_UNREACHABLE, Reason.SERVER_STOPPING, Reason.NOT_READY}

# After a ticket's number, where several are told of.
_OVERTOOK: Mapping[str, str] = {
    Status.OPEN.name: QT_TRANSLATE_NOOP("Text", "it is open, and must be activated first."),
    Status.ACTIVE.name: QT_TRANSLATE_NOOP("Text", "somebody else took it already."),
    Status.CLOSED.name: QT_TRANSLATE_NOOP("Text", "somebody else closed it already."),
}
_SHORT: Mapping[Reason, str] = {
    Reason.TICKET_NOT_FOUND: QT_TRANSLATE_NOOP("Text", "it does not exist."),
    Reason.TICKET_FINAL: QT_TRANSLATE_NOOP("Text", "somebody else closed it already."),
    Reason.EDIT_OVERTAKEN: QT_TRANSLATE_NOOP("Text", "somebody else changed its category meanwhile."),
    Reason.SERVER_UNREACHABLE: QT_TRANSLATE_NOOP("Text", "the server does not answer."),
    Reason.SERVER_STOPPING: QT_TRANSLATE_NOOP("Text", "the server is being restarted."),
    Reason.NOT_READY: QT_TRANSLATE_NOOP("Text", "the server is still reading its data."),
    Reason.STORE_FAILED: QT_TRANSLATE_NOOP("Text", "the server cannot save anything right now."),
    Reason.INTERNAL: QT_TRANSLATE_NOOP("Text", "something went wrong in the server."),
}


def lack_words(lack: Lack) -> str:
    """Return why this PC cannot be used as helpdesk staff, and who can change that."""
    return _translated(_LACKS[lack])


def error_words(error: "DeskError", *, typed: bool = True) -> str:
    """Return what was refused and what to do about it; without `typed` by somebody who wrote nothing."""
    words = _ERRORS[error.reason] if typed else _NOTHING_TYPED.get(error.reason, _ERRORS[error.reason])
    status = error.metadata.get("status", "")
    known = {
        "limit": error.metadata.get("limit", ""),
        "ticket_id": error.metadata.get("ticket_id", ""),
        "status": status_words(Status[status]) if status in Status.__members__ else status,
    }
    return _translated(words).format_map(known)


def short_error_words(error: "DeskError") -> str:
    """Return why something could not be done with a ticket, to stand after its number."""
    status = error.metadata.get("status", "")
    if error.reason is Reason.WRONG_TRANSITION and status in _OVERTOOK:
        return _translated(_OVERTOOK[status])
    short = _SHORT.get(error.reason)
    return _translated(short) if short is not None else error_words(error, typed=False)


def passes_by_itself(error: "DeskError") -> bool:
    """Say whether the server is away only, so that what was to be read comes once it answers."""
    return error.reason in _PASSING


def machine_words(error: MachineBroken) -> str:
    """Return what is wrong with what this PC's operators set."""
    return _translated(error.words).format_map(error.values)


def authorities_words(path: Path) -> str:
    """Return what is wrong with the file of the CA that vouches for the servers, which could not be used."""
    try:
        path.open("rb").close()
    except OSError as error:
        words = QCoreApplication.translate("Text", "No server can be trusted: {path} cannot be read: {reason}.")
        return words.format(path=path, reason=error.strerror)
    words = QCoreApplication.translate("Text", "No server can be trusted: {path} holds no certificates (PEM).")
    return words.format(path=path)


def distrust_words(reason: Reason) -> str:
    """Return why the server's certificate is not believed, and who can change that."""
    return _translated(_ERRORS[reason])


def address_words(typed: str) -> str:
    """Return why what was typed is no server address."""
    words = QCoreApplication.translate(
        "Text", "“{typed}” is no server address. Write it like desk.example or desk.example:47600."
    )
    return words.format(typed=one_line(typed, 60))


def disk_words(error: OSError) -> str:
    """Return why a file could not be written, to stand after what it was to be."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return QCoreApplication.translate("Text", "there is no room left on the disk.")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return QCoreApplication.translate("Text", "you may not write there, or another program has the file open.")
    if isinstance(error, FileNotFoundError):
        return QCoreApplication.translate("Text", "the folder is not there any more.")
    # The system's own words, in its language.
    return one_line(error.strerror or "") or QCoreApplication.translate("Text", "the disk does not take it.")


def _translated(source: str) -> str:
    return QCoreApplication.translate("Text", source)


def unconfirmed_words() -> str:
    """Return what people read when nobody knows what became of what they sent before they left."""
    return QCoreApplication.translate("Text", "The server did not confirm what was sent last. Look whether it arrived.")
