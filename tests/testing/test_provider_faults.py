"""The fault server of the metric contract: it answers well, and misbehaves where it is told to, over real sockets."""

import gzip
import http.client
import json
import socket
from collections.abc import Iterator

import pytest

from kimcore.ports import HttpCall
from kimcore.testing.contracts.faults import FAULTS, Fate, Fault, of_scene
from kimcore.testing.contracts.faults_server import FaultServer
from kimcore.testing.contracts.faults_wire import Request, bomb
from tests.testing.planted_providers.platform import HOST, answer, board

TOKEN = "made-up-token-5f2c"
POST = {"X-Board-Key": TOKEN, "Content-Type": "application/json"}


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    """Give a server that answers as the made-up platform does."""
    with FaultServer({HOST}, answer, TOKEN) as running:
        yield running


def ask(
    server: FaultServer, path: str = "/account", body: bytes | None = None, most: int | None = None
) -> tuple[int, int, bytes]:
    """Ask the server, and return the status, the length promised, and the body or its beginning."""
    with socket.create_connection(server.address, 2) as plain:
        plain.settimeout(0.3)
        with server.client_context.wrap_socket(plain, server_hostname=HOST) as secured:
            connection = http.client.HTTPConnection(HOST)
            connection.sock = secured
            connection.request("GET" if body is None else "POST", path, body, POST)
            found = connection.getresponse()
            return found.status, int(found.headers.get("content-length", "0")), found.read(most)


def test_it_answers_as_the_scene_does(server: FaultServer) -> None:
    """Where it is not told to misbehave, the reply is the one of the scene, and the token was seen by nobody else."""
    server.misbehave(None)
    assert json.loads(ask(server)[2]) == {"followers": 4_321}
    status, _, body = ask(server, "/posts?ids=11%2C12&fields=likes%2Ccomments")
    assert (status, [post["id"] for post in json.loads(body)["posts"]]) == (200, ["11", "12"])
    assert json.loads(ask(server, "/list", b'{"after": "4"}')[2])["after"] is None
    assert [request.host for request in server.requests] == [HOST] * 3


def test_a_request_is_the_call_without_its_token() -> None:
    """The token is taken out of header and form, and the rest is as it was sent."""
    form = "application/x-www-form-urlencoded"
    head = f"POST /x?a=1&b= HTTP/1.1\r\nHost: {HOST}:443\r\nX-Key: {TOKEN}\r\nContent-Type: {form}"
    request = Request(head.encode(), f"id=7&key={TOKEN}&none=".encode())
    call = request.call(TOKEN)
    assert call == HttpCall(
        method="POST",
        url=f"https://{HOST}/x",
        query=(("a", "1"), ("b", "")),
        headers=(("Host", f"{HOST}:443"), ("Content-Type", form)),
        body=b"id=7&none=",
    )


def test_it_misbehaves_from_a_call_on_and_so_often(server: FaultServer) -> None:
    """A fault begins at the call that was named, and ends after its times, or never."""
    burst = named("500 in a burst")
    server.misbehave(burst.act, begin=1, times=2)
    assert [ask(server)[0] for _ in range(4)] == [200, 500, 500, 200]
    server.misbehave(burst.act, begin=2)
    assert [ask(server)[0] for _ in range(4)] == [200, 200, 500, 500]


@pytest.mark.parametrize("name", ["no answer", "a reset", "a body cut short", "a chunk cut short"])
def test_a_connection_is_broken(server: FaultServer, name: str) -> None:
    """What breaks a connection is an error of whoever reads, not a reply."""
    server.misbehave(named(name).act)
    with pytest.raises((OSError, http.client.HTTPException)):
        ask(server)


def test_a_drip_promises_much(server: FaultServer) -> None:
    """A drip comes byte by byte, each well before a reader loses patience."""
    server.misbehave(named("a slow drip").act)
    assert ask(server, most=3) == (200, 10**6, b"   ")


def test_the_small_body_unpacks_to_much() -> None:
    """A gzip bomb is hundreds of times smaller than what it unpacks to."""
    assert len(bomb()) * 200 < 64_000_000
    assert len(gzip.decompress(bomb(10_000_000))) > 9_900_000


@pytest.mark.parametrize("name", ["NaN", "names that stand twice", "a deep document", "a page of a proxy"])
def test_a_body_is_no_page(server: FaultServer, name: str) -> None:
    """What is sent with status 200 is another body than the scene's."""
    server.misbehave(named(name).act)
    assert ask(server)[::2] != (200, b'{"followers": 4321}')


def test_pages_come_again(server: FaultServer) -> None:
    """The page before comes once more; a page without end is always the first."""
    pages = ("/account", "/posts?ids=11&fields=likes%2Ccomments")
    for name in ("the page before", "a page without end"):
        fault = named(name)
        server.misbehave(fault.act, begin=0 if fault.times is None else 1, times=fault.times)
        first, second = (ask(server, path)[2] for path in pages)
        assert first == second


def test_faults_have_names_of_their_own() -> None:
    """No two faults are called alike, and each fate is met."""
    every = [*FAULTS, *of_scene(board().faults)]
    assert len({fault.name for fault in every}) == len(every)
    assert {fault.fate for fault in every} == set(Fate)


def named(name: str) -> Fault:
    """Return the fault of a name."""
    return next(fault for fault in FAULTS if fault.name == name)
