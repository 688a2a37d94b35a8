"""Laws of the way: the provider asked over real sockets, of a platform that misbehaves at each call in turn."""

import traceback
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pytest

from kimcore.ports import HttpCall, PairState, PlatformFault
from kimcore.testing.contracts.faults import FAULTS, Fate, Fault, of_scene
from kimcore.testing.contracts.metrics_asked import TOKEN, Asked, Asker, hosts_of, platform
from kimcore.testing.contracts.metrics_stage import Stage, differing

__all__ = ["SocketLaws"]

MOST_CALLS: Final = 12
"""Calls of a scene at which faults are tried; the scenes of a contract are small."""


def of(fate: Fate) -> pytest.MarkDecorator:
    """Return the mark that runs a test for each fault of a fate."""
    found = [pytest.param(fault, id=fault.name) for fault in FAULTS if fault.fate is fate]
    return pytest.mark.parametrize("fault", found)


class SocketLaws(Stage):
    """What becomes of a request over real sockets, with TLS, where a call is answered badly."""

    @pytest.fixture(scope="class")
    @classmethod
    def asker(cls) -> Iterator[Asker]:
        """Give what asks the platform of the scene."""
        with platform(cls.made(), cls.staged()) as running:
            yield running

    def test_all_comes_out_over_sockets(self, asker: Asker) -> None:
        """Where all is well, each pair comes out over sockets as in memory, and the fault of the result is none."""
        asked = asker.ask()
        found, expected = (
            {o.pair: told(o.state, o.value) for o in asked.collected.outcomes},
            dict(self.staged().expected),
        )
        assert found == expected, differing(found, expected)
        assert asked.collected.fault is None
        self.check(asker, asked)

    @of(Fate.MENDED)
    def test_a_fault_that_passes_leaves_nothing(self, asker: Asker, fault: Fault) -> None:
        """A fault that is gone at another try, whichever call it meets, changes nothing of what comes out."""
        for begin in range(self.count(asker)):
            asker.server.misbehave(fault.act, begin, fault.times)
            asked = asker.ask(fault.patience)
            self.check(asker, asked)
            found = {o.pair: told(o.state, o.value) for o in asked.collected.outcomes}
            expected = dict(self.staged().expected)
            assert found == expected, f"at call {begin}: {differing(found, expected)}"

    @of(Fate.STOPS)
    def test_a_fault_of_the_token_stops(self, asker: Asker, fault: Fault) -> None:
        """A dead token or a limit, whichever call it meets, ends the request: no call follows, the rest is skipped."""
        self.try_at_each_call(asker, fault)

    @of(Fate.LASTS)
    def test_a_fault_that_lasts_gives_no_wrong_figure(self, asker: Asker, fault: Fault) -> None:
        """A fault that stays, whichever call it meets, leaves what was read before, and makes nothing up."""
        self.try_at_each_call(asker, fault)

    def test_the_platforms_own_faults_over_sockets(self, asker: Asker) -> None:
        """Each reply in `faults` of the scene, whichever call it meets, keeps the laws of its kind."""
        for fault in of_scene(self.staged().faults):
            self.try_at_each_call(asker, fault)

    def try_at_each_call(self, asker: Asker, fault: Fault) -> None:
        """Let a fault meet each call in turn, and check what came of the request."""
        for begin in range(self.count(asker)):
            if not fault.repeats or self.may_repeat(begin):
                asker.server.misbehave(fault.act, begin, fault.times)
                asked = asker.ask(fault.patience)
                self.check(asker, asked, begin)
                self.check_states(asked, fault, begin)
                if fault.fate is Fate.STOPS:
                    assert type(asked.collected.fault) is fault.kind, f"at call {begin}"
                    assert len(asker.server.requests) == begin + 1, "more was asked after the stop"

    def check_states(self, asked: Asked, fault: Fault, begin: int) -> None:
        """Check that a pair which was not read has failed or was skipped: a fault does not say that it is gone."""
        fair = {PairState.FAILED, PairState.SKIPPED, *fault.may_mean}
        found = {o.pair: told(o.state, o.value) for o in asked.collected.outcomes if o.state not in fair}
        expected = {pair: self.staged().expected[pair] for pair in found}
        assert found == expected, f"at call {begin}: {differing(found, expected)}"

    def count(self, asker: Asker) -> int:
        """Return the number of calls that the scene takes where all is well."""
        asker.server.misbehave(None)
        self.clean = asker.ask()
        self.sent = [request.call(TOKEN) for request in asker.server.requests]
        count = len(self.sent)
        assert 0 < count <= MOST_CALLS, f"let the scene take a few calls, at most {MOST_CALLS}"
        return count

    def may_repeat(self, begin: int) -> bool:
        """Tell whether a page is followed, from a call on, only by calls for contents that it is about itself."""
        about = {key(step.call): {w.key for w in step.call.about} for step in self.walked().steps}
        wanted = [about.get(key(call), set()) for call in self.sent]
        return all(one <= two for two, one in pairwise(wanted[max(begin - 1, 0) :]))

    def check(self, asker: Asker, asked: Asked, begin: int = 0) -> None:
        """Check what holds whatever happened: no pair lost, no wrong figure, no page lost, no token told."""
        expected = self.staged().expected
        outcomes = asked.collected.outcomes
        assert [o.pair for o in outcomes] == list(self.staged().request.pairs)
        assert {o.pair: o.value for o in outcomes if o.value is not None and o.value != expected[o.pair]} == {}
        before = {o for calls, page in self.clean.pages for o in page if calls <= begin} if begin else set()
        assert before | {o for _, page in asked.pages for o in page} <= set(outcomes), "what was read before is lost"
        hosts = hosts_of(asker.provider, asker.scene)
        assert asked.names <= hosts, "another host was asked"
        self.check_token(asker, asked)

    def check_token(self, asker: Asker, asked: Asked) -> None:
        """Check that the token was sent once with each call, never in an address, and told to nobody else."""
        for request in asker.server.requests:
            assert TOKEN not in request.target
            assert (request.head + request.body).count(TOKEN.encode()) == 1
        assert TOKEN not in f"{asked!r} {asked.collected.outcomes!r} {asked.logged} {said(asked.collected.fault)}"


def key(call: HttpCall) -> tuple[object, ...]:
    """Return what tells calls apart, also where a transport added headers."""
    return call.method, call.url, call.query, call.body


def told(state: PairState, value: int | None) -> int | PairState:
    """Return the value of an outcome, or its state where it has none."""
    return state if value is None else value


def said(fault: PlatformFault | None) -> str:
    """Return everything that a fault tells, also what it was raised from."""
    return "".join(traceback.format_exception(fault)) + repr(vars(fault)) if fault else ""
