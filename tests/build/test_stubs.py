"""Stubs are made beside their .proto, stay when it is broken, and go when it goes."""

from pathlib import Path

import pytest

from stubs import GENERATED_SUFFIXES, generate

CONTRACT = """syntax = "proto3";
package campus.v1;
message Hello { string text = 1; }
service HelloService { rpc SayHello(Hello) returns (Hello); }
"""


@pytest.fixture
def protos(tmp_path: Path) -> Path:
    (tmp_path / "campus" / "v1").mkdir(parents=True)
    (tmp_path / "campus" / "v1" / "hello.proto").write_text(CONTRACT)
    return tmp_path


def made(protos: Path) -> set[str]:
    return {path.name for path in protos.rglob("*_pb2*")}


def test_four_files_are_made_beside_each_contract(protos: Path) -> None:
    assert generate(protos) == 0
    assert made(protos) == {f"hello{suffix}" for suffix in GENERATED_SUFFIXES}
    assert all(path.parent == protos / "campus" / "v1" for path in protos.rglob("*_pb2*"))


def test_a_broken_contract_fails_and_keeps_what_was_made(protos: Path) -> None:
    generate(protos)
    (protos / "campus" / "v1" / "hello.proto").write_text("message {")
    assert generate(protos) != 0
    assert len(made(protos)) == 4


def test_what_belonged_to_a_renamed_contract_goes(protos: Path) -> None:
    generate(protos)
    (protos / "campus" / "v1" / "hello.proto").rename(protos / "campus" / "v1" / "greeting.proto")
    assert generate(protos) == 0
    assert made(protos) == {f"greeting{suffix}" for suffix in GENERATED_SUFFIXES}
