"""What a link is: every form of public addresses, and all that officers paste around one."""

import csv
from typing import Any

import pytest

from kimcore.links import ContentLink, LinkKind, LinkState, content_link
from kimcore.media import ContentKind, Platform
from kimcore.terms import Term
from tests.repository.tree import ROOT

ROWS = list(csv.DictReader((ROOT / "tests" / "data" / "content_links.csv").read_text("utf-8").splitlines()))
VIDEO = "https://www.youtube.com/watch?v=CsmdDsKjzN8"
POST = "https://www.instagram.com/p/9o6LshA7zy/"


def said(link: ContentLink) -> dict[str, Any]:
    """Return a link as a row of the data."""
    return {
        "platform": link.platform.code if isinstance(link.platform, Term) else link.platform,
        "kind": link.kind.code if link.kind else None,
        "account": link.account or "",
        "content_id": link.content_id or "",
        "needs_resolving": str(int(link.needs_resolving)),
    }


@pytest.mark.clause("V.B.log.link", "V.B.social")
@pytest.mark.parametrize("row", ROWS, ids=[row["url"] for row in ROWS])
def test_a_public_address_is_read_as_it_is_known_to_be(row: dict[str, str]) -> None:
    """Platform, kind, account, content id, and whether it needs resolving."""
    link = content_link(row["url"])
    assert said(link) == {key: row[key] for key in said(link)}
    assert (link.kind is LinkKind.OTHER) == (link.state is LinkState.UNKNOWN_FORM)


@pytest.mark.parametrize(
    ("text", "platform", "kind", "account", "content_id"),
    [
        ("https://youtu.be/CsmdDsKjzN8?si=x", "youtube", "video", "", "CsmdDsKjzN8"),
        ("https://www.youtube.com/shorts/CsmdDsKjzN8", "youtube", "video", "", "CsmdDsKjzN8"),
        ("https://www.youtube.com/watch?v=CsmdDsKjzN8&list=PL0123456789ab", "youtube", "video", "", "CsmdDsKjzN8"),
        ("https://www.youtube.com/watch?v=CsmdDsKjzN8&v=AAAAAAAAAAA", "youtube", "video", "", "CsmdDsKjzN8"),
        ("https://www.youtube.com/playlist?list=PL0123456789ab", "youtube", "playlist", "", "PL0123456789ab"),
        ("https://www.youtube.com/embed/videoseries?list=PL0123456789ab", "youtube", "playlist", "", "PL0123456789ab"),
        ("https://www.youtube.com/embed/videoseries", "youtube", "other", "", ""),
        ("https://www.youtube.com/@KimAnyelir/videos", "youtube", "channel", "KimAnyelir", ""),
        ("https://www.youtube.com/@KimAnyelir/live", "youtube", "live", "KimAnyelir", ""),
        ("https://www.youtube.com/watch?v=CsmdDsKjzN", "youtube", "other", "", ""),
        ("https://www.instagram.com/tv/9o6LshA7zy/", "instagram", "video", "", "9o6LshA7zy"),
        ("https://www.instagram.com/kim.anyelir/reel/9o6LshA7zy/", "instagram", "reel", "kim.anyelir", "9o6LshA7zy"),
        ("https://www.instagram.com/kim.anyelir/p/9o6LshA7zy/", "instagram", "post", "kim.anyelir", "9o6LshA7zy"),
        ("https://www.instagram.com/share/reel/BAabc_1-x", "instagram", "short", "", "BAabc_1-x"),
        ("https://www.instagram.com/explore/", "instagram", "other", "", ""),
        ("https://www.instagram.com/", "instagram", "other", "", ""),
        ("https://mbasic.facebook.com/story.php?story_fbid=12345&id=67890", "facebook", "post", "67890", "12345"),
        ("https://id-id.facebook.com/kim.anyelir/posts/12345", "facebook", "post", "kim.anyelir", "12345"),
        ("https://web.facebook.com/reel/12345", "facebook", "reel", "", "12345"),
        ("https://www.facebook.com/share/v/1AbCd/", "facebook", "short", "", "1AbCd"),
        ("https://fb.watch/a1_B-2/", "facebook", "short", "", "a1_B-2"),
        (
            "https://www.facebook.com/groups/kimanyelir/?multi_permalinks=123",
            "facebook",
            "group_post",
            "kimanyelir",
            "123",
        ),
        ("https://www.facebook.com/p/KIM-Anyelir-100000000000001/", "facebook", "profile", "100000000000001", ""),
        ("https://www.facebook.com/kim.anyelir", "facebook", "profile", "kim.anyelir", ""),
        ("https://developers.facebook.com/docs", "facebook", "other", "", ""),
        ("https://vt.tiktok.com/ZS1abcDEF/", "tiktok", "short", "", "ZS1abcDEF"),
        ("https://m.tiktok.com/v/6748451240264420610.html", "tiktok", "video", "", "6748451240264420610"),
        ("https://www.tiktok.com/@kim.anyelir/live", "tiktok", "live", "kim.anyelir", ""),
        ("https://mobile.twitter.com/kimanyelir/status/123", "twitter", "post", "kimanyelir", "123"),
        ("https://x.com/home", "twitter", "other", "", ""),
        ("https://t.me/s/kimanyelir/12", "telegram", "post", "kimanyelir", "12"),
        ("https://www.whatsapp.com/channel/0029VaNYEtR6/15", "whatsapp", "post", "0029VaNYEtR6", "15"),
        ("https://wa.me/620000000000", "whatsapp", "other", "", ""),
        ("https://kim.example.org/berita/1", "website", "page", "", ""),
        ("http://103.28.12.5/berita", "website", "page", "", ""),
    ],
)
def test_other_forms_of_address(text: str, platform: str, kind: str, account: str, content_id: str) -> None:
    """Made-up addresses in the forms that platforms give out; what names no content and no account is said so."""
    found = said(content_link(text))
    assert (found["platform"], found["kind"], found["account"], found["content_id"]) == (
        platform,
        kind,
        account,
        content_id,
    )


