"""Find words on screen that cannot be translated: those put together from parts, and those that are said outright."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

# What takes words to be shown or read out, and which of its arguments they are.
_SHOWS = {
    "setText": 0, "setToolTip": 0, "setPlaceholderText": 0, "setWindowTitle": 0, "setAccessibleName": 0,
    "setAccessibleDescription": 0, "plain_label": 0, "Button": 1,
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{2,}")


def put_together(module: Path) -> Iterator[str]:
    """Yield each place of a module where other languages could not order the words, or would not be asked for them."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        fault = _fault(node)
        if fault:
            assert isinstance(node, ast.expr)  # noqa: S101 - for the type checker
            yield f"{module.name}:{node.lineno}: {fault}"


def _fault(node: ast.AST) -> str:
    if isinstance(node, ast.Call):
        if _name(node) == "tr" and not _is_whole(node.args[0]):
            return "what is translated is not written down in one piece"
        if _says_outright(node):
            return "words on screen are not translated"
    parts: list[ast.expr] = [node.left, node.right] if isinstance(node, ast.BinOp) else []
    if isinstance(node, ast.JoinedStr):
        parts = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
    return "a sentence is put together from what is translated" if any(map(_is_translated, parts)) else ""


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_whole(words: ast.expr) -> bool:
    return isinstance(words, ast.Constant)


def _is_translated(part: ast.expr) -> bool:
    """Say whether words come from a translation, also when something was put in its places."""
    while isinstance(part, ast.Call) and _name(part) in {"replace", "format"} and isinstance(part.func, ast.Attribute):
        part = part.func.value
    return isinstance(part, ast.Call) and _name(part) in {"tr", "translate"}


def _says_outright(call: ast.Call) -> bool:
    at = _SHOWS.get(_name(call))
    words = call.args[at] if at is not None and at < len(call.args) else None
    parts = words.values if isinstance(words, ast.JoinedStr) else [words]
    return any(isinstance(part, ast.Constant) and _WORD.search(str(part.value)) for part in parts)
