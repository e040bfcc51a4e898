"""Ask a running server for its status, as an operator's command does."""

import grpc

from campusdesk.access import Caller
from campusdesk.channel import open_channel
from campusdesk.errors import from_rpc_error
from campusdesk.rules import Role
from campusdesk.tls import Trust
from campusdesk.v1 import operations_pb2, operations_pb2_grpc


def ask_status(address: str, trust: Trust | None) -> operations_pb2.ServerStatus:
    """Return what the server says of itself, asked over TLS with `trust`; raises DeskError when it does not answer."""
    with open_channel(address, Caller(Role.USER, ""), trust=trust) as channel:
        stub = operations_pb2_grpc.OperationsServiceStub(channel)
        try:
            return stub.GetServerStatus(operations_pb2.GetServerStatusRequest())
        except grpc.RpcError as error:
            raise from_rpc_error(error) from error
