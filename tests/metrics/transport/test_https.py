"""Calls over real sockets: to checked addresses alone, within bounds, and every way of failing is a fault."""

import asyncio
import gzip
import socket
import ssl
import struct
import time
import tracemalloc
import zlib
from collections.abc import Awaitable, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import UTC, datetime
from functools import cache
from typing import Any

import httpcore2
import pytest
from attrs import evolve

from kimcore.errors import InvalidValue
from kimcore.metrics import AsyncHttpTransport, Credential, HttpTransport, Limits, Secret, wire
from kimcore.ports import HttpCall, HttpReply, Permanent, PlatformFault, TokenPlace, Transient
from tests.metrics.transport.server import HOST, Connection, Server, trusting

TOKEN = "made-up-token-55"
CALL = HttpCall(url=f"https://{HOST}/v1/contents", query=(("ids", "a,b"), ("q", "é &=")))
AT = datetime(2026, 11, 24, 5, tzinfo=UTC)
BRIEF = Limits(seconds=0.3, size=100_000)

Send = Callable[..., list[HttpReply]]


def settings_of(server: Server, **settings: Any) -> dict[str, Any]:
    """Return settings with which a transport reaches a server under the name of a platform."""
    usual = {"resolve": server.resolve, "private_hosts": {HOST}, "ssl_context": trusting(), "clock": lambda: AT}
    return usual | settings


def send_plain(server: Server, *calls: HttpCall, hosts: Iterable[str] = (HOST,), **settings: Any) -> list[HttpReply]:
    """Make calls one after another."""
    credential = Credential(token=Secret(TOKEN))
    with HttpTransport(**settings_of(server, **settings)) as transport:
        return [transport.send(call, credential, frozenset(hosts)) for call in calls or (CALL,)]


def send_async(server: Server, *calls: HttpCall, hosts: Iterable[str] = (HOST,), **settings: Any) -> list[HttpReply]:
    """Make calls one after another on an event loop."""
    credential = Credential(token=Secret(TOKEN))

    async def all_calls() -> list[HttpReply]:
        async with AsyncHttpTransport(**settings_of(server, **settings)) as transport:
            return [await transport.send(call, credential, frozenset(hosts)) for call in calls or (CALL,)]

    return asyncio.run(all_calls())


@pytest.fixture(params=[send_plain, send_async], ids=["sync", "async"])
def send(request: pytest.FixtureRequest) -> Send:
    """Give a function that makes calls, with either transport."""
    made: Send = request.param
    return made


def failed(send: Send, act: Callable[[Connection, bytes], object], **settings: Any) -> PlatformFault:
    """Return the fault that a call raises where the server does something."""
    with Server(act) as server, pytest.raises(PlatformFault) as caught:
        send(server, **settings)
    shown = f"{caught.value!r} {caught.value} {caught.value.id} {vars(caught.value)}"
    assert not any(secret in shown for secret in (TOKEN, "ids", "a,b", "v1"))
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    return caught.value


def headers_of(request: bytes) -> dict[str, str]:
    """Return the headers of a request, names in small letters."""
    lines = request.partition(b"\r\n\r\n")[0].decode().split("\r\n")[1:]
    return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


def test_a_call_goes_out_as_it_was_planned(send: Send) -> None:
    """Method, path, query, host and token arrive; status, headers, body and instant come back."""
    with Server(lambda c, _: c.reply(b'{"a": 1}', "X-Made: Yes", status=404)) as server:
        (reply,) = send(server)
    (request,) = server.requests
    assert request.startswith(b"GET /v1/contents?ids=a%2Cb&q=%C3%A9+%26%3D HTTP/1.1\r\n")
    found = headers_of(request)
    assert (found["host"], found["authorization"]) == (HOST, f"Bearer {TOKEN}")
    assert (found["accept-encoding"], found["user-agent"]) == ("gzip", "kimcore")
    assert (reply.status, reply.header("x-made"), reply.body, reply.at) == (404, "Yes", b'{"a": 1}', AT)
    assert server.seen == [HOST]


