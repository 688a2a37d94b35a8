"""Short links: which may be asked where they lead, and how the answer is read."""

import pytest

from kimcore.errors import NotAllowed
from kimcore.links import SHORT_LINK_HOSTS, LinkState, content_link, request_address, resolved_link
from tests.links.test_reading import ROWS

SHORT = content_link("http://vm.tiktok.com/ZTR45GpSF/?_t=1")
VIDEO = "https://www.tiktok.com/@kim.anyelir/video/7106798200794926362?_r=1"


@pytest.mark.clause("V.B.log.link")
def test_a_short_link_is_asked_over_https_on_a_listed_host() -> None:
    """Whatever was pasted; the hosts are a list that can be read."""
    assert request_address(SHORT) == "https://vm.tiktok.com/ZTR45GpSF"
    short = [link for row in ROWS if (link := content_link(row["url"])).needs_resolving]
    assert len(short) == 4
    for link in [*short, content_link("s.id/anyelir"), content_link("https://fb.watch/abc/")]:
        scheme, _, rest = request_address(link).partition("://")
        assert scheme == "https"
        assert rest.partition("/")[0] in SHORT_LINK_HOSTS


@pytest.mark.parametrize("text", [VIDEO, "http://127.0.0.1/", "https://t.me/", "belum", "https://kim.example.org/a"])
def test_nothing_but_a_short_link_is_asked(text: str) -> None:
    """No website, no private host and no known content is ever asked."""
    link = content_link(text)
    for refuse in (lambda: request_address(link), lambda: resolved_link(link, VIDEO)):
        with pytest.raises(NotAllowed) as caught:
            refuse()
        assert (caught.value.code, caught.value.clause) == ("link_not_short", "V.B.log.link")


@pytest.mark.parametrize(
    ("pasted", "target"),
    [
        ("https://vm.tiktok.com/ZTR45GpSF/", VIDEO),
        ("https://www.tiktok.com/t/ZTRC5xgJp/", "/@kim.anyelir/video/7106798200794926362"),
        ("https://www.facebook.com/share/v/16TFvMfZXX/", "https://www.facebook.com/reel/1195289147628387/?rdid=x"),
        ("https://www.facebook.com/share/v/16TFvMfZXX/", "/login/?next=https%3A%2F%2Fwww.facebook.com%2Freel%2F12345"),
        ("https://bit.ly/anyelir", "https://youtu.be/CsmdDsKjzN8"),
    ],
)
def test_a_target_on_a_platform_is_the_content(pasted: str, target: str) -> None:
    """A whole address, a path, or a page for logging in that names the content."""
    link = resolved_link(content_link(pasted), target)
    assert link.state is LinkState.RECOGNISED
    assert link.is_content


def test_a_short_link_behind_a_short_link_needs_another_request() -> None:
    """Nobody asked for the second."""
    assert resolved_link(content_link("https://s.id/anyelir"), "https://vm.tiktok.com/ZTR45GpSF/") == SHORT


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://169.254.169.254/latest/meta-data", "inside a network"),
        ("http://localhost:8000/", "inside a network"),
        ("https://tiktok.com@evil.example/@a/video/12345", "user name"),
        ("https://tiktok.com.evil.example/@a/video/12345", "not on the list: tiktok.com.evil.example"),
        ("//evil.example/@a/video/12345", "not on the list: evil.example"),
        ("javascript:alert(1)", "no web address"),
        ("https://www.tiktok.com/", "no content that is known"),
        ("", "no content that is known"),
    ],
)
def test_a_target_that_is_not_allowed_leaves_the_short_link(target: str, reason: str) -> None:
    """It stays to be resolved, with the reason in both languages."""
    link = resolved_link(SHORT, target)
    assert link == SHORT
    assert reason in link.reason.en
    assert link.reason.id != link.reason.en


def test_a_website_is_taken_where_the_office_allows_its_host() -> None:
    """A host is allowed whole: neither a longer nor a shorter name."""
    short, target = content_link("https://s.id/anyelir"), "https://www.kim.example.org/berita/1"
    assert resolved_link(short, target, also=["kim.example.org"]) == content_link(target)
    for host in ("example.org", "a.kim.example.org"):
        assert resolved_link(short, target, also=[host]).needs_resolving
