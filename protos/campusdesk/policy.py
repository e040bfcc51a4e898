"""The policy table: which roles may call each method, set each field of a request and see each field of an answer.

Default deny: a method without a row is refused to everybody, a field without a row is refused in a request and never
sent in an answer. What a role may do to a ticket of a status stands in rules.py.
"""

from collections.abc import Mapping

from campusdesk.rules import Role

Roles = frozenset[Role]

_EVERYBODY: Roles = frozenset(Role)
_DESKS: Roles = frozenset({Role.USER, Role.HELPDESK})
_STAFF: Roles = frozenset({Role.HELPDESK})

METHODS: dict[str, Roles] = {
    "/campusdesk.v1.TicketService/CreateTicket": _DESKS,
    "/campusdesk.v1.TicketService/GetTicket": _DESKS,
    "/campusdesk.v1.TicketService/BatchGetTickets": _DESKS,
    "/campusdesk.v1.TicketService/ListTickets": _DESKS,
    "/campusdesk.v1.TicketService/SearchTickets": _DESKS,
    "/campusdesk.v1.TicketService/UpdateTicket": _DESKS,
    "/campusdesk.v1.TicketService/ActivateTicket": _STAFF,
    "/campusdesk.v1.TicketService/CloseTicket": _STAFF,
    "/campusdesk.v1.TicketService/PostMessage": _DESKS,
    "/campusdesk.v1.TicketService/ListMessages": _DESKS,
    "/campusdesk.v1.TicketService/ListChanges": _DESKS,
    "/campusdesk.v1.TicketService/SuggestCategory": _DESKS,
    "/campusdesk.v1.TicketService/FindSimilarTickets": _DESKS,
    "/campusdesk.v1.TicketService/AddMeToo": _DESKS,
    "/campusdesk.v1.TicketService/GetServerInfo": _EVERYBODY,
    "/campusdesk.v1.OperationsService/GetServerStatus": _EVERYBODY,
    "/campusdesk.v1.ChangeFeedService/Watch": _EVERYBODY,
    "/campusdesk.v1.BacklogService/WatchBacklog": _STAFF,
    "/campusdesk.v1.ResolutionTimeService/WatchResolutionTimes": _STAFF,
    "/campusdesk.v1.CategoryLoadService/WatchCategoryLoad": _STAFF,
}

# The methods that write, of which a server takes only so many a second from one place.
WRITES = frozenset(
    f"/campusdesk.v1.TicketService/{name}"
    for name in ("CreateTicket", "UpdateTicket", "ActivateTicket", "CloseTicket", "PostMessage", "AddMeToo")
)
# What desks ask again and again while somebody types, and what costs more than to read a row; limited likewise.
QUESTIONS = frozenset(f"/campusdesk.v1.TicketService/{name}" for name in ("SuggestCategory", "FindSimilarTickets"))

# Which roles may set the fields of requests, by message; a row may name several fields.
_SETS: Mapping[str, Mapping[str, Roles]] = {
    "CreateTicketRequest": {"request_id description location contact": _DESKS},
    "GetTicketRequest": {"id": _DESKS},
    "BatchGetTicketsRequest": {"ids": _DESKS},
    "ListTicketsRequest": {"page_size page_token status category reported_from": _DESKS},
    "SearchTicketsRequest": {"text limit": _DESKS},
    "UpdateTicketRequest": {"request_id ticket update_mask expected_revision": _DESKS},
    # The fields that an update mask may name; the others of the ticket that comes with it are not read.
    "Ticket": {"description location": _DESKS, "contact category": _STAFF},
    "ActivateTicketRequest": {"request_id id": _STAFF},
    "CloseTicketRequest": {"request_id id": _STAFF},
    "PostMessageRequest": {"request_id ticket_id text": _DESKS, "internal": _STAFF},
    "ListMessagesRequest": {"ticket_id after_revision page_size": _DESKS},
    "ListChangesRequest": {"ticket_id after_revision page_size": _DESKS},
    "SuggestCategoryRequest": {"description": _DESKS},
    "FindSimilarTicketsRequest": {
        "description location limit least_confidence": _DESKS,
        "ticket_id include_closed": _STAFF,
    },
    "AddMeTooRequest": {"request_id ticket_id installation_id": _DESKS},
    "GetServerInfoRequest": {},
    "GetServerStatusRequest": {},
    "WatchRequest": {"after_revision lineage": _EVERYBODY},
    "WatchBacklogRequest": {"period": _STAFF},
    "WatchResolutionTimesRequest": {"months category": _STAFF},
    "WatchCategoryLoadRequest": {},
}

