"""Profile: how a KIM is reached, for whom and in what it works, and what it reaches (Tabel 3.1)."""

from datetime import date

from attrs import field, frozen

from kimcore.affairs import Affair
from kimcore.media import Channel, ContentKind, Frequency
from kimcore.privacy import general, public
from kimcore.values import Denied, Stated

__all__ = ["Profile"]


@frozen(kw_only=True)
class Profile:
    """The columns of Tabel 3.1 that do not name, seat or date the KIM.

    `power` and `influence` are the figures written in the profile; observations go before them (interface, Figures).
    `interest` is the office's score from 0 to 100 (R17). `channels` is `DENIED` where the office typed that there
    are none.
    """

    contact_person: Stated = field(default=None, repr=False, metadata=general("III.A.d", names="contact"))
    address: Stated = field(default=None, repr=False, metadata=general("III.A.e"))
    phone: Stated = field(default=None, repr=False, metadata=general("III.A.i"))
    whatsapp: Stated = field(default=None, repr=False, metadata=general("III.A.i"))
    email: Stated = field(default=None, repr=False, metadata=general("III.A.j"))
    audience: str = field(default="", metadata=public("III.A.k"))
    channels: tuple[Channel, ...] | Denied = field(default=(), metadata=public("III.A.l"))
    fields: tuple[Affair | str, ...] = field(default=(), metadata=public("III.A.m"))
    issues: tuple[str, ...] = field(default=(), metadata=public("III.A.n"))
    frequency: Frequency | None = field(default=None, metadata=public("III.A.p"))
    content_kinds: tuple[ContentKind | str, ...] = field(default=(), metadata=public("III.A.q"))
    power: int | None = field(default=None, metadata=public("III.A.s", minimum=0))
    influence: int | None = field(default=None, metadata=public("III.A.t", minimum=0))
    interest: int | float | None = field(default=None, metadata=public("II.B.3.map.d", minimum=0, maximum=100))
    founded: date | None = field(default=None, metadata=public("II.A.def"))
