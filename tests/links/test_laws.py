"""Laws of reading links, whatever the text."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.links import LinkState, content_link
from kimcore.links.address import TRACKING
from kimcore.links.forms import SITES
from tests.links.test_reading import ROWS
from tests.repository.tree import ROOT

NAUGHTY: list[str] = json.loads((ROOT / "tests" / "data" / "naughty_strings.json").read_text("utf-8"))
URLS = [row["url"] for row in ROWS]
HOSTS = [*sorted({domain for site in SITES for domain in site.domains.split()}), "kim.example.org", "www.example.org"]
PIECES = st.one_of(
    st.sampled_from(["p", "reel", "@kim", "video", "posts", "watch", "share", "status", "..", ".", "", "%2F", "%2e"]),
    st.sampled_from(["12345678901", "9o6LshA7zyA", "kim.anyelir", "KIM", "x)", "x.", "x(", "%C3%28", "a=b", "é"]),
    st.text(max_size=8),
)
ADDRESSES = st.builds(
    lambda scheme, host, parts, query: f"{scheme}{host}/{'/'.join(parts)}" + (f"?{'&'.join(query)}" if query else ""),
    st.sampled_from(["https://", "http://www.", "//m.", ""]),
    st.sampled_from(HOSTS),
    st.lists(PIECES, max_size=4),
    st.lists(
        st.one_of(st.sampled_from(["v=12345678901", "id=123456", "utm_source=x", "next=/p/abcde"]), PIECES), max_size=3
    ),
)
HOSTILE = [
    "https://instagram.com/" + "a" * 100_000,
    "https://instagram.com" + "/a" * 50_000,
    "https://" + "a." * 50_000 + "com/p/x",
    "https://" + "a-" * 50_000,
    "https://facebook.com/p/" + "-1" * 1000,
    "https://facebook.com/groups" + "/posts" * 300,
    "https://instagram.com/?" + "u=&" * 600,
    "https://l.facebook.com/l.php?u=" + "%25" * 600,
    "https://kim.example.org/" + "%" * 2000,
    "&amp;" * 20_000,
    "&" + "amp;" * 20_000,
    "://" * 50_000,
    "a://b " * 20_000,
    "<iframe " * 20_000,
    '<iframe src="' * 10_000,
    "(" * 100_000,
    "https://a.com/(" + ")" * 100_000,
    "." * 100_000,
    "…" * 100_000,
    "\u200b" * 100_000,
    " " * 100_000,
    "é" * 100_000,
    "https://" + "é" * 250 + ".com",
]


@given(st.one_of(st.text(), ADDRESSES, st.sampled_from(NAUGHTY)))
def test_any_text_has_an_answer_and_its_canonical_form_is_the_same_link(text: str) -> None:
    """Reading never raises; a canonical form, read again, is itself and an equal link."""
    link = content_link(text)
    assert link.reason.id
    assert link.reason.en
    assert (link.canonical is None) or link.state is not LinkState.NO_LINK
    assert link.content_id is None or link.canonical is not None
    if link.canonical is not None:
        again = content_link(link.canonical)
        assert again == link
        assert again.canonical == link.canonical
        assert link.canonical.isprintable()


@given(
    st.sampled_from(URLS),
    st.sampled_from([*sorted(TRACKING), "utm_source", "UTM_Medium"]),
    st.text("aZ9_-", min_size=1),
)
def test_tracking_does_not_change_a_link(url: str, key: str, value: str) -> None:
    """Whatever a platform hangs on to tell how a link was shared."""
    joint = "&" if "?" in url else "?"
    head, _, fragment = url.partition("#")
    assert content_link(f"{head}{joint}{key}={value}#{fragment}") == content_link(url)


@pytest.mark.parametrize("url", [*URLS, "https://kim.example.org/berita?p=1", "https://kim.example.org"])
def test_scheme_www_mobile_host_and_last_slash_do_not_change_a_link(url: str) -> None:
    """Each alone, where the host may have it."""
    link = content_link(url)
    bare = url.partition("://")[2]
    same = [f"http://{bare}", f"HTTPS://{bare}", f" {url} ", f"<{url}>", f"{url}#isi".replace("#abc", "")]
    if "?" not in url and "#" not in url:
        same += [f"{url.rstrip('/')}/", f"{url}?"]
    for front in ("www.", "m.") if bare.startswith("www.") and "example" not in bare else ("www.",):
        same.append(f"https://{front}{bare.removeprefix('www.').removeprefix('m.')}")
    assert [text for text in same if content_link(text) != link] == []


@given(st.sampled_from(URLS), st.sampled_from(["evil.example", "co.id", "com.evil.example"]))
def test_a_host_that_goes_on_is_never_the_platform(url: str, more: str) -> None:
    """A platform's name in front of another domain is that domain's."""
    scheme, _, rest = url.partition("://")
    host, _, path = rest.partition("/")
    link = content_link(f"{scheme}://{host}.{more}/{path}")
    assert link.canonical
    assert said_site(link.canonical) == f"{host.removeprefix('www.')}.{more}"
    assert link.content_id is None


def said_site(canonical: str) -> str:
    """Return the host of an address."""
    return canonical.partition("://")[2].partition("/")[0]


@pytest.mark.parametrize("text", HOSTILE, ids=[f"{text[:24]!r}+{len(text)}" for text in HOSTILE])
def test_a_hostile_text_is_read_in_the_time_of_its_length(text: str) -> None:
    """No text of 100,000 characters takes longer than it takes to look at each of them a few hundred times."""
    start = time.process_time()
    content_link(text)
    assert time.process_time() - start < 1