# Which roles may see the fields of answers and of what they hold.
_SEES: Mapping[str, Mapping[str, Roles]] = {
    "Ticket": {
        "id status category confidence category_source": _EVERYBODY,
        "open_time activate_time update_time close_time": _EVERYBODY,
        "revision message_count last_message_revision last_message_role me_too_count": _EVERYBODY,
        "description location taken_by reported_from": _DESKS,
        "contact note_count last_note_revision": _STAFF,
    },
    "Message": {"ticket_id revision role workstation text post_time": _DESKS, "internal": _STAFF},
    "TicketChange": {"ticket_id revision action role workstation change_time fields category_source": _DESKS},
    # Of those fields of a ticket that the role may see.
    "FieldChange": {"field before after": _DESKS},
    "BatchGetTicketsResponse": {"tickets": _DESKS},
    "ListTicketsResponse": {"tickets next_page_token": _DESKS},
    "SearchTicketsResponse": {"ids more numbered": _DESKS},
    "SuggestCategoryResponse": {"category confidence words": _DESKS},
    "FindSimilarTicketsResponse": {"tickets": _DESKS},
    "SimilarTicket": {"ticket confidence": _DESKS},
    "ListMessagesResponse": {"messages more": _DESKS},
    "ListChangesResponse": {"changes more": _DESKS},
    "EditConflict": {"current": _DESKS},
    "ServerInfo": {"lineage revision server_time version sample_data open_count active_count roles": _EVERYBODY},
    "ServerStatus": {
        "version lineage revision server_time start_time watcher_count": _EVERYBODY,
        "store store_healthy database_bytes disk_free_bytes disk_total_bytes": _EVERYBODY,
        "backup_time backup_failing certificate_expire_time": _EVERYBODY,
    },
    "WatchResponse": {"snapshot changes progress": _EVERYBODY},
    "Snapshot": {"lineage revision facts last server_time": _EVERYBODY},
    "FactColumns": {
        "id status category confidence category_source": _EVERYBODY,
        "open_time activate_time update_time close_time": _EVERYBODY,
        "revision message_count last_message_revision last_message_role me_too_count": _EVERYBODY,
        "note_count last_note_revision": _STAFF,
    },
    "Changes": {"changes revision server_time": _EVERYBODY},
    "Change": {"revision ticket_id removed close_time ticket action role": _EVERYBODY, "message workstation": _DESKS},
    "Progress": {"revision server_time": _EVERYBODY},
    "ResultStamp": {"revision as_of_time ticket_count live": _STAFF},
    "BacklogResult": {
        "stamp period not_closed bars shares opened ages oldest_ticket_id oldest_open_time time_zone": _STAFF,
    },
    "BacklogBar": {"start_time end_time open_count active_count shares": _STAFF},
    "BacklogShare": {"category open_count active_count": _STAFF},
    "BacklogAge": {"from_age until_age open_count active_count": _STAFF},
    "ResolutionTimesResult": {"stamp months time_zone category": _STAFF},
    "ResolutionMonth": {
        "year month mean closed_count not_closed_count median p90 expected_median closed_within preliminary": _STAFF,
        "start_time end_time": _STAFF,
    },
    "ClosedWithin": {"within old_enough_count closed_count": _STAFF},
    "CategoryLoadResult": {"stamp loads": _STAFF},
    "CategoryLoad": {"category active_count open_count unsure_count median_open_time": _STAFF},
}


def _by_field(table: Mapping[str, Mapping[str, Roles]]) -> dict[tuple[str, str], Roles]:
    return {
        (message, field): roles
        for message, rows in table.items()
        for row, roles in rows.items()
        for field in row.split()
    }


# The same by message and field: ("Ticket", "contact").
SETS = _by_field(_SETS)
SEES = _by_field(_SEES)

# The fields of a ticket that each role may edit while the ticket is open or active.
EDITABLE = {role: frozenset(f for (m, f), roles in SETS.items() if m == "Ticket" and role in roles) for role in Role}


def may_set(role: Role, message: str, field: str) -> bool:
    """Say whether the role may set the field of that message in a request."""
    return role in SETS.get((message, field), ())


def may_see_field(role: Role, message: str, field: str) -> bool:
    """Say whether the role may see the field of that message in an answer."""
    return role in SEES.get((message, field), ())
