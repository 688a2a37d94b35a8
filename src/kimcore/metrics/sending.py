"""Sending: a call as it goes out: its address checked, its token in its place; still nothing is sent."""

from typing import Final
from urllib.parse import SplitResult, quote, unquote, unquote_plus, urlencode, urljoin, urlsplit

from attrs import evolve, field, frozen

from kimcore.metrics.questions import Question
from kimcore.metrics.secrets import Credential
from kimcore.ports import AuthExpired, HttpCall, Permanent
from kimcore.ports.http import Pairs, first

__all__ = ["Outgoing", "host_of", "hosts_of", "outgoing", "redirected"]

PATH: Final = "/%!$&'()*+,;=:@~"
QUERY: Final = PATH + "?"
DEFAULTS: Final[Pairs] = (("User-Agent", "kimcore"), ("Accept", "application/json"), ("Accept-Encoding", "gzip"))
FORM: Final = "application/x-www-form-urlencoded"
REFUSED: Final = ("Host", "Content-Length", "Transfer-Encoding", "Connection", "Accept-Encoding")
"""Headers that a call does not choose."""
TELLING: Final = 8
"""A shorter token may stand in an address by chance."""


@frozen(kw_only=True)
class Outgoing:
    """What goes out, over TLS only: to which host and port, with which target (path and query), headers and body."""

    method: str
    host: str
    port: int
    target: str = field(repr=False)
    headers: Pairs = field(repr=False)
    body: bytes = field(repr=False)


def outgoing(call: HttpCall, credential: Credential, hosts: frozenset[str]) -> Outgoing:
    """Return a call as it goes out.

    A host is allowed at port 443, or at another where it stands as `host:port`. Raises `Permanent` for an address that
    is not https, whose host is not allowed, or that holds the token; `AuthExpired` for a token that cannot be sent.
    """
    secret = sendable(credential.token.reveal())
    parts = address(call.url)
    host, port = allowed(parts, hosts)
    target = target_of(parts, written(call.query))
    if len(secret) >= TELLING and any(secret in form for form in (target, unquote(target), unquote_plus(target))):
        raise Permanent("the address holds the token", "alamatnya memuat token")
    return Outgoing(
        method=call.method,
        host=host,
        port=port,
        target=target,
        headers=headers(call, secret),
        body=body(call, secret),
    )


def redirected(sent: Outgoing, status: int, location: str) -> Outgoing:
    """Return where a redirect leads, at the same origin; raise `Permanent` for one that leads elsewhere."""
    here = f"https://{sent.host}:{sent.port}{sent.target}"
    try:
        parts = address(urljoin(here, location))
    except ValueError:
        parts = SplitResult("", "", "", "", "")
    if (parts.hostname, parts.port or 443) != (sent.host, sent.port):
        raise Permanent(
            f"{sent.host} redirects to another host, which is not followed",
            f"{sent.host} mengalihkan ke tempat lain; tidak diikuti",
        )
    if sent.method not in {"GET", "HEAD"} and status not in {307, 308}:
        raise Permanent(f"{sent.host} redirects a {sent.method}", f"{sent.host} mengalihkan {sent.method}")
    return evolve(sent, target=target_of(parts, ""))


def hosts_of(question: Question) -> frozenset[str]:
    """Return where a question may be asked: the hosts of its provider, and that of its service where it names one."""
    hosts = frozenset(host.lower() for host in question.provider.hosts)
    return hosts | {place(urlsplit(question.request.base))} if question.request.base else hosts


def host_of(url: str) -> str:
    """Return the host of an address, or an empty text."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def address(url: str) -> SplitResult:
    """Return the parts of an https address, or raise `Permanent`; it is not repeated."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        port, parts = None, SplitResult("", "", "", "", "")
    plain = url.isprintable() and not set(url) & set(" \\") and port != 0
    if not plain or parts.scheme != "https" or not parts.hostname or "@" in parts.netloc:
        raise Permanent("a call is made to an https address alone", "panggilan hanya ke alamat https")
    return parts


def place(parts: SplitResult) -> str:
    """Return a host, with its port where that is not 443."""
    host = parts.hostname or ""
    return host if parts.port in {None, 443} else f"{host}:{parts.port}"


def allowed(parts: SplitResult, hosts: frozenset[str]) -> tuple[str, int]:
    """Return host and port of an address, or raise `Permanent` where it is not allowed."""
    host = parts.hostname or ""
    if not host.isascii() or place(parts) not in hosts:
        en, id = f"{host} is no host of this provider", f"{host} bukan alamat penyedia ini"
        raise Permanent(en, id)
    return host, parts.port or 443


def target_of(parts: SplitResult, query: str) -> str:
    """Return path and query of an address, with more query behind it, in ASCII."""
    whole = "&".join(filter(None, (quote(parts.query, safe=QUERY), query)))
    path = quote(parts.path, safe=PATH) or "/"
    return f"{path}?{whole}" if whole else path


def written(query: Pairs) -> str:
    """Return a query as it is sent, or raise `Permanent` for half a letter, which cannot be."""
    if all(text.encode("utf-8", "replace").decode() == text for pair in query for text in pair):
        return urlencode(query)
    raise Permanent("the query cannot be sent", "kueri panggilan tidak dapat dikirim")


def sendable(secret: str) -> str:
    """Return a token, or raise `AuthExpired` for one that cannot be sent; it is not repeated."""
    if secret.isascii() and secret.isprintable() and secret == secret.strip():
        return secret
    raise AuthExpired(
        "the token holds what no token holds, such as a line break; copy it again",
        "token memuat yang tidak mungkin ada, misalnya ganti baris; salin kembali",
    )


def headers(call: HttpCall, secret: str) -> Pairs:
    """Return the headers of a call, with defaults and, where it wants it there, the token."""
    own = tuple((name, value) for name, value in call.headers if name.title() not in REFUSED)
    rest = tuple((name, value) for name, value in DEFAULTS if not first(own, name.lower()))
    if call.token.form_field or not call.token.header:
        return checked((*own, *rest))
    return (*checked((*own, *rest)), (call.token.header, call.token.prefix + secret))


def checked(pairs: Pairs) -> Pairs:
    """Return headers that can be sent, or raise `Permanent`."""
    if all(text.isascii() and text.isprintable() for pair in pairs for text in pair):
        return pairs
    raise Permanent("a header cannot be sent", "ada header yang tidak dapat dikirim")


def body(call: HttpCall, secret: str) -> bytes:
    """Return the body of a call, with the token in its form where it wants it there."""
    if not call.token.form_field:
        return call.body
    if first(call.headers, "content-type").partition(";")[0].strip().lower() != FORM:
        raise Permanent("a token in the body needs a form", "token di badan panggilan memerlukan formulir")
    return b"&".join(filter(None, (call.body, urlencode({call.token.form_field: secret}).encode())))