@pytest.mark.parametrize(
    "pasted",
    [
        "www.youtube.com/watch?v=CsmdDsKjzN8",
        "youtube.com/watch?v=CsmdDsKjzN8",
        "//youtube.com/watch?v=CsmdDsKjzN8",
        "http://m.youtube.com/watch?v=CsmdDsKjzN8",
        "HTTPS://WWW.YOUTUBE.COM/watch?v=CsmdDsKjzN8",
        "https://www.youtube.com:443/watch?v=CsmdDsKjzN8",
        "https://www.youtube.com./watch?v=CsmdDsKjzN8",
        "https://www.youtube.com/watch/?v=CsmdDsKjzN8#t=10",
        "https://www.youtube.com/watch?app=desktop&amp;amp;v=CsmdDsKjzN8&feature=share",
        "https://www.youtube.com/watch?v=%43smdDsKjzN8",
        "https://ｙｏｕｔｕｂｅ.com/watch?v=CsmdDsKjzN8",
        "https://%79outube.com/watch?v=CsmdDsKjzN8",
        " \u200bhttps://youtu.be/CsmdDsKjzN8\u00a0\r\n",
        "<https://youtu.be/CsmdDsKjzN8>",
        "(https://youtu.be/CsmdDsKjzN8).",
        "*https://youtu.be/CsmdDsKjzN8*",
        "“https://youtu.be/CsmdDsKjzN8”,",
        "Tonton di sini: https://youtu.be/CsmdDsKjzN8, terima kasih",
        "https://youtu.be/CsmdDsKjzN8 https://youtu.be/CsmdDsKjzN8",
        "https://www.youtube-nocookie.com/embed/CsmdDsKjzN8?start=3",
        "https://www.youtube.com/redirect?q=https%3A%2F%2Fyoutu.be%2FCsmdDsKjzN8",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fyoutu.be%2FCsmdDsKjzN8%3Ffbclid%3Dx&h=y",
        '<iframe width="560" src="https://www.youtube.com/embed/CsmdDsKjzN8?si=x" title="made up"></iframe>',
    ],
)
def test_what_is_pasted_around_an_address_does_not_change_it(pasted: str) -> None:
    """Scheme, mobile host, case of the host, port, blanks, quotes, stops, tracking, markup, and pages that pass on."""
    link = content_link(pasted)
    assert link == content_link(VIDEO)
    assert (link.state, link.canonical) == (LinkState.RECOGNISED, VIDEO)


