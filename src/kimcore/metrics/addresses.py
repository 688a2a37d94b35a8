"""Addresses: what a host name stands for in numbers, and which of those are public."""

import ipaddress
import socket
from collections.abc import Callable, Iterable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from kimcore.ports import Permanent, Transient

__all__ = ["Resolve", "checked", "is_public", "looked_up", "system_addresses"]

Resolve = Callable[[str, int], Sequence[tuple[str, int]]]
"""Gives the addresses of a host and port, each an IP number and a port, or raises OSError."""

NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")


def system_addresses(host: str, port: int) -> Sequence[tuple[str, int]]:
    """Return the addresses that the system knows for a host."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys((str(place[0]), int(place[1])) for *_, place in found))


def looked_up(resolve: Resolve, host: str, port: int, seconds: float) -> Sequence[tuple[str, int]]:
    """Return the addresses of a host; raise `Transient` where there are none within some seconds."""
    answers: SimpleQueue[Sequence[tuple[str, int]]] = SimpleQueue()
    Thread(target=look, args=(resolve, host, port, answers.put), daemon=True).start()
    try:
        found = answers.get(timeout=max(seconds, 0.0))
    except Empty:
        found = ()
    if not found:
        raise Transient(f"the name {host} is not known just now", f"nama {host} sedang tidak dikenal")
    return found


def look(resolve: Resolve, host: str, port: int, tell: Callable[[Sequence[tuple[str, int]]], None]) -> None:
    """Tell the addresses of a host, none where it has none."""
    try:
        tell(tuple(resolve(host, port)))
    except (OSError, ValueError):
        tell(())


def checked(host: str, found: Iterable[tuple[str, int]], private: frozenset[str]) -> Sequence[tuple[str, int]]:
    """Return addresses of a host; raise `Permanent` where one is not public and the host may not be private."""
    places = tuple(found)
    if host not in private and not all(is_public(number) for number, _ in places):
        raise Permanent(
            f"{host} leads to an address that is not public; name it in private_hosts if that is meant",
            f"{host} menunjuk alamat yang tidak publik; sebutkan dalam private_hosts bila memang demikian",
        )
    return places


def is_public(number: str) -> bool:
    """Tell whether an IP number is one of the public internet; one inside another is what counts."""
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour
        if found in NAT64:
            inner = ipaddress.IPv4Address(found.packed[-4:])
        if inner:
            return is_public(str(inner))
    return found.is_global and not (found.is_multicast or found.is_reserved)
