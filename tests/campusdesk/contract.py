"""The contract as its descriptors tell it: every method, every message of requests and of answers."""

from collections.abc import Iterator

from google.protobuf import descriptor_pb2, field_mask_pb2, timestamp_pb2
from google.protobuf.descriptor import Descriptor, MethodDescriptor
from google.protobuf.descriptor_pool import Default, DescriptorPool
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

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
# Field 99 of what `newer` makes, with the text "x".
UNHEARD = b"\x9a\x06\x01x"


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


def newer(message: Descriptor) -> type[Message]:
    """Return the message as a later contract has it: with one text more, `unheard`."""
    file = descriptor_pb2.FileDescriptorProto()
    message.file.CopyToProto(file)
    (grown,) = (kind for kind in file.message_type if kind.name == message.name)
    text = descriptor_pb2.FieldDescriptorProto
    grown.field.add(name="unheard", number=99, type=text.TYPE_STRING, label=text.LABEL_OPTIONAL)
    pool = DescriptorPool()
    for needed in (timestamp_pb2, field_mask_pb2, ticket_pb2):
        if needed.DESCRIPTOR.name != file.name:
            pool.AddSerializedFile(needed.DESCRIPTOR.serialized_pb)
    pool.Add(file)
    return GetMessageClass(pool.FindMessageTypeByName(message.full_name))
