"""Qt's bindings are loaded once, and leave Python's way of importing modules as it is."""

import builtins


def load() -> None:
    """Import PySide6, and take back what it puts in the place of `import`.

    That is for its names in snake case, which the desk has no use for. After each import it looks through the source of
    the module for the word PySide6: a twelfth of the processor time until the first window, and 13 MB of source text
    that stay in the memory of a desk at work, for 390 modules.
    """
    plain = builtins.__import__
    try:
        import PySide6.QtCore  # noqa: F401 - for what it does
    finally:
        builtins.__import__ = plain
