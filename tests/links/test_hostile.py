"""Addresses that only look like a platform's, or hide where they lead, are never read as the platform's."""

import pytest

from kimcore.links import LinkState, content_link
from kimcore.media import Platform

PATH = "/p/9o6LshA7zy/"
ASTRAY = [
    "https://instagram.com.evil.example{path}",
    "https://www.instagram.com.evil.example{path}",
    "https://evil-instagram.com{path}",
    "https://instagram.co{path}",
    "https://instagram.com-p.evil.example{path}",
    "https://evil.example/instagram.com{path}",
    "https://evil.example/https://www.instagram.com{path}",
    "https://evil.example?https://www.instagram.com{path}",
    "https://evil.example#https://www.instagram.com{path}",
    "https://evil.example#@instagram.com{path}",
    "https://ınstagram.com{path}",
    "https://instаgram.com{path}",
    "https://xn--instgram-6fg.com{path}",
    "https://www.instagram.com:8443{path}",
]
REFUSED = [
    "https://instagram.com@evil.example{path}",
    "https://instagram.com:x@evil.example{path}",
    "https://evil.example@instagram.com{path}",
    "https://instagram.com%40evil.example{path}",
    "https://evil.example%2F.instagram.com{path}",
    "https://evil.example\\.instagram.com{path}",
    "https://instagram.com\\@evil.example{path}",
    "https://evil.example／.instagram.com{path}",
    "https://insta\u200dgram.com{path}",
    "https://insta%E2%80%8Dgram.com{path}",
    "https://insta\u00adgram.com{path}",
    "https://\u202emoc.margatsni{path}",
    "https://instagram..com{path}",
    "https://-instagram.com{path}",
    "https://instagram.com:99999999{path}",
    "https://instagram.com:٨٠{path}",
    "https:///instagram.com{path}",
    "https:/instagram.com{path}",
    "javascript:alert(1)//instagram.com{path}",
    "JavaScript://instagram.com/%0aalert(1)",
    "data:text/html,instagram.com{path}",
    "file:///instagram.com{path}",
    "ftp://instagram.com{path}",
    "intent://instagram.com{path}#Intent;end",
    "mailto:kim@instagram.com",
    "tel:0800",
    "https://instagram.com/p/\x00",
    "https://instagram.com/p/9o6LshA7zy\ud800",
]
PRIVATE = [
    "localhost",
    "localhost:8000",
    "kantor",
    "kim.local",
    "kim.internal",
    "kim.lan",
    "1.0.0.127.in-addr.arpa",
    "127.0.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "255.255.255.255",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "127.0.0.1.",
    "１２７.0.0.1",
    "%31%32%37.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[fe80::1%25eth0]",
]


@pytest.mark.parametrize("shape", ASTRAY)
def test_what_looks_like_a_platform_is_a_website(shape: str) -> None:
    """A host that only holds or resembles the name of a platform is another site."""
    link = content_link(shape.format(path=PATH))
    assert (link.state, link.platform, link.content_id) == (LinkState.RECOGNISED, Platform.WEBSITE, None)


@pytest.mark.parametrize("shape", REFUSED)
def test_what_hides_where_it_leads_is_no_link(shape: str) -> None:
    """User names, foreign schemes, signs that no host holds, and what cannot be seen."""
    link = content_link(shape.replace("{path}", PATH))
    assert (link.state, link.platform, link.canonical) == (LinkState.NO_LINK, None, None)


@pytest.mark.parametrize("host", PRIVATE)
def test_a_host_inside_a_network_is_no_link(host: str) -> None:
    """Names and numbers that nobody outside can open, in every spelling that a browser takes."""
    for text in (f"http://{host}/berita", f"https://l.facebook.com/l.php?u=http%3A%2F%2F{host}%2F"):
        link = content_link(text)
        assert (link.state, link.platform, link.canonical) == (LinkState.NO_LINK, None, None), text


def test_an_address_in_an_address_is_followed_to_a_depth() -> None:
    """A page that passes on to itself again and again ends as an unknown form."""
    text = "https://youtu.be/CsmdDsKjzN8"
    states = []
    for _ in range(5):
        text = "https://l.facebook.com/l.php?u=" + text.replace("%", "%25").replace("&", "%26")
        states.append(content_link(text).state.code)
    assert states == ["recognised"] * 3 + ["unknown_form"] * 2
