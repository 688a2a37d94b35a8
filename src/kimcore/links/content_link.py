"""The content link: platform, kind, account and content id of an address, its canonical form, how far it is known."""

from attrs import field, frozen

from kimcore.media import ContentKind, Platform
from kimcore.privacy import general, public
from kimcore.terms import Term, Text

__all__ = ["ContentLink", "LinkKind", "LinkState"]


class LinkState(Term):
    """How far a link is known without opening it."""

    RECOGNISED = "recognised", "dikenali", "recognised"
    NEEDS_RESOLVING = "needs_resolving", "perlu dibuka dahulu", "needs resolving"
    UNKNOWN_FORM = "unknown_form", "bentuk tidak dikenal", "unknown form"
    NO_LINK = "no_link", "bukan tautan", "no link"


class LinkKind(Term):
    """What a link leads to, as its address says it."""

    POST = "post", "kiriman", "post"
    PHOTO = "photo", "foto", "photo"
    VIDEO = "video", "video", "video"
    REEL = "reel", "reel", "reel"
    LIVE = "live", "siaran langsung", "live broadcast"
    STORY = "story", "cerita", "story"
    HIGHLIGHT = "highlight", "sorotan", "highlight"
    EVENT = "event", "acara", "event"
    GROUP_POST = "group_post", "kiriman grup", "post in a group"
    PLAYLIST = "playlist", "daftar putar", "playlist"
    PAGE = "page", "halaman situs", "page of a website"
    PROFILE = "profile", "profil akun", "profile"
    CHANNEL = "channel", "saluran", "channel"
    GROUP = "group", "grup", "group"
    GROUP_INVITE = "group_invite", "undangan grup", "invitation to a group"
    SHORT = "short", "tautan pendek", "short link"
    OTHER = "other", "selain konten", "other than content"


FORMATS = {
    LinkKind.PHOTO: ContentKind.PHOTO,
    LinkKind.VIDEO: ContentKind.VIDEO,
    LinkKind.REEL: ContentKind.VIDEO,
    LinkKind.LIVE: ContentKind.VIDEO,
}


@frozen(kw_only=True)
class ContentLink:
    """What an address says of a content; what it does not say is None, and is never guessed.

    Two links are equal when they lead to one content: same state, platform, content id and canonical form. Kind,
    account and reason are how one of them said it, and do not count. A platform that Tabel 5.3 has no row for and
    that is no website stays text: `telegram`, `whatsapp`.
    """

    state: LinkState = field(metadata=public("V.B.log.link"))
    platform: Platform | str | None = field(default=None, metadata=public("V.B.social"))
    kind: LinkKind | None = field(default=None, eq=False, metadata=public("V.B.social"))
    account: str | None = field(default=None, eq=False, repr=False, metadata=general("V.B.social"))
    content_id: str | None = field(default=None, repr=False, metadata=general("V.B.log.link"))
    canonical: str | None = field(default=None, repr=False, metadata=general("V.B.log.link"))
    reason: Text = field(eq=False, metadata=public("V.B.log.link"))

    @property
    def needs_resolving(self) -> bool:
        """True for a short link, whose content is known only after a request that someone asks for."""
        return self.state is LinkState.NEEDS_RESOLVING

    @property
    def is_content(self) -> bool:
        """True where one content is named, and not only an account, a channel or a short link."""
        is_page = self.kind is LinkKind.PAGE
        return self.state is LinkState.RECOGNISED and (is_page or self.content_id is not None)

    @property
    def format(self) -> ContentKind | None:
        """The form of content of Tabel 3.1 letter q where the kind tells it; a post may be any."""
        return FORMATS.get(self.kind) if self.kind else None
