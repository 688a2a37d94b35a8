"""The oracle: every name that a call sends stands in the vendor's own package, which is installed for this alone."""

import inspect
import json
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from kimcore.monitoring import Indicator
from kimcore.ports import Cursor, HttpCall, MetricProvider, Wanted
from kimcore_plugins.metrics import x, youtube
from kimcore_plugins.metrics.facebook import COUNTS as PAGE_COUNTS
from kimcore_plugins.metrics.facebook import Facebook
from kimcore_plugins.metrics.graph import VERSION
from kimcore_plugins.metrics.instagram import COUNTS as MEDIA_COUNTS
from kimcore_plugins.metrics.instagram import Instagram, InstagramApp
from tests.metrics.recorded import asked
from tests.metrics.standins.graph import Asked, fields_of

pytestmark = pytest.mark.oracle

OBJECTS = "facebook_business.adobjects"
NUMBER = "17841400000000001"
INSIGHTS = Cursor("insights:17900000000000001:Made0000001:shares:views")


def values(module: str, kind: str, inner: str) -> set[str]:
    """Return the values of an enumeration of the vendor's package."""
    held = vars(getattr(getattr(import_module(f"{OBJECTS}.{module}"), kind), inner))
    return {value for name, value in held.items() if isinstance(value, str) and not name.startswith("_")}


def edge(module: str, kind: str, name: str) -> bool:
    """Tell whether objects of a kind have an edge."""
    return hasattr(getattr(import_module(f"{OBJECTS}.{module}"), kind), f"get_{name}")


def calls(provider: MetricProvider, cursor: Cursor | None = None, **more: Any) -> tuple[HttpCall, ...]:
    """Return the calls for an account and one content with every indicator."""
    offers = frozenset[Indicator]().union(*(i for kind, i in provider.supports.items() if kind))
    wanted = Wanted(key="k", id=more.pop("id", "Made0000001"), link=more.pop("link", ""), indicators=offers)
    return provider.plan(evolve(asked(account="kimmade", **more), contents=(wanted,)), cursor)


def fields(call: HttpCall) -> tuple[Asked, ...]:
    """Return the fields that a call asks for."""
    return fields_of(dict(call.query)["fields"])


def names(asked_for: Iterable[Asked]) -> set[str]:
    """Return the names of fields."""
    return {field.name for field in asked_for}


def test_graph_version() -> None:
    """The version is the one for which the vendor's package is written."""
    assert import_module("facebook_business.apiconfig").ads_api_config["API_VERSION"] == VERSION


@pytest.mark.parametrize(
    ("identity", "user", "media"),
    [
        (NUMBER, ("iguser", "IGUser"), ("igmedia", "IGMedia")),
        ("", ("iguserforigonlyapi", "IGUserForIGOnlyAPI"), ("igmediaforigonlyapi", "IGMediaForIGOnlyAPI")),
    ],
    ids=["Facebook Login", "Instagram Login"],
)
def test_instagram_names(identity: str, user: tuple[str, str], media: tuple[str, str]) -> None:
    """Fields, edges and metrics of an account's own media."""
    account, listing = calls(Instagram(), identity=identity)
    assert names(fields(account)) <= values(*user, "Field")
    assert names(fields(listing)) <= values(*media, "Field")
    assert set(MEDIA_COUNTS.values()) <= names(fields(listing))
    assert edge(*user, "media")
    (insights,) = calls(Instagram(), INSIGHTS, identity=identity)
    metrics = set(dict(insights.query)["metric"].split(","))
    assert metrics <= values("instagraminsightsresult", "InstagramInsightsResult", "Metric")
    assert edge(*media, "insights")


def test_instagram_names_of_other_accounts() -> None:
    """Fields of business discovery."""
    user, media = values("iguser", "IGUser", "Field"), values("igmedia", "IGMedia", "Field")
    for call in calls(InstagramApp(), identity=NUMBER):
        (discovery,) = fields(call)
        assert discovery.name in user
        assert names(discovery.fields) - {"media"} <= user
        assert names(asked for found in discovery.fields for asked in found.fields) <= media


@pytest.mark.parametrize("path", ["5500000001", "pfbid0made1"])
def test_facebook_names(path: str) -> None:
    """Fields and edges of a page and of its posts, and the type of reaction that is a like."""
    account, posts = calls(Facebook(), identity=NUMBER, id=path, link=f"https://www.facebook.com/{NUMBER}/posts/{path}")
    assert names(fields(account)) <= values("page", "Page", "Field")
    plain = [field for field in fields(posts) if not field.arguments]
    assert names(plain) <= values("pagepost", "PagePost", "Field")
    edges = [field for field in fields(posts) if field.arguments]
    assert all(edge("pagepost", "PagePost", field.name) for field in edges)
    types = {field.arguments["type"] for field in edges if "type" in field.arguments}
    assert types <= values("profile", "Profile", "Type")
    read = {path.partition(".")[0] for path in PAGE_COUNTS.values()}
    assert read <= names(plain) | {field.arguments.get("as", field.name) for field in edges}
    assert edge("page", "Page", "published_posts")


def youtube_api() -> dict[str, Any]:
    """Return the description of YouTube's interface that comes with the vendor's package."""
    package = import_module("googleapiclient.discovery_cache").__file__
    assert package is not None
    found: dict[str, Any] = json.loads((Path(package).parent / "documents" / "youtube.v3.json").read_text("utf-8"))
    return found


def test_youtube_names() -> None:
    """Host, parameters and counts of videos and channels."""
    api = youtube_api()
    channel, videos = calls(youtube.YouTube())
    for call, what in ((channel, "channels"), (videos, "videos")):
        method = api["resources"][what]["methods"]["list"]
        assert call.url == api["rootUrl"] + api["servicePath"] + method["path"]
        assert dict(call.query).keys() <= method["parameters"].keys()
        assert call.method == method["httpMethod"]
    assert set(youtube.FIELDS.values()) <= api["schemas"]["VideoStatistics"]["properties"].keys()
    assert {"subscriberCount", "hiddenSubscriberCount"} <= api["schemas"]["ChannelStatistics"]["properties"].keys()


def test_x_names() -> None:
    """Counts as X's own package has them, parameters as one of the two packages sends them."""
    schemas = import_module("xdk.schemas")
    assert set(x.FIELDS.values()) <= schemas.PostPublicMetrics.model_fields.keys()
    assert "followers_count" in schemas.UserPublicMetrics.model_fields
    account, posts = calls(x.X(), id="1234567890")
    sent = inspect.getsource(import_module("tweepy.client").Client)
    for call in (account, posts):
        path = call.url.removeprefix("https://api.x.com")
        module = import_module("xdk.users.client" if call is account else "xdk.posts.client")
        assert f'"{path}"' in inspect.getsource(module)
        assert all(name.replace(".", "_") in sent for name in dict(call.query))
