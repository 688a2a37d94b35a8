"""Laws of broken replies: what a reply that is no page is read as, and that no figure comes of it."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.ports import (
    AuthExpired,
    HttpReply,
    MetricOutcome,
    PairState,
    Permanent,
    PlatformFault,
    RateLimited,
    Transient,
)
from kimcore.testing.contracts.metrics_mutations import document_of, parts, replaced, twice, with_body
from kimcore.testing.contracts.metrics_stage import Stage
from kimcore.testing.contracts.metrics_walk import Step

__all__ = ["ReplyLaws"]

CANARY: Final = "canary-6b1f"
HTML: Final = b"<!doctype html><title>502</title><h1>Bad Gateway</h1>"
DEEP: Final = 100_000
BROKEN: Final[dict[str, bytes]] = {
    "empty": b"",
    "blank": b"  \n",
    "a page of a proxy": HTML,
    "null": b"null",
    "a number": b"7",
    "a text": b'"7"',
    "not UTF-8": b'{"data": "\xff\xfe"}',
    "deep lists": b"[" * DEEP,
    "deep objects": b'{"a":' * DEEP,
    "deep and closed": b'{"data":' + b"[" * DEEP + b"]" * DEEP + b"}",
    "NaN": b'{"data": NaN}',
}
"""Bodies that no platform means."""
ERRORS: Final[dict[str, Any]] = {
    "an error object": {"error": {"code": 500, "message": f"made up {CANARY}", "type": "MadeUp", "status": "X"}},
    "an error text": {"error": f"made up {CANARY}"},
    "an error with its code": {"error": "made_up", "error_description": CANARY},
}
"""Bodies that report an error, whatever the status."""
WAITS: Final = ("", "-1", "0", "1e9", "99999999999999999999", "\u0663", "soon", "Wed, 99 Foo 2026", "9" * 5000)
YEAR: Final = timedelta(days=366)
MOST_CUTS: Final = 1500


class ReplyLaws(Stage):
    """What a provider makes of a reply that is no page."""

    def test_no_status_but_success_gives_a_figure(self) -> None:
        """A reply of any status from 100 to 599 but 2xx gives no figure, also where its body is the right one."""
        for step in self.steps():
            for status in [*range(100, 200), *range(300, 600)]:
                page = self.read(step.call, evolve(step.reply, status=status))
                told = () if isinstance(page, PlatformFault) else page.outcomes
                assert [o for o in told if o.state is PairState.OBSERVED] == [], f"HTTP {status}"

    def test_a_success_without_a_body_gives_no_page(self) -> None:
        """A reply of any status of success that has no body is a fault."""
        for step in self.steps():
            for status in range(200, 300):
                assert isinstance(self.read(step.call, self.bare(step, status)), Transient | Permanent)

    def test_a_refused_token_is_auth_expired(self) -> None:
        """401 is `AuthExpired`, whatever its body: nothing more is asked with that token."""
        for step in self.steps():
            for reply in self.with_status(step, 401):
                assert type(self.read(step.call, reply)) is AuthExpired

    def test_too_many_calls_is_rate_limited(self) -> None:
        """429 is `RateLimited`, whatever its body, with the instant that `Retry-After` says in seconds or as a date."""
        for step in self.steps():
            at = step.reply.at.replace(microsecond=0)
            date = (at + timedelta(seconds=60)).strftime("%a, %d %b %Y %H:%M:%S GMT")
            for reply in self.with_status(step, 429):
                for said, wait in (("60", 60), (date, 60)):
                    limited = evolve(reply, at=at, headers=(*reply.headers, ("retry-after", said)))
                    fault = self.read(step.call, limited)
                    assert isinstance(fault, RateLimited)
                    assert fault.retry_at == at + timedelta(seconds=wait)

    def test_an_absurd_wait_is_not_believed(self) -> None:
        """429 with an absurd `Retry-After`, or none, is `RateLimited` with a sane instant or none."""
        for step in self.steps():
            at = step.reply.at
            for reply in self.with_status(step, 429):
                for headers in [(), *((("retry-after", said),) for said in WAITS)]:
                    fault = self.read(step.call, evolve(reply, headers=(*reply.headers, *headers)))
                    assert isinstance(fault, RateLimited)
                    assert fault.retry_at is None or at <= fault.retry_at <= at + YEAR

    def test_an_error_of_the_server_is_transient(self) -> None:
        """500, 502, 503 and 504 are `Transient` where the platform does not say otherwise."""
        for step in self.steps():
            for status in (500, 502, 503, 504):
                for reply in self.with_status(step, status):
                    assert type(self.read(step.call, reply)) is Transient

    def test_a_broken_body_is_a_fault(self) -> None:
        """A body that no platform means is `Transient` or `Permanent`: it never stops an account, nor is it a page."""
        for step in self.steps():
            for what, body in BROKEN.items():
                found = self.read(step.call, evolve(step.reply, body=body))
                assert isinstance(found, Transient | Permanent), what

    def test_a_body_cut_short_is_a_fault(self) -> None:
        """A reply that ends early, wherever, is `Transient` or `Permanent`."""
        for step in self.steps():
            length = len(step.reply.body.rstrip())
            for cut in range(0, length, length // MOST_CUTS + 1):
                found = self.read(step.call, evolve(step.reply, body=step.reply.body[:cut]))
                assert isinstance(found, Transient | Permanent), f"cut at {cut}"

    def test_a_success_that_reports_an_error_is_a_fault(self) -> None:
        """A reply with status 200 whose body reports an error is a fault, never a page without figures."""
        for step in self.steps():
            for what, document in ERRORS.items():
                assert isinstance(self.read(step.call, with_body(step.reply, document)), PlatformFault), what

    def test_a_name_that_stands_twice_gives_no_wrong_figure(self) -> None:
        """A count whose name stands twice, with two values, is not read as the second."""
        for step in self.steps():
            for done, reply in twice(step.reply):
                assert self.wrong(step.call, reply, self.staged().expected) == {}, done

    def test_a_page_labelled_otherwise_gives_no_wrong_figure(self) -> None:
        """A reply of another content type is a fault or the page that it is; a page of a proxy is always a fault."""
        for step in self.steps():
            for kind in ("text/html", "application/json", "image/png", "", "x", ";;;"):
                labelled = evolve(step.reply, headers=(("content-type", kind),))
                assert self.wrong(step.call, labelled, self.staged().expected) == {}
                assert isinstance(self.read(step.call, evolve(labelled, body=HTML)), Transient | Permanent)

    def test_a_reply_of_any_form_is_a_page_or_a_fault(self) -> None:
        """Whatever stands in the place of a part of a reply, `parse` raises nothing but faults and makes up no pair."""
        steps = [(s, document_of(s.reply)) for s in self.steps()]
        cases = [(step, found, path) for step, found in steps for path, _ in parts(found)]

        @settings(deadline=None, max_examples=self.examples * 5)
        @given(st.integers(0, len(cases) - 1), values())
        def every(case: int, value: Any) -> None:
            step, document, path = cases[case]
            page = self.read(step.call, with_body(step.reply, replaced(document, path, value)))
            for told in () if isinstance(page, PlatformFault) else page.outcomes:
                assert told.pair in step.open.pairs, f"where {path} is {value!r}"
                assert is_sane(told), f"where {path} is {value!r}"

        every()

    def test_the_platforms_own_errors_are_told_apart(self) -> None:
        """Each reply in `faults` of the scene is the fault that the scene says."""
        for step in self.steps():
            for reply, kind in self.staged().faults:
                assert type(self.read(step.call, reply)) is kind

    def test_a_fault_repeats_nothing(self) -> None:
        """A fault does not repeat what the platform wrote: its message may hold a token or a name."""
        for step in self.steps():
            for document in ERRORS.values():
                for status in (200, 400, 401, 403, 404, 429, 500):
                    fault = self.read(step.call, evolve(with_body(step.reply, document), status=status))
                    said = f"{fault!r} {fault} {getattr(fault, 'code_of', '')} {getattr(fault, 'args', '')}"
                    assert CANARY not in said

    def steps(self) -> list[Step]:
        """Return the steps of the scene that gave a page."""
        return [step for step in self.walked().steps if step.page is not None]

    def bare(self, step: Step, status: int) -> HttpReply:
        """Return a reply without a body."""
        return HttpReply(status=status, at=step.reply.at)

    def with_status(self, step: Step, status: int) -> Iterator[HttpReply]:
        """Yield replies of a status with bodies that say nothing."""
        yield self.bare(step, status)
        yield HttpReply(status=status, headers=(("content-type", "text/html"),), body=HTML, at=step.reply.at)
        yield HttpReply(status=status, headers=(("content-type", "application/json"),), body=b"{}", at=step.reply.at)


def is_sane(told: MetricOutcome) -> bool:
    """Tell whether an outcome has a value where it was observed and only there, and one that is a count."""
    if told.state is not PairState.OBSERVED:
        return told.value is None
    return type(told.value) is int and told.value >= 0


def values() -> st.SearchStrategy[Any]:
    """Return any JSON, with numbers that are none and texts that look like numbers."""
    leaves = (
        st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["1", "-1", "\u0663"])
    )
    return st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8)
