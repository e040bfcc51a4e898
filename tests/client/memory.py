"""A store on a real file whose users need not wait for the disk, so that a test sees at once what follows."""

from collections.abc import Callable

from client.store import Store


class HastyStore(Store):
    """Calls who waits for the disk at once; the disk has it a moment later."""

    def when_kept(self, then: Callable[[], None]) -> None:
        then()
