"""What a collection may spend is never passed by one, and what stopped it is said."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.errors import InvalidValue
from kimcore.metrics import Budget, Retries, Runner
from kimcore.ports import HttpCall, PairState, Transient
from tests.metrics.running.scripted import AT, Batches, Script, fault, made_request, question, states

CALL = HttpCall(url="https://api.made.example/", cost=Decimal("0.5"))


@pytest.mark.parametrize(("bound", "made"), [(0, 0), (1, 1), (2, 2), (3, 2)])
def test_so_many_calls_are_made(bound: int, made: int) -> None:
    """Of two calls, as many are made as the budget has; the pairs of the rest are skipped and say why."""
    script = Script()
    (found,) = Runner(transport=script, budget=Budget(requests=bound)).run([question()])
    assert (len(script.calls), found.calls) == (made, made)
    skipped = [o for o in found.outcomes if o.state is PairState.SKIPPED]
    assert len(skipped) == {0: 8, 1: 2, 2: 0}[made]
    assert all(o.reason and f"the budget of {bound} calls" in o.reason.en for o in skipped)


@pytest.mark.parametrize(("bound", "made"), [("0", 0), ("0.49", 0), ("0.5", 1), ("0.99", 1), ("1", 2), ("1.01", 2)])
def test_so_much_money_is_spent(bound: str, made: int) -> None:
    """A call is made only where its price is within what is left, to the cent."""
    script, budget = Script(), Budget(money=Decimal(bound))
    (found,) = Runner(transport=script, budget=budget).run([question(provider=Batches(cost=Decimal("0.5")))])
    assert len(script.calls) == made
    assert found.cost == budget.cost == Decimal("0.5") * made


@pytest.mark.parametrize(("elapsed", "made"), [(9.0, 2), (10.0, 1), (11.0, 1)])
def test_no_call_begins_when_the_time_is_over(elapsed: float, made: int) -> None:
    """The time begins with the first call; at its end, and after it, no other begins."""
    times = iter([0.0, elapsed, elapsed])
    script, budget = Script(), Budget(seconds=10, timer=lambda: next(times))
    list(Runner(transport=script, budget=budget).run([question()]))
    assert len(script.calls) == made


def test_without_a_budget_nothing_is_paid_for() -> None:
    """A runner without a budget makes free calls, and none that costs money."""
    free, paid = Script(), Script()
    list(Runner(transport=free).run([question(made_request(30))]))
    (found,) = Runner(transport=paid).run([question(provider=Batches(cost=Decimal("0.005")))])
    assert (len(free.calls), len(paid.calls)) == (10, 0)
    assert found.outcomes[0].reason
    assert "US$0.005" in found.outcomes[0].reason.en
    assert "US$0.005" in found.outcomes[0].reason.id


def test_a_dear_call_does_not_keep_a_free_one_from_being_made() -> None:
    """What is left of the money bounds calls that cost some; others are made."""
    budget = Budget(money=Decimal(0))
    assert budget.spend(CALL) is not None
    assert budget.spend(evolve(CALL, cost=Decimal(0))) is None


def test_each_try_is_counted_and_paid_for() -> None:
    """A call that is tried three times takes three calls of the budget, and three times its price."""
    answers = iter([fault(Transient), fault(Transient), fault(Transient)])
    script = Script(lambda _: next(answers))
    budget = Budget(requests=3, money=Decimal(9))
    runner = Runner(transport=script, budget=budget, clock=lambda: AT, sleep=lambda _: None)
    (found,) = runner.run([question(made_request(1), Batches(cost=Decimal(2)))])
    assert (found.calls, found.cost, budget.calls) == (3, Decimal(6), 3)
    assert states(found.outcomes) == {PairState.FAILED: 2}


def test_a_try_that_the_budget_forbids_leaves_the_call_failed() -> None:
    """Where the money ends between two tries, the pairs have failed for the reason of the first."""
    script = Script(lambda _: fault(Transient))
    runner = Runner(
        transport=script, budget=Budget(money=Decimal(3)), retries=Retries(), clock=lambda: AT, sleep=lambda _: None
    )
    (found,) = runner.run([question(made_request(1), Batches(cost=Decimal(2)))])
    assert len(script.calls) == 1
    assert {(o.state, o.reason and o.reason.en) for o in found.outcomes} == {(PairState.FAILED, "made up")}


@pytest.mark.parametrize("bound", [{"requests": -1}, {"money": Decimal("-0.01")}, {"seconds": -1.0}])
def test_a_bound_below_zero_is_refused(bound: dict[str, int]) -> None:
    """A budget of less than nothing is a mistake."""
    with pytest.raises(InvalidValue) as caught:
        Budget(**bound)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.field) == ("budget_bound", next(iter(bound)))


@pytest.mark.parametrize("cost", ["NaN", "Infinity"])
def test_a_price_that_is_no_number_is_beyond_any_bound(cost: str) -> None:
    """No call is made whose price is unknown, where money is bounded."""
    assert Budget(money=Decimal(10**9)).spend(evolve(CALL, cost=Decimal(cost))) is not None


@given(st.lists(st.decimals(-1, 5, places=2)), st.decimals(0, 20, places=2), st.integers(0, 9))
def test_the_bounds_hold(prices: list[Decimal], money: Decimal, requests: int) -> None:
    """Whatever calls come, neither bound is passed, and no price below zero gives money back."""
    budget = Budget(requests=requests, money=money)
    made = [p for p in prices if budget.spend(evolve(CALL, cost=p)) is None]
    assert len(made) == budget.calls <= requests
    assert sum((max(p, Decimal(0)) for p in made), Decimal(0)) == budget.cost <= money


def test_a_budget_shows_what_is_spent() -> None:
    """Its repr has bounds and spending."""
    budget = Budget(requests=2)
    budget.spend(CALL)
    assert repr(budget) == "Budget(requests=2, money=None, seconds=None; spent: calls=1, cost=0.5)"
