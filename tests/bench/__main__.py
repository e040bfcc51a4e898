"""Run every measurement, one after the other, with nothing beside it."""

import platform

from tests.bench import create_and_echo, first_window, painted, search


def main() -> None:
    """Print the machine and then each measurement."""
    print(f"Python {platform.python_version()} on {platform.system()} {platform.machine()}")
    first_window.measure()
    painted.measure()
    create_and_echo.measure()
    search.measure()


if __name__ == "__main__":
    main()