@pytest.mark.clause("V.B.log.link")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.instagram.com/reel/9o6LshA7zy/", POST),
        ("https://www.instagram.com/kim.anyelir/p/9o6LshA7zy/?igsh=x", POST),
        ("https://www.instagram.com/accounts/login/?next=/p/9o6LshA7zy/", POST),
        ("https://www.youtube.com/live/CsmdDsKjzN8", VIDEO),
        ("https://twitter.com/kimanyelir/status/123?s=20", "https://x.com/i/status/123"),
        ("https://www.tiktok.com/@kim/video/1234567890", "https://www.tiktok.com/embed/v2/1234567890"),
        ("https://www.facebook.com/kim/videos/judul/12345", "https://fb.com/watch/?v=12345"),
        ("https://www.facebook.com/profile.php?id=67890", "https://m.facebook.com/67890"),
        ("https://www.facebook.com/permalink.php?story_fbid=123&id=67890", "https://facebook.com/67890/posts/123"),
        ("https://www.facebook.com/KIM.Anyelir", "https://facebook.com/kim.anyelir/"),
        ("https://kimanyelir.blogspot.com/2026/01/a.html?m=1", "http://kimanyelir.blogspot.com/2026/01/a.html"),
        ("http://www.kim.example.org/a%2Db/?utm_source=wa", "https://kim.example.org/a-b"),
        ("https://kim.example.org/x/../a b".replace(" ", "%20"), "https://kim.example.org/a%20b/#isi"),
    ],
)
def test_links_to_one_content_are_equal(one: str, other: str) -> None:
    """Duplicates are found by equality, and have one canonical form."""
    assert content_link(one) == content_link(other)
    assert hash(content_link(one)) == hash(content_link(other))
    assert content_link(one).canonical == content_link(other).canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.instagram.com/p/9o6LshA7zy/", "https://www.instagram.com/p/9o6lshA7zy/"),
        ("https://t.me/satu_kim/12", "https://t.me/dua_kim/12"),
        ("https://www.facebook.com/groups/1/posts/12345", "https://www.facebook.com/groups/2/posts/12345"),
        ("https://kim.example.org/?p=1", "https://kim.example.org/?p=2"),
        ("https://kim.example.org/A", "https://kim.example.org/a"),
        ("https://kim.example.org/a%2Fb", "https://kim.example.org/a/b"),
        ("https://kim.example.org:8080/a", "https://kim.example.org/a"),
        ("https://s.id/anyelir", "https://bit.ly/anyelir"),
    ],
)
def test_links_to_two_contents_differ(one: str, other: str) -> None:
    """Case of ids and paths counts, and so does what an id is counted within."""
    assert content_link(one) != content_link(other)


@pytest.mark.parametrize(
    ("text", "state", "reason"),
    [
        ("", "no_link", "empty"),
        (" \n", "no_link", "empty"),
        ("belum ada", "no_link", "words"),
        ("tidak", "no_link", "words"),
        ("3.5", "no_link", "words"),
        ("-", "no_link", "words"),
        ("https://youtu.be/CsmdDsKjzN8 https://youtu.be/AAAAAAAAAAA", "no_link", "more than one"),
        ("https://kim.example.org/" + "a" * 2048, "no_link", "too long"),
        ("kim-anyelir.example", "unknown_form", "not clear"),
        ("S.Pd", "unknown_form", "not clear"),
        ("https://www.youtube.com/watch?v=CsmdDsKjzN8...", "unknown_form", "cut off"),
        ("https://www.youtube.com/watch?v=CsmdD…", "unknown_form", "cut off"),
        ("https://www.facebook.com/ads/library", "unknown_form", "Facebook"),
        ("https://s.id/anyelir", "needs_resolving", "s.id"),
    ],
)
def test_a_state_has_its_reason_in_both_languages(text: str, state: str, reason: str) -> None:
    """What is not recognised is not guessed, and the reason says what to do or why."""
    link = content_link(text)
    assert link.state.code == state
    assert reason in link.reason.en
    assert link.reason.id not in {"", link.reason.en}


@pytest.mark.parametrize(("length", "state"), [(2047, "recognised"), (2048, "recognised"), (2049, "no_link")])
def test_an_address_has_at_most_2048_characters(length: int, state: str) -> None:
    """The bound itself is still an address."""
    head = "https://kim.example.org/"
    assert content_link(head + "a" * (length - len(head))).state.code == state


def test_the_format_is_told_where_the_kind_tells_it() -> None:
    """A reel is a video, a photo a photo; a post may be any."""
    assert content_link("https://www.instagram.com/reel/9o6LshA7zy/").format is ContentKind.VIDEO
    assert content_link("https://www.facebook.com/photo/?fbid=12345").format is ContentKind.PHOTO
    assert content_link(POST).format is content_link("belum").format is None


def test_an_account_is_no_content() -> None:
    """A profile or a short link proves no content; a post and a page of a website do."""
    assert content_link(POST).is_content
    assert content_link("https://kim.example.org/berita").is_content
    assert not content_link("https://www.instagram.com/kim.anyelir").is_content
    assert not content_link("https://vm.tiktok.com/ZTR45GpSF/").is_content


def test_personal_data_is_not_in_the_repr() -> None:
    """An account or an address does not reach a log through `repr()`."""
    link = content_link("https://www.instagram.com/kim.anyelir/p/9o6LshA7zy/")
    assert link.platform is Platform.INSTAGRAM
    assert "anyelir" not in repr(link)
    assert "9o6LshA7zy" not in repr(link)
