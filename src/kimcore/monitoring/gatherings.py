"""Gatherings: discussions and meetings of a KIM, how many came and how many took part (V.A.output, V.A.outtake)."""

from datetime import date

from attrs import field, frozen

from kimcore.privacy import public

__all__ = ["Gathering"]


@frozen(kw_only=True)
class Gathering:
    """A gathering of a KIM: counts alone, no person.

    `attended` is how many came, `took_part` how many of them spoke, asked or answered. Both are of this one day; the
    audience that Audiens notes for a medium is a count over time, and the two are never added.
    """

    kim: str = field(metadata=public("V.A.output"))
    title: str = field(default="", metadata=public("V.A.output"))
    form: str = field(default="", metadata=public("V.A.outtake"))
    held: date | None = field(default=None, metadata=public("V.A.output"))
    attended: int | None = field(default=None, metadata=public("V.A.output", minimum=0))
    took_part: int | None = field(default=None, metadata=public("V.A.outtake", minimum=0))

    @property
    def key(self) -> tuple[str, ...]:
        """What names it: KIM, title (without case), day."""
        return self.kim, " ".join(self.title.casefold().split()), str(self.held or "")
