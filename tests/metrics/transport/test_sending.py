"""A call as it goes out: address, headers and body, checked before anything is sent."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.metrics import Credential, Secret
from kimcore.metrics.sending import Outgoing, outgoing, redirected
from kimcore.ports import HttpCall, Permanent, TokenPlace
from tests.metrics.transport.server import HOST

CALL = HttpCall(url=f"https://{HOST}/v1")
CREDENTIAL = Credential(token=Secret("made-up-token-55"))


def sent(call: HttpCall, *hosts: str) -> Outgoing:
    """Return a call as it goes out."""
    return outgoing(call, CREDENTIAL, frozenset(hosts or (HOST,)))


@pytest.mark.parametrize(
    ("url", "query", "target"),
    [
        (f"https://{HOST}", (), "/"),
        (f"https://{HOST}/", (("a", "b c"),), "/?a=b+c"),
        (f"https://{HOST}/x?y=1", (("a", "b"),), "/x?y=1&a=b"),
        (f"https://{HOST}/x?y=1", (), "/x?y=1"),
        (f"https://{HOST}/x#fragment", (("a", "b"),), "/x?a=b"),
        (f"https://{HOST}/é/%C3%A9/a:b@c", (), "/%C3%A9/%C3%A9/a:b@c"),
        (f"https://{HOST}/x", (("a[]", "ü&="), ("a[]", "")), "/x?a%5B%5D=%C3%BC%26%3D&a%5B%5D="),
        (f"https://{HOST.upper()}:443/x", (), "/x"),
    ],
)
def test_path_and_query_are_put_together(url: str, query: tuple[tuple[str, str], ...], target: str) -> None:
    """The query of a call stands behind that of its address; nothing is escaped twice."""
    found = sent(evolve(CALL, url=url, query=query))
    assert (found.host, found.port, found.target) == (HOST, 443, target)


def test_a_call_chooses_its_own_accept() -> None:
    """Defaults give way to what a call says, but not the headers that belong to the way."""
    call = evolve(
        CALL,
        headers=(
            ("accept", "text/plain"),
            ("HOST", "other.example"),
            ("accept-encoding", "br"),
            ("Content-length", "9"),
        ),
    )
    names = {name.lower(): value for name, value in sent(call).headers}
    assert names == {
        "accept": "text/plain",
        "user-agent": "kimcore",
        "accept-encoding": "gzip",
        "authorization": "Bearer made-up-token-55",
    }


@pytest.mark.parametrize("header", [("X-A", "b\r\nX-C: d"), ("X\nA", "b"), ("X-A", "é"), ("X-A", "b\x00")])
def test_a_header_that_cannot_be_sent_is_refused(header: tuple[str, str]) -> None:
    """No line can be put in by way of a value."""
    with pytest.raises(Permanent):
        sent(evolve(CALL, headers=(header,)))


@pytest.mark.parametrize("kind", ["", "application/json", "multipart/form-data"])
def test_a_token_in_the_body_needs_a_form(kind: str) -> None:
    """A token is not put into what is no form."""
    with pytest.raises(Permanent):
        sent(evolve(CALL, headers=(("Content-Type", kind),), token=TokenPlace(form_field="token")))


@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded; charset=utf-8"]
)
@pytest.mark.parametrize(("body", "found"), [(b"", b"t=made-up-token-55"), (b"a=b", b"a=b&t=made-up-token-55")])
def test_a_token_goes_into_a_form(kind: str, body: bytes, found: bytes) -> None:
    """Behind the other fields, whatever they are, and then in no header."""
    out = sent(evolve(CALL, headers=(("content-type", kind),), body=body, token=TokenPlace(form_field="t")))
    assert out.body == found
    assert "made-up-token-55" not in repr(out.headers)


def test_a_call_may_want_no_token() -> None:
    """A place without a header and without a field sends none."""
    out = sent(evolve(CALL, token=TokenPlace(header="")))
    assert "made-up-token-55" not in repr((out.headers, out.body, out.target))


def test_a_short_token_may_stand_in_an_address_by_chance() -> None:
    """Only a token of eight letters and more is looked for in addresses."""
    short = Credential(token=Secret("v1"))
    assert outgoing(CALL, short, frozenset({HOST})).target == "/v1"
    for token, is_sent in (("contents", False), ("content", True)):
        call = evolve(CALL, url=f"https://{HOST}/{token}")
        if is_sent:
            assert outgoing(call, Credential(token=Secret(token)), frozenset({HOST})).target == f"/{token}"
        else:
            with pytest.raises(Permanent):
                outgoing(call, Credential(token=Secret(token)), frozenset({HOST}))


ANY = st.text(st.characters(categories=("L", "N", "P", "S", "Z", "C")))


@given(ANY, ANY, st.lists(st.tuples(ANY, ANY), max_size=3))
def test_any_call_goes_out_in_ascii_or_not_at_all(path: str, location: str, query: list[tuple[str, str]]) -> None:
    """Whatever stands in an address or a redirect, what goes out is printable ASCII without blanks, to that host."""
    try:
        out = sent(evolve(CALL, url=f"https://{HOST}/{path}", query=tuple(query)))
        out = redirected(out, 302, location)
    except Permanent:
        return
    assert out.target.isascii()
    assert out.target.isprintable()
    assert " " not in out.target
    assert out.target.startswith("/")
    assert (out.host, out.port) == (HOST, 443)


@pytest.mark.parametrize(
    "location",
    [
        "https://other.example/",
        f"https://{HOST}:8443/",
        f"http://{HOST}/",
        f"//{HOST}:444/x",
        "//other.example",
        "https://[",
    ],
)
def test_a_redirect_elsewhere_is_refused(location: str) -> None:
    """Another host, another port, another scheme, and nonsense."""
    with pytest.raises(Permanent):
        redirected(sent(CALL), 302, location)


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("x", "/x"),
        ("/a?b=c", "/a?b=c"),
        (f"https://{HOST}:443", "/"),
        ("?n=2", "/v1?n=2"),
        (f"//{HOST.upper()}/é", "/%C3%A9"),
    ],
)
def test_a_redirect_at_the_same_host_changes_the_target(location: str, target: str) -> None:
    """Everything else stays, the token too."""
    before = sent(CALL)
    assert redirected(before, 301, location) == evolve(before, target=target)
