"""Observations: contents and audiences as they were counted on a day (Tabel 5.1, 5.3, III.A.s, III.A.t)."""

from datetime import date

from attrs import field, frozen

from kimcore.media import Platform
from kimcore.privacy import general, public
from kimcore.terms import Term

__all__ = ["MANUAL", "Content", "Indicator", "Observation"]

MANUAL = "manual"
"""The provider of figures that an office typed."""


class Indicator(Term):
    """What is counted: the indicators of Tabel 5.3, and the audience of a medium (V.A.output)."""

    LIKE = "like", "Like", "Like"
    SHARE = "share", "Share", "Share"
    COMMENT = "comment", "Comment", "Comment"
    VIEW = "view", "View", "View"
    RETWEET = "retweet", "Retweet", "Retweet"
    AUDIENCE = "audience", "Pengikut/Peserta/Pengunjung", "Followers/attendees/visitors"


@frozen(kw_only=True)
class Content:
    """A content that a KIM showed on a platform (V.B.social).

    `platform` stays text where it is none that kimcore knows. `key` names it within its KIM (R21).
    """

    kim: str = field(metadata=public("V.B.social"))
    platform: Platform | str = field(metadata=public("V.B.social"))
    account: str = field(default="", repr=False, metadata=general("V.B.social"))
    title: str = field(default="", metadata=public("V.B.social"))
    format: str = field(default="", metadata=public("V.B.social"))
    shown: date | None = field(default=None, metadata=public("V.B.social"))
    link: str = field(default="", repr=False, metadata=general("V.B.social"))

    @property
    def key(self) -> str:
        """Its link, else platform, account, title and day shown (R21)."""
        platform = self.platform.code if isinstance(self.platform, Platform) else self.platform.casefold()
        return self.link or "|".join((platform, self.account.casefold(), self.title, str(self.shown or "")))


@frozen(kw_only=True)
class Observation:
    """One figure of one indicator on one day, for a content or (with an empty `content`) an account's audience.

    `value` None withdraws the figure recorded before under the same key. A platform's silence is no observation,
    and never 0 (R11).
    """

    kim: str = field(metadata=public("V.A.focus"))
    provider: str = field(default=MANUAL, metadata=public("V.B.online"))
    platform: Platform | str = field(metadata=public("V.B.social"))
    account: str = field(default="", repr=False, metadata=general("V.B.social"))
    content: str = field(default="", repr=False, metadata=general("V.B.log.link"))
    indicator: Indicator = field(metadata=public("V.A.outtake"))
    observed: date = field(metadata=public("V.B.log.date"))
    value: int | None = field(metadata=public("V.A.output", minimum=0))

    @property
    def key(self) -> tuple[str, ...]:
        """What the figure is of: KIM, provider, platform, account (without case), content, indicator, day."""
        platform = self.platform.code if isinstance(self.platform, Platform) else self.platform.casefold()
        where = (self.kim, self.provider, platform, self.account.casefold(), self.content)
        return (*where, self.indicator.code, self.observed.isoformat())
