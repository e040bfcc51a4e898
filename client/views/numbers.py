"""How numbers are written for people."""

from PySide6.QtCore import QLocale, QObject

from client.text import moment_words


def count_words(count: int) -> str:
    """Return a count with the separators of the person's language, such as 2,341."""
    return QLocale().toString(count)


class Numbers(QObject):
    """What is counted, in words: each language has plural forms of its own, which Qt knows."""

    def tickets(self, count: int) -> str:
        """Return how many tickets there are, such as "1 ticket"."""
        return self.tr("%Ln ticket(s)", "", count)

    def total(self, count: int, as_of_us: int, now_us: int) -> str:
        """Return how many tickets there are and, where the server did not tell them now, as of when; 0: it did."""
        words = self.tickets(count)
        if not as_of_us:
            return words
        as_of = self.tr("%1, as of %2")
        return as_of.replace("%1", words).replace("%2", moment_words(as_of_us, now_us))

    def closed_tickets(self, count: int) -> str:
        """Return how many closed tickets there are, such as "1 closed ticket"."""
        return self.tr("%Ln closed ticket(s)", "", count)

    def too_long(self, over: int) -> str:
        """Return by how many characters a text is too long, such as "1 character too long"."""
        return self.tr("%Ln character(s) too long", "", over)

    def reported(self, count: int) -> str:
        """Return how many people reported something, with %2 where it stands what."""
        return self.tr("%Ln person(s) already reported this: %2", "", count)

    def similar(self, count: int) -> str:
        """Return how many tickets are similar to one; "" for none."""
        return self.tr("%Ln similar", "", count) if count else ""

    def me_too(self, count: int) -> str:
        """Return how many others said that they have a problem too; "" for nobody."""
        return self.tr("%Ln more have this too", "", count) if count else ""

    def new_messages(self, count: int) -> str:
        """Return how many messages came while somebody read further up, such as "1 new message"."""
        return self.tr("%Ln new message(s)", "", count)

    def new_entries(self, count: int) -> str:
        """Return how many entries of a history came while somebody read further up, such as "1 new entry"."""
        return self.tr("%Ln new entry(s)", "", count)

    def new_tickets(self, count: int) -> str:
        """Return how many tickets came or changed above what somebody reads, such as "12 new"."""
        return self.tr("%Ln new", "", count)

    def written(self, count: int) -> str:
        """Return how many tickets are in a file now, with %2 where its name stands."""
        return self.tr("%Ln ticket(s) written to %2", "", count)


_NUMBERS = Numbers()
tickets_words, too_long_words, reported_words = _NUMBERS.tickets, _NUMBERS.too_long, _NUMBERS.reported
total_words, closed_tickets_words = _NUMBERS.total, _NUMBERS.closed_tickets
similar_words, me_too_words = _NUMBERS.similar, _NUMBERS.me_too
new_messages_words, new_entries_words = _NUMBERS.new_messages, _NUMBERS.new_entries
new_tickets_words, written_words = _NUMBERS.new_tickets, _NUMBERS.written
