"""Generate the Python modules and type stubs of the contract beside their .proto files."""

import sys
from importlib.resources import files
from pathlib import Path

from grpc_tools import protoc

PROTOS = Path(__file__).resolve().parent.parent / "protos"
GENERATED_SUFFIXES = ("_pb2.py", "_pb2.pyi", "_pb2_grpc.py", "_pb2_grpc.pyi")


def protoc_arguments(folder: Path, plugins: Path) -> list[str]:
    """Return protoc's command line for all .proto files under the folder; plugins holds the two of mypy-protobuf."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return [
        "protoc",
        f"--proto_path={folder}",
        f"--proto_path={files('grpc_tools') / '_proto'}",
        f"--plugin=protoc-gen-mypy={plugins / f'protoc-gen-mypy{suffix}'}",
        f"--plugin=protoc-gen-mypy_grpc={plugins / f'protoc-gen-mypy_grpc{suffix}'}",
        *(f"--{output}_out={folder}" for output in ("python", "grpc_python", "mypy", "mypy_grpc")),
        "--mypy_opt=quiet",
        "--mypy_grpc_opt=quiet",
        *sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.proto")),
    ]


def remove_orphans(folder: Path) -> None:
    """Delete the generated files under the folder whose .proto is gone, so that nothing imports them any more."""
    for suffix in GENERATED_SUFFIXES:
        for generated in folder.rglob(f"*{suffix}"):
            if not generated.with_name(generated.name.removesuffix(suffix) + ".proto").exists():
                generated.unlink()


def generate(folder: Path) -> int:
    """Generate all stubs under the folder and return protoc's exit status; protoc prints what is wrong to stderr."""
    status = int(protoc.main(protoc_arguments(folder, Path(sys.executable).parent)))
    if status == 0:
        remove_orphans(folder)
    return status


if __name__ == "__main__":
    sys.exit(generate(PROTOS))
