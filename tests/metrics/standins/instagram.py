"""Stand-ins for Instagram: the account's own media with insights, and business discovery for other accounts."""

from functools import cached_property
from typing import Any, Final

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import HttpReply, PairState
from tests.metrics.standins import MadeContent
from tests.metrics.standins.graph import Asked, GraphStandIn, answered, error, fields_of, no_object

__all__ = ["InstagramAppStandIn", "InstagramStandIn", "made", "made_for_app"]

MEDIA: Final = frozenset(
    "id caption permalink shortcode timestamp username media_type media_product_type like_count comments_count".split()
)
DISCOVERED: Final = MEDIA - {"shortcode"}
COUNTS: Final = {Indicator.LIKE: "like_count", Indicator.COMMENT: "comments_count"}
METRICS: Final = {Indicator.SHARE: "shares", Indicator.VIEW: "views"}
OWN_ID: Final = "17841400000000001"


def medium(number: int, content: MadeContent) -> dict[str, Any]:
    """Return a medium as Graph has it; its id has nothing to do with the code of its link."""
    is_video = content.kind is ContentKind.VIDEO
    is_measured = content.figures.get(Indicator.VIEW) is not PairState.UNSUPPORTED
    told = {COUNTS[i]: v for i, v in content.figures.items() if i in COUNTS and not isinstance(v, PairState)}
    return told | {
        "id": f"179{number:014}",
        "caption": "made up",
        "permalink": f"https://www.instagram.com/{'reel' if is_video else 'p'}/{content.id}/",
        "shortcode": content.id,
        "timestamp": "2026-11-20T03:00:00+0000",
        "media_type": "VIDEO" if is_video else "IMAGE",
        "media_product_type": "REELS" if is_video and is_measured else "FEED",
    }


def chosen(record: dict[str, Any], asked: tuple[Asked, ...], known: frozenset[str]) -> dict[str, Any]:
    """Return of a medium what is asked for; an unknown field is refused."""
    if any(a.name not in known or a.arguments or a.fields for a in asked):
        raise ValueError(asked)
    return {name: record[name] for name in dict.fromkeys(("id", *(a.name for a in asked))) if name in record}


class InstagramStandIn(GraphStandIn):
    """The API as an account's own token sees it, at both of its hosts."""

    def reply(self, host: str, path: str, query: dict[str, str]) -> HttpReply:
        """Answer for the account, its media, or the insights of one."""
        user, _, edge = path.partition("/")
        own = OWN_ID if host == "graph.facebook.com" else "me"
        if user == own and not edge:
            return self.of_account(query)
        if user == own and edge == "media":
            asked = fields_of(query["fields"])
            media = [chosen(m, asked, MEDIA) for m in self.media]
            return answered(self.page(media, query.get("limit", "25"), query.get("after", "")))
        return self.insights(user, query) if edge == "insights" else no_object()

    @cached_property
    def media(self) -> list[dict[str, Any]]:
        """Every medium of the account, the last first."""
        return [medium(n, content) for n, content in enumerate(self.there.values())]

    def of_account(self, query: dict[str, str]) -> HttpReply:
        """Answer with the account."""
        names = {asked.name for asked in fields_of(query["fields"])}
        if not names <= {"id", "username", "followers_count", "media_count"}:
            raise ValueError(names)
        is_told = "followers_count" in names and not isinstance(self.audience, PairState)
        return answered({"id": OWN_ID} | ({"followers_count": self.audience} if is_told else {}))

    def insights(self, id: str, query: dict[str, str]) -> HttpReply:
        """Answer with metrics of a medium: one that is not valid for its kind fails all, what is hidden is left out."""
        found = next(((m, c) for m, c in zip(self.media, self.there.values(), strict=True) if m["id"] == id), None)
        if found is None:
            return no_object()
        record, content = found
        metrics = query["metric"].split(",")
        if not set(metrics) <= set(METRICS.values()) or (record["media_type"], record["media_product_type"]) == (
            "VIDEO",
            "FEED",
        ):
            raise ValueError(metrics)
        figures = {METRICS[i]: v for i, v in content.figures.items() if i in METRICS and not isinstance(v, PairState)}
        data = [
            {"name": m, "period": "lifetime", "values": [{"value": figures[m]}], "id": f"{id}/insights/{m}/lifetime"}
            for m in metrics
            if m in figures
        ]
        return answered({"data": data})