def test_a_token_stands_where_the_call_wants_it(send: Send) -> None:
    """In a header of its own name without a prefix, or in the form of the body beside other fields."""
    key = evolve(CALL, token=TokenPlace(header="X-Made-Key", prefix=""))
    form = evolve(
        CALL,
        method="POST",
        headers=(("Content-Type", "application/x-www-form-urlencoded"),),
        body=b"module=API",
        token=TokenPlace(form_field="token_auth"),
    )
    with Server(lambda c, _: c.reply()) as server:
        send(server, key, form)
    first, second = server.requests
    assert headers_of(first)["x-made-key"] == TOKEN
    assert "authorization" not in headers_of(first) | headers_of(second)
    assert second.endswith(f"\r\n\r\nmodule=API&token_auth={TOKEN}".encode())


def test_a_body_arrives_whole(send: Send) -> None:
    """A JSON body is sent with its length."""
    call = evolve(
        CALL, method="POST", headers=(("Content-Type", "application/json"),), body=b'{"x": "' + b"y" * 99_000 + b'"}'
    )
    with Server(lambda c, _: c.reply()) as server:
        send(server, call)
    assert server.requests[0].endswith(call.body)


def test_a_connection_is_kept_for_the_next_call(send: Send) -> None:
    """Five calls to one host take one connection."""
    with Server(lambda c, _: c.reply()) as server:
        send(server, *[CALL] * 5)
    assert (len(server.requests), server.connections) == (5, 1)


def test_threads_share_a_transport() -> None:
    """Calls from several threads at once all come back, each with its own reply."""

    def act(connection: Connection, request: bytes) -> None:
        connection.reply(request.split(b" ")[1])

    with Server(act) as server, HttpTransport(**settings_of(server)) as transport, ThreadPoolExecutor(8) as pool:
        calls = [evolve(CALL, query=(("n", str(n)),)) for n in range(40)]
        credential = Credential(token=Secret(TOKEN))
        replies = list(pool.map(lambda call: transport.send(call, credential, frozenset({HOST})), calls))
    assert [r.body.decode() for r in replies] == [f"/v1/contents?n={n}" for n in range(40)]


@pytest.mark.parametrize(
    "url",
    [
        "http://api.made.example/",
        "https://other.example/",
        "https://api.made.example.other.example/",
        "https://api.made.example:8443/",
        "https://user@api.made.example/",
        "https://api.made.example@other.example/",
        "https://api.made.example./",
        "https://xapi.made.example/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://api.made.example:0/",
        "https://api.made.example:x/",
        "https://api.made.example\\@other.example/",
        "https://api.made.example/\r\nX: y",
        "https://api.made.éxample/",
        "https:///x",
        "//api.made.example/",
        "ftp://api.made.example/",
        "file:///etc/passwd",
        "",
    ],
)
def test_no_other_address_is_called(send: Send, url: str) -> None:
    """Only https at the hosts of the provider, at the usual port; nothing is even looked up."""
    looked: list[str] = []

    def resolve(host: str, _: int) -> list[tuple[str, int]]:
        looked.append(host)
        return []

    with Server(lambda c, _: c.reply()) as server, pytest.raises(Permanent):
        send(server, evolve(CALL, url=url), resolve=resolve)
    assert (looked, server.connections) == ([], 0)


def test_a_service_at_a_port_of_its_own(send: Send) -> None:
    """A host that is allowed with its port is called there, and only there."""
    call = evolve(CALL, url=f"https://{HOST}:8443/x", query=())
    with Server(lambda c, _: c.reply()) as server:
        send(server, call, hosts=[f"{HOST}:8443"])
        with pytest.raises(Permanent):
            send(server, CALL, hosts=[f"{HOST}:8443"])
    assert headers_of(server.requests[0])["host"] == f"{HOST}:8443"


