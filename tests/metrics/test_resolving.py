"""A short link is asked of its own service alone, step by step, and comes back with a reason where it leads nowhere."""

from datetime import UTC, datetime

import pytest
from attrs import field, frozen

from kimcore.links import SHORT_LINK_HOSTS, content_link
from kimcore.metrics import Credential, resolved
from kimcore.ports import HttpCall, HttpReply, Transient

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)
SHORT = "https://vm.tiktok.com/ZMade1234/"
VIDEO = "https://www.tiktok.com/@kim_made/video/7106000000000000001"


@frozen
class Services:
    """Short-link services: where each address leads."""

    leads: dict[str, str]
    calls: list[HttpCall] = field(factory=list)

    def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
        """Say where an address leads; one that is not known has an error of its own."""
        assert hosts == SHORT_LINK_HOSTS
        assert (call.method, call.token.header, call.token.form_field, credential.token.reveal()) == (
            "HEAD",
            "",
            "",
            "",
        )
        self.calls.append(call)
        target = self.leads.get(call.url.rstrip("/"))
        if target is None:
            raise Transient("made up", "buatan")
        headers = (("location", target),) if target else ()
        return HttpReply(status=302 if target else 200, headers=headers, at=NOON)


def test_a_short_link_leads_to_its_content() -> None:
    """What the address then says is taken: platform, account, content."""
    services = Services({SHORT.rstrip("/"): VIDEO})
    assert resolved(content_link(SHORT), services) == content_link(VIDEO)
    assert len(services.calls) == 1


def test_any_other_link_is_asked_of_nobody() -> None:
    """A content, a website and a text that is no link come back as they are."""
    services = Services({})
    for text in (VIDEO, "https://example.org/berita", "belum ada"):
        assert resolved(content_link(text), services) == content_link(text)
    assert services.calls == []


def test_a_short_link_behind_a_short_link_is_asked_in_turn() -> None:
    """Up to five steps."""
    chain = [f"https://s.id/made{n}" for n in range(6)]
    leads = dict(zip(chain, [*chain[1:], VIDEO], strict=True))
    services = Services(leads)
    assert resolved(content_link(chain[1]), services) == content_link(VIDEO)
    assert len(services.calls) == 5
    found = resolved(content_link(chain[0]), Services(leads))
    assert found.needs_resolving


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("", "does not say where it leads"),
        ("http://169.254.169.254/latest/meta-data", "leads"),
        ("https://evil.example/login", "leads"),
        (SHORT, "short"),
    ],
)
def test_one_that_leads_nowhere_comes_back_with_the_reason(target: str, why: str) -> None:
    """It is asked once, and still needs resolving."""
    services = Services({SHORT.rstrip("/"): target})
    found = resolved(content_link(SHORT), services)
    assert found.needs_resolving
    assert why in found.reason.en
    assert len(services.calls) == 1


def test_a_service_that_does_not_answer_is_told() -> None:
    """The reason says that, not that the link is wrong."""
    found = resolved(content_link(SHORT), Services({}))
    assert found.needs_resolving
    assert found.reason.en == "its service does not answer: made up"