class InstagramAppStandIn(GraphStandIn):
    """Business discovery, as the office's token sees it."""

    def reply(self, host: str, path: str, query: dict[str, str]) -> HttpReply:
        """Answer for a professional account by its name."""
        asked = fields_of(query["fields"])
        if (host, path) != ("graph.facebook.com", self.identity):
            return no_object()
        if len(asked) != 1 or asked[0].name != "business_discovery" or set(asked[0].arguments) != {"username"}:
            raise ValueError(asked)
        if asked[0].arguments["username"] != self.account.removeprefix("@"):
            return error(110, 2207013)
        return answered({"business_discovery": self.discovered(asked[0]), "id": self.identity})

    def discovered(self, asked: Asked) -> dict[str, Any]:
        """Return the account with what is asked for; an empty list of media is left out."""
        if not {a.name for a in asked.fields} <= {"id", "followers_count", "media_count", "media"}:
            raise ValueError(asked)
        found: dict[str, Any] = {"id": "17841400000000009"}
        if asked.inner("followers_count") and not isinstance(self.audience, PairState):
            found["followers_count"] = self.audience
        if media := asked.inner("media"):
            listed = [chosen(medium(n, c), media.fields, DISCOVERED) for n, c in enumerate(self.there.values())]
            page = self.page(listed, media.arguments.get("limit", "25"), media.arguments.get("after", ""))
            page.get("paging", {}).pop("next", None)
            found |= {"media": page} if page["data"] else {}
        return found


def contents() -> tuple[MadeContent, ...]:
    """Return made-up contents: whole, hidden in part, without insights, gone, behind a short link."""
    like, comment, share, view = Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE, Indicator.VIEW
    hidden, never, gone = PairState.HIDDEN, PairState.UNSUPPORTED, PairState.NOT_FOUND
    return (
        MadeContent(
            key="https://www.instagram.com/reel/MadeAAAAAA1/",
            id="MadeAAAAAA1",
            link="https://www.instagram.com/reel/MadeAAAAAA1/",
            kind=ContentKind.VIDEO,
            figures={like: 41, comment: 7, share: 12, view: 905},
        ),
        MadeContent(key="second", id="MADEaaaaaa1", kind=ContentKind.PHOTO, figures={like: hidden, view: 77, share: 0}),
        MadeContent(
            key="third",
            link="https://www.instagram.com/kim_made/p/MadeCCCCCC3/?igsh=made",
            id="MadeCCCCCC3",
            figures={like: 33, comment: 2, share: hidden, view: hidden},
        ),
        MadeContent(
            key="old", id="MadeDDDDDD4", kind=ContentKind.VIDEO, figures={comment: 5, share: never, view: never}
        ),
        MadeContent(key="gone", id="MadeEEEEEE5", figures={like: gone, comment: gone, share: gone, view: gone}),
        MadeContent(key="short", link="https://www.instagram.com/share/MadeFFFFF6", figures={like: gone, view: gone}),
    )


def made(identity: str = "", most: int = 2) -> InstagramStandIn:
    """Return a made-up account with its own token."""
    return InstagramStandIn(account="@kim_made", audience=2_310, contents=contents(), identity=identity, most=most)


def made_for_app(most: int = 2) -> InstagramAppStandIn:
    """Return the same account as the office sees it: neither shares nor views are offered."""
    never = dict.fromkeys((Indicator.SHARE, Indicator.VIEW), PairState.UNSUPPORTED)
    seen = tuple(
        MadeContent(
            key=c.key, id=c.id, link=c.link, kind=c.kind, figures={i: never.get(i, v) for i, v in c.figures.items()}
        )
        for c in contents()
    )
    return InstagramAppStandIn(
        account="@kim_made", audience=2_310, contents=seen, identity="17841400000000777", most=most
    )
