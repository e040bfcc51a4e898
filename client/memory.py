"""Memory that is needed no more goes back to the system: glibc's own ways keep what many tickets took for a moment."""

import ctypes
import sys

# A column of a hundred thousand tickets; smaller pieces are taken and given back too often to ask the system each time.
_LARGE_BYTES = 1 << 20
# The number of this setting in glibc's malloc.h.
_M_MMAP_THRESHOLD = -3


def return_large() -> None:
    """Have large pieces go back as soon as they are free, from now on.

    By itself glibc keeps pieces as large as one that was free before: sorting a million tickets a few times left 60 MB.
    """
    mallopt = getattr(_c_library(), "mallopt", None)
    if mallopt is not None:
        mallopt(_M_MMAP_THRESHOLD, _LARGE_BYTES)


def return_all() -> None:
    """Give back what is free now; it takes milliseconds, in any thread."""
    malloc_trim = getattr(_c_library(), "malloc_trim", None)
    if malloc_trim is not None:
        malloc_trim(0)


def _c_library() -> ctypes.CDLL | None:
    """Return what may have the functions of glibc; elsewhere memory is given back in other ways."""
    return ctypes.CDLL(None) if sys.platform == "linux" else None