@pytest.mark.parametrize(
    "number",
    "10.0.0.1 127.0.0.1 169.254.169.254 192.168.1.1 172.16.0.1 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255 ::1 :: "
    "::ffff:10.0.0.1 ::ffff:127.0.0.1 fe80::1%eth0 fc00::1 64:ff9b::a00:1 2002:a00:1::1 ff02::1 ::10.0.0.1".split(),
)
def test_a_name_that_leads_inside_is_refused(send: Send, number: str) -> None:
    """An address that is not public is not connected to, also beside one that is; its remedy is said."""
    with Server(lambda c, _: c.reply()) as server:
        for found in ([(number, 443)], [("93.184.216.34", 443), (number, 443)]):
            with pytest.raises(Permanent, match="private_hosts"):
                send(server, private_hosts=(), resolve=lambda *_, found=found: found)
    assert server.connections == 0


def test_the_very_address_that_was_checked_is_connected_to(send: Send) -> None:
    """A name is looked up once for a connection, so that no second answer can lead elsewhere."""
    with Server(lambda c, _: c.reply()) as server:
        answers = iter([[server.place]])
        (reply,) = send(server, resolve=lambda *_: next(answers))
    assert reply.status == 200


def test_the_next_address_is_tried(send: Send) -> None:
    """Where the first address of a host does not answer, the second does."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        place = closed.getsockname()
    with Server(lambda c, _: c.reply()) as server:
        (reply,) = send(server, resolve=lambda *_: [place, server.place])
    assert reply.status == 200


@pytest.mark.parametrize("answer", [[], None, UnicodeError])
def test_a_name_that_is_not_known_may_be_tomorrow(send: Send, answer: Any) -> None:
    """Without an address the fault is transient."""

    def resolve(*_: object) -> list[tuple[str, int]]:
        if isinstance(answer, list):
            return answer
        raise answer or socket.gaierror("canary")

    assert isinstance(failed(send, lambda *_: None, resolve=resolve), Transient)


def test_a_name_service_that_hangs_ends_with_the_call(send: Send) -> None:
    """Looking up counts in the time of the call."""
    with Server(lambda c, _: c.reply()) as server:

        def resolve(*_: object) -> list[tuple[str, int]]:
            server.ended.wait(5)
            return []

        began = time.monotonic()
        with pytest.raises(Transient):
            send(server, resolve=resolve, limits=BRIEF)
        assert time.monotonic() - began < 2
        server.ended.set()


def reset(connection: Connection, _: bytes) -> bool:
    """Break the connection off."""
    connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    return False


def drip(connection: Connection, piece: bytes, first: bytes) -> bool:
    """Send a little at a time, without an end."""
    connection.send(first)
    while not connection.wait(0.02):
        connection.send(piece)
    return False


def chunked(*pieces: bytes) -> Callable[[Connection, bytes], bool]:
    """Return an act that sends a head for chunks, and what comes behind it, and ends."""

    def act(connection: Connection, _: bytes) -> bool:
        connection.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", *pieces)
        return False

    return act


def plainly(raw: bytes) -> Callable[[Connection, bytes], bool]:
    """Return an act that sends some bytes, and ends."""

    def act(connection: Connection, _: bytes) -> bool:
        connection.send(raw)
        return False

    return act


@cache
def bomb() -> bytes:
    """Return a small body that unpacks to 300 million blanks."""
    packer, blanks = zlib.compressobj(9, zlib.DEFLATED, 31), b" " * 1_000_000
    first, block = (packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + block * 299


LENGTH = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"
PACKED = gzip.compress(b"x" * 1_000)
TRANSIENT: dict[str, Callable[[Connection, bytes], object]] = {
    "no reply": lambda *_: False,
    "a reset": reset,
    "silence": lambda c, _: c.wait(3) and False,
    "a slow drip of the body": lambda c, _: drip(c, b" ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"),
    "a slow drip of chunks": lambda c, _: drip(
        c, b"1\r\n \r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    ),
    "a slow drip of headers": lambda c, _: drip(c, b"X: y\r\n", b"HTTP/1.1 200 OK\r\n"),
    "a slow drip of one header": lambda c, _: drip(c, b"x", b"HTTP/1.1 200 OK\r\nX: "),
    "patience without an end": lambda c, _: drip(c, b"HTTP/1.1 100 Continue\r\n\r\n", b""),
    "half of a body": plainly(LENGTH + b"12345"),
    "half of a chunk": chunked(b"a\r\n12345"),
    "no last chunk": chunked(b"5\r\n12345\r\n"),
    "half of the headers": plainly(b"HTTP/1.1 200 OK\r\nX-Made: "),
    "no HTTP": plainly(b"\x00\x01SSH-2.0 nonsense\r\n\r\n"),
    "a status that is none": plainly(b"HTTP/1.1 9999 OK\r\n\r\n"),
    "endless headers": plainly(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"y" * 300_000),
    "two lengths": plainly(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
    "half of a packed body": plainly(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PACKED[:20]),
    "what does not unpack": lambda c, _: c.reply(b"no gzip at all", "Content-Encoding: gzip"),
}
PERMANENT: dict[str, Callable[[Connection, bytes], object]] = {
    "a length beyond the bound": plainly(b"HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n"),
    "a body beyond the bound": plainly(b"HTTP/1.1 200 OK\r\n\r\n" + b" " * 100_001),
    "a packing that was not asked for": lambda c, _: c.reply(b"x", "Content-Encoding: br"),
    "two packings": lambda c, _: c.reply(b"x", "Content-Encoding: gzip, gzip"),
    "two packings in two lines": lambda c, _: c.reply(b"x", "Content-Encoding: gzip", "Content-Encoding: br"),
    "a bomb": lambda c, _: c.reply(bomb(), "Content-Encoding: gzip"),
    "a redirect to another host": lambda c, _: c.reply(b"", "Location: https://other.example/", status=302),
    "a redirect without TLS": lambda c, _: c.reply(b"", f"Location: http://{HOST}/", status=302),
    "a redirect to another port": lambda c, _: c.reply(b"", f"Location: https://{HOST}:8443/", status=307),
    "a redirect inside": lambda c, _: c.reply(b"", "Location: https://169.254.169.254/latest/", status=301),
    "a redirect to a file": lambda c, _: c.reply(b"", "Location: file:///etc/passwd", status=302),
    "a redirect with a login": lambda c, _: c.reply(b"", f"Location: https://a@{HOST}/", status=302),
    "a redirect to nonsense": lambda c, _: c.reply(b"", "Location: https://[", status=302),
    "a redirect in a loop": lambda c, _: c.reply(b"", "Location: /v1/contents", status=302),
}


@pytest.mark.parametrize("name", TRANSIENT)
def test_what_may_pass_is_transient(send: Send, name: str) -> None:
    """A broken way is a transient fault, in the time of the call, and repeats nothing of it."""
    began = time.monotonic()
    assert type(failed(send, TRANSIENT[name], limits=BRIEF)) is Transient
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("name", PERMANENT)
def test_what_stays_is_permanent(send: Send, name: str) -> None:
    """What another try would meet again is a permanent fault."""
    assert type(failed(send, PERMANENT[name], limits=evolve(BRIEF, seconds=5))) is Permanent


@pytest.mark.parametrize(("size", "is_read"), [(99_999, True), (100_000, True), (100_001, False)])
@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_a_body_is_taken_in_up_to_the_bound(send: Send, size: int, is_read: bool, encoding: str) -> None:
    """The last byte within the bound is read, the first beyond it is not, packed or plain."""
    body = b"x" * size
    headers = ["Content-Encoding: gzip"] if encoding else []
    with Server(lambda c, _: c.reply(gzip.compress(body) if encoding else body, *headers)) as server:
        if is_read:
            assert send(server, limits=Limits(size=100_000))[0].body == body
        else:
            with pytest.raises(Permanent, match="larger than 100000 bytes"):
                send(server, limits=Limits(size=100_000))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(("hops", "is_read"), [(1, True), (3, True), (4, False)])
def test_a_redirect_at_the_same_host_is_followed(send: Send, status: int, hops: int, is_read: bool) -> None:
    """Up to three times, with its token, by an address of any form."""

    def act(connection: Connection, request: bytes) -> None:
        number = len(server.requests)
        location = f"/hop{number}?q=%2F&é" if number % 2 else f"https://{HOST.upper()}:443/hop{number}"
        if number <= hops:
            connection.reply(b"", f"Location: {location}", status=status)
        else:
            connection.reply(request.split(b" ")[1])

    with Server(act) as server:
        if is_read:
            (reply,) = send(server)
            assert reply.body == (b"/hop1?q=%2F&%C3%A9" if hops == 1 else b"/hop3?q=%2F&%C3%A9")
            assert all(headers_of(r)["authorization"] == f"Bearer {TOKEN}" for r in server.requests)
        else:
            with pytest.raises(Permanent, match="without an end"):
                send(server)
    assert len(server.requests) == min(hops, 3) + 1


@pytest.mark.parametrize(("status", "is_followed"), [(302, False), (303, False), (307, True), (308, True)])
def test_a_post_is_sent_again_or_not_at_all(send: Send, status: int, is_followed: bool) -> None:
    """A redirect that would make another call of it is not followed."""
    call = evolve(CALL, method="POST", headers=(("Content-Type", "application/json"),), body=b"{}")

    def act(connection: Connection, request: bytes) -> None:
        if len(server.requests) == 1:
            connection.reply(b"", "Location: /again", status=status)
        else:
            connection.reply(request.split(b" ")[0])

    with Server(act) as server:
        if is_followed:
            assert send(server, call)[0].body == b"POST"
        else:
            with pytest.raises(Permanent):
                send(server, call)


def test_a_redirect_without_an_address_is_a_reply(send: Send) -> None:
    """304 and 302 without a location are for the provider to read."""
    with Server(lambda c, _: c.reply(b"", status=302)) as server:
        assert send(server)[0].status == 302


def test_a_certificate_of_another_name_is_refused(send: Send) -> None:
    """The fault is permanent and asks whether someone listens."""
    with Server(lambda c, _: c.reply(), ["other.example"]) as server, pytest.raises(Permanent, match="certificate"):
        send(server)
    assert server.requests == []


def test_a_certificate_of_an_unknown_authority_is_refused(send: Send) -> None:
    """The authorities of the system do not know the one of this test."""
    with Server(lambda c, _: c.reply()) as server, pytest.raises(Permanent, match="certificate"):
        send(server, ssl_context=None)
    assert server.requests == []


def test_a_server_without_tls_is_not_talked_to(send: Send) -> None:
    """No byte of the call goes out unencrypted."""
    with Server(lambda c, _: c.reply(), is_plain=True) as server, pytest.raises(Transient):
        send(server, limits=BRIEF)
    assert not any(TOKEN.encode() in request for request in server.requests)


@pytest.mark.parametrize("make", [HttpTransport, AsyncHttpTransport])
def test_a_lax_context_is_refused(make: Callable[..., object]) -> None:
    """A context that does not check certificates or names is a mistake."""
    lax, nameless = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    lax.check_hostname = nameless.check_hostname = False
    lax.verify_mode = ssl.CERT_NONE
    for context in (lax, nameless):
        with pytest.raises(InvalidValue) as caught:
            make(ssl_context=context)
        assert caught.value.code == "tls_context"


def test_the_environment_names_no_proxy(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    """Calls go to the host itself, whatever the environment says."""
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with Server(lambda c, _: c.reply()) as server:
        assert send(server)[0].status == 200


def test_a_packed_body_in_parts_is_unpacked(send: Send) -> None:
    """Two members, sent byte by byte, become one body."""
    packed = gzip.compress(b"first ") + gzip.compress(b"second")

    def act(connection: Connection, _: bytes) -> bool:
        connection.send(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
        connection.send(*(packed[n : n + 1] for n in range(len(packed))))
        return False

    with Server(act) as server:
        assert send(server)[0].body == b"first second"


def test_cookies_are_not_kept(send: Send) -> None:
    """What one reply sets does not go out with the next call."""
    with Server(lambda c, _: c.reply(b"{}", "Set-Cookie: a=b")) as server:
        send(server, CALL, CALL)
    assert not any(b"cookie" in request.lower() for request in server.requests)


def test_a_bomb_takes_little_memory() -> None:
    """Of a body that would unpack to much, no more than the bound is held."""
    with Server(lambda c, _: c.reply(bomb(), "Content-Encoding: gzip")) as server:
        tracemalloc.start()
        try:
            with pytest.raises(Permanent):
                send_plain(server)
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert len(bomb()) < 400_000
    assert peak < 20_000_000


def test_a_call_that_is_given_up_leaves_nothing_open() -> None:
    """A task that is cancelled in the middle of a handshake or of a reply closes its connection."""

    async def given_up(server: Server) -> None:
        async with AsyncHttpTransport(**settings_of(server)) as transport:
            credential = Credential(token=Secret(TOKEN))
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(transport.send(CALL, credential, frozenset({HOST})), 0.1)
            assert transport.pool.connections == []

    with Server(lambda c, _: c.wait(3) and False, is_plain=True) as server:
        asyncio.run(given_up(server))
    with Server(TRANSIENT["a slow drip of the body"]) as server:
        asyncio.run(given_up(server))


def test_a_call_whose_time_ends_before_the_handshake_leaves_nothing_open() -> None:
    """A connection that was made in the last moment is closed, not left to the collector of garbage."""
    with Server(lambda c, _: c.reply()) as server:
        late = copy_context()
        late.run(wire.DEADLINE.set, time.monotonic() + 60)
        stream = late.run(wire.CheckedBackend(server.resolve, frozenset({HOST})).connect_tcp, HOST, 443)
        late.run(wire.DEADLINE.set, time.monotonic() - 1)
        with pytest.raises(httpcore2.ReadTimeout):
            late.run(stream.start_tls, trusting(), HOST)
        assert stream.get_extra_info("socket").fileno() == -1


def test_more_calls_than_connections_wait_in_their_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every connection is taken, a call ends with its time too."""
    monkeypatch.setattr("kimcore.metrics.https.CONNECTIONS", 1)
    with (
        Server(lambda c, _: c.wait(3) and False) as server,
        HttpTransport(**settings_of(server, limits=BRIEF)) as transport,
        ThreadPoolExecutor(3) as pool,
    ):
        credential = Credential(token=Secret(TOKEN))
        calls = [pool.submit(transport.send, CALL, credential, frozenset({HOST})) for _ in range(3)]
        assert [type(call.exception()) for call in calls] == [Transient] * 3


def test_calls_at_once_on_a_loop() -> None:
    """Many calls at once all come back; the time bound is each call's own."""

    async def together() -> list[HttpReply]:
        async with AsyncHttpTransport(**settings_of(server)) as transport:
            credential = Credential(token=Secret(TOKEN))
            calls: list[Awaitable[HttpReply]] = [transport.send(CALL, credential, frozenset({HOST})) for _ in range(30)]
            return list(await asyncio.gather(*calls))

    with Server(lambda c, _: c.reply()) as server:
        assert [r.status for r in asyncio.run(together())] == [200] * 30
