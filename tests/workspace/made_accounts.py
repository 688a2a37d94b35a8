"""A made-up office whose KIMs have an account on each of five platforms, and the platforms that stand behind them."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from string import ascii_letters, digits

from attrs import field, frozen

from kimcore.media import ContentKind, Platform
from kimcore.metrics import Credential, Secret
from kimcore.monitoring import INDICATORS, Indicator
from kimcore.ports import HttpCall, HttpReply, PairState
from tests.metrics.standins import MadeContent, StandIn
from tests.metrics.standins.facebook import PAGE, FacebookStandIn
from tests.metrics.standins.instagram import InstagramStandIn
from tests.metrics.standins.tiktok import TikTokStandIn
from tests.metrics.standins.x import XStandIn
from tests.metrics.standins.youtube import YouTubeStandIn
from tests.workspace.registers import ON, Sheets, profile, write_register

__all__ = ["NOON", "PROVIDERS", "MadeOffice", "Server"]

NOON = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
PROVIDERS = {
    Platform.INSTAGRAM: "instagram",
    Platform.FACEBOOK: "facebook",
    Platform.TWITTER: "x",
    Platform.YOUTUBE: "youtube",
    Platform.TIKTOK: "tiktok",
}
LETTERS = ascii_letters + digits
GONE, HIDDEN = PairState.NOT_FOUND, PairState.HIDDEN


def drawn(*what: object) -> int:
    """Return a number that is always the same for the same things."""
    return int.from_bytes(blake2b(repr(what).encode(), digest_size=7).digest())


def letters(number: int, size: int) -> str:
    """Return a number as letters and digits."""
    return "".join(LETTERS[number // 62**place % 62] for place in range(size))


def identified(platform: Platform, number: int, handle: str) -> tuple[str, str]:
    """Return the id and the link of a made-up content."""
    long = str(7_100_000_000_000_000_000 + number)
    code = f"M{letters(number, 10)}"
    found = {
        Platform.INSTAGRAM: (code, f"https://www.instagram.com/reel/{code}/"),
        Platform.FACEBOOK: (
            str(5_500_000_000 + number),
            f"https://www.facebook.com/{handle}/posts/{5_500_000_000 + number}",
        ),
        Platform.TWITTER: (long, f"https://x.com/{handle}/status/{long}"),
        Platform.YOUTUBE: (code, f"https://www.youtube.com/watch?v={code}"),
        Platform.TIKTOK: (long, f"https://www.tiktok.com/@{handle}/video/{long}"),
    }
    return found[platform]


def figure(platform: Platform, indicator: Indicator, number: int) -> int | PairState:
    """Return a figure: each fortieth content is gone, each tenth hides its comments; X has no count of shares."""
    if platform is Platform.TWITTER and indicator is Indicator.SHARE:
        return PairState.UNSUPPORTED
    if number % 40 == 7:
        return GONE
    if number % 10 == 3 and indicator is Indicator.COMMENT and platform in {Platform.YOUTUBE, Platform.TIKTOK}:
        return HIDDEN
    return drawn(platform.code, indicator.code, number) % 10_000


def contents(platform: Platform, first: int, size: int, handle: str) -> tuple[MadeContent, ...]:
    """Return the contents of an account."""
    made = []
    for number in range(first, first + size):
        id, link = identified(platform, number, handle)
        figures = {i: figure(platform, i, number) for i in INDICATORS[platform]}
        made.append(MadeContent(key=link, id=id, link=link, kind=ContentKind.VIDEO, figures=figures))
    return tuple(made)


def standin(platform: Platform, number: int, size: int) -> StandIn:
    """Return a platform with one account."""
    handle = f"kimmade{number}"
    whole = {"audience": 100 + number, "contents": contents(platform, number * size, size, handle)}
    match platform:
        case Platform.INSTAGRAM:
            return InstagramStandIn(account=f"@{handle}", **whole)  # type: ignore[arg-type]
        case Platform.FACEBOOK:
            return FacebookStandIn(account=handle, identity=PAGE, **whole)  # type: ignore[arg-type]
        case Platform.TWITTER:
            return XStandIn(account=f"@{handle}", **whole)  # type: ignore[arg-type]
        case Platform.YOUTUBE:
            return YouTubeStandIn(account=f"@{handle}", handle=handle, channel_id=f"UC{letters(number, 22)}", **whole)  # type: ignore[arg-type]
    return TikTokStandIn(account=f"@{handle}", **whole)  # type: ignore[arg-type]


@frozen
class MadeOffice:
    """So many KIMs, each with so many contents on its account of each platform; tokens are made up too."""

    kims: int
    size: int
    standins: dict[str, StandIn] = field(init=False, repr=False)
    """The platform behind each token."""

    def __attrs_post_init__(self) -> None:
        """Make the accounts."""
        made = {token(p, n): standin(p, n, self.size) for n in range(self.kims) for p in PROVIDERS}
        object.__setattr__(self, "standins", made)

    def tokens(self, provider: str, account: str) -> Credential | None:
        """Return the token of an account."""
        platform = next((p for p, name in PROVIDERS.items() if name == provider), None)
        number = account.removeprefix("@").removeprefix("kimmade")
        if platform is None or not number.isdigit():
            return None
        identity = PAGE if platform is Platform.FACEBOOK else ""
        return Credential(
            token=SECRETS.setdefault(token(platform, int(number)), Secret(token(platform, int(number)))),
            identity=identity,
        )

    def register(self, path: Path) -> Path:
        """Write the register of the office."""
        rows = [[f"KIM Made {number}", f"Desa {number}", None, "A"] for number in range(self.kims)]
        headings = ["Nama KIM", "Judul Konten", "Format", "Platform", "Akun", "Tanggal Tayang", "Link"]
        shown: Sheets = {"Media Sosial": [headings, *self.rows()]}
        return write_register(path, profile(*rows) | shown)

    def rows(self) -> Iterator[list[object]]:
        """Yield the rows of Media Sosial."""
        for number in range(self.kims):
            for platform in PROVIDERS:
                made = self.standins[token(platform, number)]
                for content in made.contents:
                    yield [
                        f"KIM Made {number}",
                        content.id,
                        "video",
                        platform.say("id"),
                        made.account,
                        ON,
                        content.link,
                    ]

    def expected(self) -> dict[tuple[str, str], int | PairState]:
        """Return what must come of each pair, by its content (or platform and account) and indicator."""
        found: dict[tuple[str, str], int | PairState] = {}
        for key, made in self.standins.items():
            for (content, indicator), value in made.expected().items():
                found[content or key, indicator.code] = value
        return found


SECRETS: dict[str, Secret] = {}


def token(platform: Platform, number: int) -> str:
    """Return the token of an account."""
    return f"made-token-{platform.code}-{number:05d}"


class Server:
    """Sends a call to the platform behind its token, in this process, and counts which pairs it answered for."""

    def __init__(self, office: MadeOffice) -> None:
        self.office, self.asked = office, Counter[tuple[str, str]]()
        self.calls = 0

    def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:  # noqa: ARG002
        """Return the reply."""
        self.calls += 1
        held = credential.token.reveal()
        reply = self.office.standins[held].answer(call)
        if reply.status == 200 and call.cursor is None:
            self.asked.update((w.key, i.code) for w in call.about for i in w.indicators)
            self.asked.update([] if call.about else [(held, "audience")])
        return reply
