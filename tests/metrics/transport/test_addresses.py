"""Which numbers are of the public internet."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.metrics.addresses import checked, is_public, looked_up, system_addresses
from kimcore.ports import Permanent, Transient

PUBLIC = "8.8.8.8 93.184.216.34 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808 2002:808:808::1".split()
NOT_PUBLIC = (
    "10.0.0.1 127.0.0.1 169.254.169.254 192.168.1.1 172.31.255.255 100.64.0.1 0.0.0.0 240.0.0.1 224.0.0.1 "
    "255.255.255.255 192.0.2.1 198.18.0.1 ::1 :: fe80::1 fe80::1%eth0 fc00::1 fd00::1 ff02::1 2001:db8::1 "
    "::ffff:10.0.0.1 ::ffff:169.254.169.254 ::10.0.0.1 64:ff9b::a00:1 64:ff9b::7f00:1 2002:a00:1::1 2002:7f00:1:: "
    "2001:0:5ef5:79fb:0:0:f5ff:fffe 2001:0:4136:e378:8000:63bf:be9f:1d87 not-a-number 1.2.3 0x7f.1 2130706433"
).split()


@pytest.mark.parametrize("number", PUBLIC)
def test_a_public_number_is_public(number: str) -> None:
    """Also one that stands inside another."""
    assert is_public(number)


@pytest.mark.parametrize("number", NOT_PUBLIC)
def test_another_number_is_not(number: str) -> None:
    """Private, local, shared, reserved, documentation, many at once, one inside another, and what is no number."""
    assert not is_public(number)


@pytest.mark.parametrize(
    ("last_inside", "first_outside"),
    [
        ("10.255.255.255", "11.0.0.0"),
        ("172.31.255.255", "172.32.0.0"),
        ("127.255.255.255", "128.0.0.0"),
        ("169.254.255.255", "169.255.0.0"),
        ("100.127.255.255", "100.128.0.0"),
    ],
)
def test_the_edges_of_private_networks(last_inside: str, first_outside: str) -> None:
    """The last number of a network is private, the next is not."""
    assert (is_public(last_inside), is_public(first_outside)) == (False, True)


@given(st.ip_addresses(v=4))
def test_a_number_inside_another_is_what_counts(number: ipaddress.IPv4Address) -> None:
    """Mapped and translated, an IPv4 number is as public as it is by itself."""
    plain = is_public(str(number))
    assert is_public(f"::ffff:{number}") == plain
    assert is_public(str(ipaddress.IPv6Address(int(ipaddress.IPv6Address("64:ff9b::")) + int(number)))) == plain


def test_one_that_is_not_public_refuses_all() -> None:
    """A name with a public and a private address is refused, unless it may be private."""
    both = [("8.8.8.8", 443), ("10.0.0.1", 443)]
    with pytest.raises(Permanent, match="private_hosts"):
        checked("a.example", both, frozenset({"b.example"}))
    assert list(checked("a.example", both, frozenset({"a.example"}))) == both


def test_the_system_knows_this_machine() -> None:
    """A number is its own name; each address comes once."""
    assert system_addresses("127.0.0.1", 443) == (("127.0.0.1", 443),)


def test_what_is_not_known_is_transient() -> None:
    """No time, no address and an error are told alike, without the message of the system."""

    def broken(*_: object) -> list[tuple[str, int]]:
        raise OSError("canary")

    for resolve, seconds in ((system_addresses, -1.0), (lambda *_: [], 1.0), (broken, 1.0)):
        with pytest.raises(Transient) as caught:
            looked_up(resolve, "a.example", 443, seconds)
        assert "canary" not in str(caught.value)
