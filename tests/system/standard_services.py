"""The standard services of a running server: its health, and what it tells of its services."""

from collections.abc import Iterator

import grpc
from google.protobuf.message import Message
from grpc_health.v1 import health_pb2
from grpc_reflection.v1alpha import reflection_pb2

from campusdesk.channel import OPTIONS


def services_of(address: str) -> set[str]:
    """Return the names of the services that the server tells by reflection."""
    with grpc.insecure_channel(address, options=OPTIONS) as channel:
        ask: grpc.StreamStreamMultiCallable[Message, reflection_pb2.ServerReflectionResponse]
        ask = channel.stream_stream(
            "/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
            request_serializer=reflection_pb2.ServerReflectionRequest.SerializeToString,
            response_deserializer=reflection_pb2.ServerReflectionResponse.FromString,
        )
        (answer,) = ask(iter([reflection_pb2.ServerReflectionRequest(list_services="")]), timeout=10)
        return {service.name for service in answer.list_services_response.service}


def health_of(address: str, service: str) -> int:
    """Return what the server says of a service's health."""
    with grpc.insecure_channel(address, options=OPTIONS) as channel:
        check: grpc.UnaryUnaryMultiCallable[bytes, health_pb2.HealthCheckResponse] = channel.unary_unary(
            "/grpc.health.v1.Health/Check", response_deserializer=health_pb2.HealthCheckResponse.FromString
        )
        request = health_pb2.HealthCheckRequest(service=service)
        return check(request.SerializeToString(), timeout=10).status


def health_watch(channel: grpc.Channel) -> Iterator[health_pb2.HealthCheckResponse]:
    """Watch the health of the whole server."""
    watch: grpc.UnaryStreamMultiCallable[bytes, health_pb2.HealthCheckResponse] = channel.unary_stream(
        "/grpc.health.v1.Health/Watch", response_deserializer=health_pb2.HealthCheckResponse.FromString
    )
    return iter(watch(b"", timeout=60))
