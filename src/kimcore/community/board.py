"""Board: the officers and members of a KIM and whether they are civil servants (II.B.3.d, II.B.4.admin.1, II.B.6.3)."""

from datetime import date

from attrs import field, frozen

from kimcore.privacy import general, public
from kimcore.values import Answer

__all__ = ["Board", "Person"]


@frozen(kw_only=True)
class Person:
    """A person of the board or an ordinary member.

    `is_officer` follows R34. `civil_servant_since` wins over `civil_servant` (facts): the person is one from that
    day on, and was none before.
    """

    name: str = field(repr=False, metadata=general("III.A.d", names="self"))
    role: str = field(default="", metadata=public("II.B.3.d"))
    is_officer: bool = field(default=True, metadata=public("II.B.3.d"))
    civil_servant: Answer = field(default=Answer.UNKNOWN, repr=False, metadata=general("II.B.4.admin.1"))
    civil_servant_since: date | None = field(default=None, repr=False, metadata=general("II.B.6.3"))

    def is_civil_servant(self, on: date) -> Answer:
        """Answer whether the person is a civil servant on a date."""
        if self.civil_servant_since is not None:
            return Answer.YES if self.civil_servant_since <= on else Answer.NO
        return self.civil_servant


@frozen(kw_only=True)
class Board:
    """The people recorded, and the office's answers about the board as a whole.

    `stated` answers Memiliki Susunan Pengurus (II.B.3.d), `acknowledged` whether the village head knows the board
    (II.B.4.legal.3).
    """

    people: tuple[Person, ...] = field(default=(), repr=False, metadata=public("II.B.3.d"))
    stated: Answer = field(default=Answer.UNKNOWN, metadata=public("II.B.3.d"))
    acknowledged: Answer = field(default=Answer.UNKNOWN, metadata=public("II.B.4.legal.3"))

    @property
    def officers(self) -> tuple[Person, ...]:
        """The people who hold an office (R34)."""
        return tuple(p for p in self.people if p.is_officer)

    @property
    def members(self) -> tuple[Person, ...]:
        """The people who hold none."""
        return tuple(p for p in self.people if not p.is_officer)
