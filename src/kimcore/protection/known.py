"""Known persons: names and contacts of an office's records, found in texts that are not personal by their field.

An officer may have typed a name into the account of an activity. What is recorded elsewhere as a name or a contact is
known, and is found there; what is recorded nowhere else is not, but for e-mail addresses, which tell themselves.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import field, frozen

from kimcore.protection.pseudonyms import Pseudonyms, folded
from kimcore.protection.traces import ERASED, Traces

__all__ = ["KnownPersons"]

WORD: Final = re.compile(r"\w+")
EMAIL: Final = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
NUMBER: Final = re.compile(r"\+?\d(?:[\s.\-()]*\d){6,}")
LEAST_DIGITS: Final = 7


@frozen
class KnownPersons:
    """Names by their first word, and the digits of numbers; a name of one word may be anything and is not sought."""

    names: Mapping[str, tuple[Traces, ...]] = field(repr=False)
    numbers: frozenset[str] = field(repr=False)
    pseudonyms: Pseudonyms

    @classmethod
    def of(cls, names: Iterable[str], contacts: Iterable[str], pseudonyms: Pseudonyms) -> "KnownPersons":
        """Return the persons of these names, with these contacts among them all."""
        found: defaultdict[str, list[Traces]] = defaultdict(list)
        for name in sorted({" ".join(n.split()) for n in names}, key=lambda n: (-len(n), n)):
            traces, first = Traces(name), WORD.search(name)
            if traces.is_telling and first:
                found[folded(first[0])].append(traces)
        numbers = frozenset(n for n in map(digits, contacts) if len(n) >= LEAST_DIGITS)
        return cls({word: tuple(traces) for word, traces in found.items()}, numbers, pseudonyms)

    def hidden(self, text: str) -> str:
        """Return a text in which each person stands as a pseudonym, and e-mails and known numbers are taken out."""
        for word in {folded(w) for w in WORD.findall(text)} & self.names.keys():
            for traces in self.names[word]:
                text = traces.pattern.sub(self.pseudonyms.of(traces.name), text)
        text = EMAIL.sub(ERASED, text) if "@" in text else text
        return NUMBER.sub(lambda found: ERASED if digits(found[0]) in self.numbers else found[0], text)


def digits(text: str) -> str:
    """Return the digits of a text."""
    return "".join(c for c in text if c.isdigit())
