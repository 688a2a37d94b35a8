"""A call is tried again where that may help, as often and as long as is sane, and never in a test's own time."""

from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.metrics import Collected, Retries, Runner
from kimcore.metrics.retries import Pause
from kimcore.ports import (
    AuthExpired,
    HttpCall,
    HttpReply,
    PairState,
    Permanent,
    PlatformFault,
    QuotaExhausted,
    RateLimited,
    Transient,
)
from tests.metrics.running.scripted import AT, Made, Script, fault, made_request, question, states


def at(seconds: float) -> dict[str, object]:
    """Return the instant, so many seconds from now, as a fault takes it."""
    return {"retry_at": AT + timedelta(seconds=seconds)}


def then_well(*replies: HttpReply) -> Callable[[HttpCall], HttpReply]:
    """Return an action that gives some replies first, and then what the platform gives."""
    left = iter(replies)
    return lambda call: next(left, None) or Made()(call)


def run(script: Script, retries: Retries | None = None, lasts: float = 0.0) -> tuple[Collected, list[float]]:
    """Ask for one content where each try lasts some seconds; return what came of it, and what was waited."""
    waits: list[float] = []
    runner = Runner(
        transport=script,
        retries=retries or Retries(draw=lambda: 1.0),
        clock=lambda: AT,
        sleep=waits.append,
        timer=lambda: len(script.calls) * lasts + sum(waits),
    )
    (found,) = runner.run([question(made_request(1))])
    return found, waits


@pytest.mark.parametrize(("faults", "observed", "calls"), [(3, 2, 4), (4, 2, 5), (5, 0, 5)])
def test_a_call_is_tried_five_times(faults: int, observed: int, calls: int) -> None:
    """The fifth try is the last, and what it brings counts."""
    found, waits = run(Script(then_well(*[fault(Transient)] * faults)))
    assert (found.calls, len(waits)) == (calls, calls - 1)
    assert states(found.outcomes)[PairState.OBSERVED] == observed


def test_waits_double_up_to_the_longest() -> None:
    """Without chance, the waits are the upper ends of full jitter."""
    retries = Retries(attempts=9, seconds=1_000, draw=lambda: 1.0)
    found, waits = run(Script(lambda _: fault(Transient)), retries)
    assert waits == [1, 2, 4, 8, 16, 20, 20, 20]
    assert states(found.outcomes) == {PairState.FAILED: 2}


@given(st.floats(0, 1), st.integers(1, 4))
def test_a_wait_is_a_random_part(drawn: float, attempt: int) -> None:
    """Full jitter: anything from nothing to the upper end."""
    pause = Retries(draw=lambda: drawn).pause(Transient("x"), attempt, 0.0, AT)
    assert pause == Pause(drawn * 2 ** (attempt - 1))


@pytest.mark.parametrize(("asked", "waited"), [(0, 1.0), (1, 1.0), (59, 59.0), (60, 60.0), (61, None), (10**6, None)])
def test_what_the_platform_asks_for_is_honoured_and_capped(asked: float, waited: float | None) -> None:
    """A longer wait than our own is kept; one beyond the time of a call ends it at once, not sooner than asked."""
    found, waits = run(Script(then_well(fault(Transient, asked))))
    assert waits == ([] if waited is None else [waited])
    assert states(found.outcomes) == {PairState.FAILED if waited is None else PairState.OBSERVED: 2}


@pytest.mark.parametrize(("lasts", "calls"), [(14.0, 4), (14.5, 4), (19.0, 3), (29.0, 2), (58.9, 2), (59.1, 1)])
def test_a_call_takes_sixty_seconds_in_all(lasts: float, calls: int) -> None:
    """Slow tries and waits together end a call; a wait that would pass the end is not begun."""
    found, waits = run(Script(lambda _: fault(Transient)), lasts=lasts)
    assert found.calls == calls
    assert (calls - 1) * lasts + sum(waits) <= 60


@pytest.mark.parametrize("kind", [Permanent, AuthExpired, RateLimited, QuotaExhausted])
def test_nothing_else_is_tried_again(kind: type[PlatformFault]) -> None:
    """A refusal is final; a limit is not waited for unless that is wished."""
    found, waits = run(Script(lambda _: fault(kind, 1)))
    assert (found.calls, waits) == (1, [])


@pytest.mark.parametrize("kind", [RateLimited, QuotaExhausted])
@pytest.mark.parametrize(("asked", "waited"), [(0, [1.0]), (9, [9.0]), (10, [10.0]), (11, []), (None, [])])
def test_a_limit_is_waited_for_within_patience(
    kind: type[PlatformFault], asked: float | None, waited: list[float]
) -> None:
    """With ten seconds of patience a limit that ends by then is waited for; another, or one without an end, stops."""
    found, waits = run(Script(then_well(fault(kind, asked))), Retries(patience=10))
    assert waits == waited
    assert (found.fault is None) == bool(waited)


def test_patience_is_for_a_call_in_all() -> None:
    """A limit that comes back is waited for only as long as patience lasts."""
    found, waits = run(Script(lambda _: fault(RateLimited, 4)), Retries(patience=10))
    assert waits == [4, 4]
    assert isinstance(found.fault, RateLimited)


@pytest.mark.parametrize("wait", [-5.0, -0.001])
def test_an_instant_that_is_past_is_no_negative_wait(wait: float) -> None:
    """A clock that runs ahead of the platform's makes no wait below our own."""
    assert Retries(draw=lambda: 0.5).pause(Transient("x", **at(wait)), 1, 0.0, AT) == Pause(0.5)  # type: ignore[arg-type]


@given(
    st.lists(st.sampled_from([0.0, 0.3, 1.0]), min_size=5, max_size=5),
    st.lists(st.floats(0, 80) | st.none(), max_size=9),
)
def test_waits_keep_their_bounds(draws: Iterable[float], asked: list[float | None]) -> None:
    """Whatever the platform asks and chance gives, five tries and sixty seconds hold."""
    chances = iter(draws)
    _, waits = run(Script(then_well(*(fault(Transient, s) for s in asked))), Retries(draw=lambda: next(chances)))
    assert len(waits) <= 4
    assert sum(waits) <= 60
