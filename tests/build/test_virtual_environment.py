"""Whatever is made from sources is made when they change, and only then."""

import subprocess
import sys
import tomllib
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from steps import ROOT, StepError
from virtual_environment import Product, digest, products, program


@pytest.fixture
def product(tmp_path: Path) -> Product:
    source = tmp_path / "source"
    source.write_text("one")
    counted = f"import pathlib; pathlib.Path({str(tmp_path / 'made')!r}).open('a').write('x')"
    return Product("thing", "Making a thing", [source], [tmp_path / "made"], [sys.executable, "-c", counted])


def times_made(product: Product) -> int:
    return len(product.outputs[0].read_text())


def test_a_product_is_made_once_while_its_sources_stay(product: Product, tmp_path: Path) -> None:
    product.ensure(tmp_path / "stamps")
    product.ensure(tmp_path / "stamps")
    assert times_made(product) == 1


def test_a_product_is_made_again_when_a_source_changes(product: Product, tmp_path: Path) -> None:
    product.ensure(tmp_path / "stamps")
    product.sources[0].write_text("two")
    product.ensure(tmp_path / "stamps")
    assert times_made(product) == 2


def test_a_product_is_made_again_when_it_was_deleted(product: Product, tmp_path: Path) -> None:
    product.ensure(tmp_path / "stamps")
    product.outputs[0].unlink()
    product.ensure(tmp_path / "stamps")
    assert times_made(product) == 1


def test_a_product_that_failed_leaves_no_stamp(product: Product, tmp_path: Path) -> None:
    product.ensure(tmp_path / "stamps")
    failing = Product(product.name, "Failing", product.sources, [], [sys.executable, "-c", "raise SystemExit(7)"])
    with pytest.raises(StepError):
        failing.ensure(tmp_path / "stamps")
    assert not (tmp_path / "stamps" / product.name).exists()


def test_the_digest_tells_names_and_contents_apart(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("x")
    second.write_text("y")
    before = digest([first, second])
    assert digest([second, first]) == before
    first.write_text("y")
    second.write_text("x")
    assert digest([first, second]) != before


def test_a_source_that_is_not_there_counts_as_empty(tmp_path: Path) -> None:
    before = digest([tmp_path / "later"])
    (tmp_path / "later").write_text("x")
    assert digest([tmp_path / "later"]) != before


def test_programs_of_the_environment_have_their_place_on_each_platform() -> None:
    folder = Path("env")
    assert program("python", folder, "win32") == folder / "Scripts" / "python.exe"
    assert program("python", folder, "linux") == folder / "bin" / "python"


def test_every_module_that_is_shipped_is_compiled() -> None:
    (bytecode,) = [product for product in products() if product.name == "bytecode"]
    subprocess.run([sys.executable, *bytecode.command[1:]], check=True)
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    modules = [module for package in packages for module in (ROOT / package).rglob("*.py")]
    assert [module for module in modules if not Path(cache_from_source(str(module))).exists()] == []
