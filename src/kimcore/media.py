"""Media: the channels of a KIM, the kinds of Tabel 4.6, platforms, content kinds, and how often (III.A.l, o, p, q)."""

from functools import cache

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.errors import InvalidValue
from kimcore.privacy import public
from kimcore.terms import Term

__all__ = ["Channel", "ContentKind", "Frequency", "MediaGroup", "MediaKind", "Platform", "Span", "find_platform"]


class MediaKind(Term):
    """The seven media of Tabel 4.6 (IV.D.media.1-7)."""

    PRINT = "print", "media cetak", "print"
    BROADCAST = "broadcast", "media penyiaran", "broadcast"
    SOCIAL = "social", "media sosial", "social media"
    MESSAGING = "messaging", "media pengiriman pesan instan", "instant messaging"
    ONLINE = "online", "media daring", "online media"
    OUTDOOR = "outdoor", "media luar ruang", "outdoor media"
    FACE_TO_FACE = "face_to_face", "komunikasi tatap muka", "face to face"


class MediaGroup(Term):
    """The three groups of Tabel 3.1 letter o, derived from the kind of a channel (R8)."""

    FACE_TO_FACE = "face_to_face", "komunikasi tatap muka", "face to face"
    CONVENTIONAL = "conventional", "media konvensional", "conventional media"
    DIGITAL = "digital", "media digital", "digital media"


class Platform(Term):
    """Where content and audiences are counted; the first five have their own row in Tabel 5.3."""

    INSTAGRAM = "instagram", "Instagram", "Instagram"
    FACEBOOK = "facebook", "Facebook", "Facebook"
    TWITTER = "twitter", "X (Twitter)", "X (Twitter)"
    YOUTUBE = "youtube", "YouTube", "YouTube"
    TIKTOK = "tiktok", "TikTok", "TikTok"
    WEBSITE = "website", "Situs web", "Website"


class ContentKind(Term):
    """Forms of content of Tabel 3.1 letter q."""

    TEXT = "text", "tulisan", "text"
    IMAGE = "image", "gambar", "image"
    PHOTO = "photo", "foto", "photo"
    VIDEO = "video", "video", "video"
    AUDIO = "audio", "audio", "audio"
    INFOGRAPHIC = "infographic", "infografis", "infographic"


class Span(Term):
    """The period over which disseminations are counted (III.A.p)."""

    DAY = "day", "hari", "day"
    WEEK = "week", "minggu", "week"
    MONTH = "month", "bulan", "month"
    YEAR = "year", "tahun", "year"


@frozen
class Frequency:
    """So many disseminations per span; `text` keeps what was typed."""

    count: int | None = field(metadata=public("III.A.p"))
    span: Span | None = field(metadata=public("III.A.p"))
    text: str = field(default="", metadata=public("III.A.p"))

    def __attrs_post_init__(self) -> None:
        """Refuse a negative count."""
        if self.count is not None and self.count < 0:
            en, id = "a frequency is not negative", "frekuensi tidak boleh negatif"
            raise InvalidValue("frequency_negative", en, id, clause=cite("III.A.p").id)


@frozen
class Channel:
    """A medium that a KIM owns or runs: the name as typed, and its kind where it is known (R8)."""

    name: str = field(metadata=public("III.A.l"))
    kind: MediaKind | None = field(default=None, metadata=public("III.A.l"))

    @classmethod
    def named(cls, name: str) -> "Channel":
        """Return the channel of a name, with its kind where the name is known."""
        return cls(name, kinds().get(name.casefold().strip()))

    @property
    def group(self) -> MediaGroup | None:
        """The group of Tabel 3.1 letter o (III.A.o), or None where the kind is not known."""
        return None if self.kind is None else GROUPS.get(self.kind, MediaGroup.CONVENTIONAL)


GROUPS = {
    MediaKind.FACE_TO_FACE: MediaGroup.FACE_TO_FACE,
    MediaKind.SOCIAL: MediaGroup.DIGITAL,
    MediaKind.MESSAGING: MediaGroup.DIGITAL,
    MediaKind.ONLINE: MediaGroup.DIGITAL,
}

NAMES = {
    MediaKind.PRINT: "media cetak;buku;booklet;pamflet;leaflet;selebaran;majalah;koran;buletin;tabloid;brosur;poster",
    MediaKind.BROADCAST: "media penyiaran;radio;radio komunitas;televisi;tv;tv lokal;radio lokal",
    MediaKind.SOCIAL: "media sosial;facebook;fb;instagram;ig;twitter;x;x (twitter);youtube;tiktok;tik tok;line;threads",
    MediaKind.MESSAGING: "pesan instan;media pengiriman pesan instan;whatsapp;wa;wag;whatsapp group;grup whatsapp;"
    "grup wa;telegram",
    MediaKind.ONLINE: "media daring;media online;website;web;situs web;situs;blog;blogspot;portal berita;kim.id;"
    "forum diskusi online",
    MediaKind.OUTDOOR: "media luar ruang;spanduk;standing banner;banner;baliho;majalah dinding;mading;papan informasi",
    MediaKind.FACE_TO_FACE: "tatap muka;komunikasi tatap muka;pertemuan;pertemuan warga;musyawarah;"
    "diskusi komunitas;forum diskusi;sarasehan;penyuluhan",
}


@cache
def kinds() -> dict[str, MediaKind]:
    """Return the kind of every known channel name, in small letters."""
    return {name: kind for kind, names in NAMES.items() for name in names.split(";")}


@cache
def platforms() -> dict[str, Platform]:
    """Return every platform by the names that officers type, in small letters."""
    names = "ig:instagram;fb:facebook;x:twitter;twitter:twitter;yt:youtube;you tube:youtube;tik tok:tiktok"
    names += ";web:website;situs:website;website:website;blog:website"
    pairs = (pair.partition(":") for pair in names.split(";"))
    own = {p.say("id").casefold(): p for p in Platform} | {p.code: p for p in Platform}
    return own | {alias: Platform.of(code) for alias, _, code in pairs}


def find_platform(text: str) -> Platform | None:
    """Return the platform that a text names, or None (R10: Twitter and X are one)."""
    return platforms().get(text.casefold().strip())
