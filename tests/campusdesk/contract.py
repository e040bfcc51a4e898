"""The contract as its descriptors tell it: every method, every message of requests and of answers."""

from collections.abc import Iterator

from google.protobuf.descriptor import Descriptor, MethodDescriptor
from google.protobuf.descriptor_pool import Default

from campusdesk.v1 import (
    analytics_pb2,
    change_feed_pb2,
    error_pb2,
    operations_pb2,
    ticket_pb2,
    ticket_service_pb2,
)

PACKAGE = "campusdesk.v1"
FILES = (analytics_pb2, change_feed_pb2, error_pb2, operations_pb2, ticket_pb2, ticket_service_pb2)
SERVICES = [service for file in FILES for service in file.DESCRIPTOR.services_by_name.values()]
METHODS: dict[str, MethodDescriptor] = {
    f"/{service.full_name}/{method.name}": method for service in SERVICES for method in service.methods
}
CONFLICT = Default().FindMessageTypeByName(f"{PACKAGE}.EditConflict")


def held(message: Descriptor) -> Iterator[Descriptor]:
    """Yield the message and all messages of the contract that it can hold."""
    if message.file.package == PACKAGE:
        yield message
        for field in message.fields:
            if field.message_type is not None:
                yield from held(field.message_type)


def of_requests() -> set[tuple[str, str]]:
    """Return message and field of everything that a request can set."""
    return {(method.input_type.name, field.name) for method in METHODS.values() for field in method.input_type.fields}


def of_answers() -> set[tuple[str, str]]:
    """Return message and field of everything that an answer, an event or a refusal can hold."""
    answers = [method.output_type for method in METHODS.values()] + [CONFLICT]
    return {(message.name, field.name) for answer in answers for message in held(answer) for field in message.fields}
