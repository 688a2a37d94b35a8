"""Laws of planning: what is asked, where, and how a call is made up."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from kimcore.media import ContentKind, Platform
from kimcore.monitoring import Indicator
from kimcore.ports import Access, HttpCall, Pair
from kimcore.ports.http import first
from kimcore.testing.contracts.metrics_stage import Stage, copied
from kimcore.testing.contracts.metrics_walk import as_sent, offered

__all__ = ["PlanLaws"]

SECRETS: Final = frozenset(
    "accesstoken apikey appsecretproof auth authorization bearer clientsecret key oauthtoken password secret sig"
    " signature token tokenauth".split()
)
"""Names, in small letters without signs between them, under which platforms take secrets."""
HEADER: Final = re.compile(r"[A-Za-z0-9-]+")
HOST: Final = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
FORM: Final = "application/x-www-form-urlencoded"


class PlanLaws(Stage):
    """What a provider says of itself, and its plans."""

    def test_it_says_what_it_is(self) -> None:
        """It has a name, a platform, a kind of access, what must be granted in both languages, and what it offers."""
        made = self.made()
        assert re.fullmatch(r"[a-z][a-z0-9_-]*", made.name), "the name is a word in small letters"
        assert isinstance(made.platform, Platform)
        assert isinstance(made.access, Access)
        assert made.needs.id.strip()
        assert made.needs.en.strip()
        for kind, indicators in made.supports.items():
            assert kind is None or isinstance(kind, ContentKind)
            assert isinstance(indicators, frozenset)
            assert all(isinstance(i, Indicator) for i in indicators)

    def test_its_hosts_are_names(self) -> None:
        """Each host is a name in small letters, without scheme, port or path; a set that nobody can change."""
        hosts = self.made().hosts
        assert isinstance(hosts, frozenset)
        assert [host for host in hosts if not HOST.fullmatch(host)] == []

    def test_a_plan_is_the_same_each_time(self) -> None:
        """The same request and cursor give the same calls, from this provider, from a new one, whatever was before."""
        done, old = self.walked(), self.made()
        for step in [*done.steps, *reversed(done.steps)]:
            fresh = self.made().plan(step.open, step.call.cursor)
            assert old.plan(step.open, step.call.cursor) == fresh
            if step.page is not None:
                old.parse(step.call, step.reply)

    def test_planning_changes_nothing(self) -> None:
        """The request is as it was, also inside."""
        request = self.staged().request
        before = copied(request)
        self.made().plan(request.only(offered(self.made(), request)), None)
        assert copied(request) == before

    def test_a_plan_is_a_tuple_of_calls(self) -> None:
        """A plan is a tuple of `HttpCall`; where nothing is asked, nothing is planned."""
        made, request = self.made(), self.staged().request
        assert made.plan(request.only(()), None) == ()
        planned = made.plan(request.only(offered(made, request)), None)
        assert isinstance(planned, tuple)
        assert all(isinstance(call, HttpCall) for call in planned)

    def test_each_pair_is_in_one_call(self) -> None:
        """No two calls of one plan ask for the same pair."""
        for step in self.walked().steps:
            planned = self.made().plan(step.open, step.call.cursor)
            twice = [pair for pair, n in Counter(p for call in planned for p in about(call)).items() if n > 1]
            assert twice == []

    def test_every_pair_is_asked_for(self) -> None:
        """Each pair of a content that the provider offers stands in a call at some time."""
        done = self.walked()
        asked = {pair for step in done.steps for pair in about(step.call)}
        wanted = offered(self.made(), self.staged().request)
        left = sorted((key, i.code) for key, i in wanted - asked if key)
        assert left == [], f"no call is about {left}"

    def test_nothing_else_is_asked_for(self) -> None:
        """A call is about contents as they are wanted, and for no indicator that is not: none is unsupported."""
        for step in self.walked().steps:
            assert set(about(step.call)) - set(step.open.pairs) == set()
            known = {(w.key, w.id, w.link, w.kind) for w in step.open.contents}
            assert {(w.key, w.id, w.link, w.kind) for w in step.call.about} - known == set()

    def test_what_has_come_is_not_asked_for_again(self) -> None:
        """A request that was narrowed to what is still open is planned so, from each cursor."""
        for step in self.walked().steps:
            for pair in step.open.pairs:
                rest = step.open.only({other for other in step.open.pairs if other != pair})
                assert all(pair not in about(call) for call in self.made().plan(rest, step.call.cursor))

    def test_a_call_names_the_cursor_that_it_continues(self) -> None:
        """Each call of a plan carries the cursor that the plan was made from, None at the beginning."""
        for step in self.walked().steps:
            assert {c.cursor for c in self.made().plan(step.open, step.call.cursor)} <= {step.call.cursor}

    def test_a_batch_is_called_one(self) -> None:
        """A call that is sent otherwise for one content alone has `is_batch`; one that is sent alike has it not."""
        for step in self.walked().steps:
            every = {i for w in step.call.about for i in w.indicators}
            for wanted in step.call.about if len(step.call.about) > 1 else ():
                if wanted.indicators == every:
                    rest = step.open.only({("", Indicator.AUDIENCE), *((wanted.key, i) for i in every)})
                    alone = [c for c in self.made().plan(rest, step.call.cursor) if c.about]
                    assert step.call.is_batch != (as_sent(step.call) in map(as_sent, alone))

    def test_calls_that_continue_differ(self) -> None:
        """A cursor changes what is sent: no call is sent twice for the same contents."""
        seen = Counter((s.call.method, s.call.url, s.call.query, s.call.body) for s in self.walked().steps)
        assert [sent for sent, n in seen.items() if n > 1] == []

    def test_calls_go_to_its_hosts(self) -> None:
        """Each call goes by https, on the usual port, to one of `hosts` or the host of the request's `base`."""
        base = urlsplit(self.staged().request.base).hostname
        allowed = self.made().hosts | ({base} if base else set())
        for call in self.calls():
            parts = urlsplit(call.url)
            assert (parts.scheme, parts.hostname in allowed, parts.port in {None, 443}) == ("https", True, True)

    def test_no_address_has_room_for_a_secret(self) -> None:
        """Neither query nor path names a token or key: a secret goes into a header or a form in the body."""
        for call in self.calls():
            path = re.split(r"[/:;=,@]", urlsplit(call.url).path)
            names = {re.sub(r"[^a-z]", "", name.lower()) for name in [*dict(call.query), *path]}
            assert names & SECRETS == set()

    def test_addresses_are_well_formed(self) -> None:
        """An address has no query, fragment, user, blank or sign that is not ASCII; a query is pairs of texts."""
        for call in self.calls():
            parts = urlsplit(call.url)
            assert re.fullmatch(r"[!-~]+", call.url), "an address is in ASCII, without blanks"
            assert (parts.query, parts.fragment, parts.username, parts.password) == ("", "", None, None)
            assert "?" not in call.url
            assert all(isinstance(text, str) for pair in call.query for text in pair)

    def test_headers_and_bodies_are_well_formed(self) -> None:
        """Headers are there once and leave the token's place free; a body is JSON or a form, as its header says."""
        for call in self.calls():
            names = [name.lower() for name, _ in call.headers]
            assert len(set(names)) == len(names)
            assert all(HEADER.fullmatch(n) for n in names)
            assert all(text.isascii() and text.isprintable() for _, text in call.headers)
            assert {"authorization", "cookie", call.token.header.lower()}.isdisjoint(names)
            assert call.method in {"GET", "POST"}
            assert fault_of_body(call) == ""

    def calls(self) -> Iterator[HttpCall]:
        """Yield the calls of the scene."""
        yield from (step.call for step in self.walked().steps)


def about(call: HttpCall) -> list[Pair]:
    """Return the pairs of contents that a call asks for."""
    return [(wanted.key, indicator) for wanted in call.about for indicator in wanted.indicators]


def fault_of_body(call: HttpCall) -> str:
    """Return what is wrong with the body of a call (nothing: empty)."""
    kind = first(call.headers, "content-type").partition(";")[0].strip().lower()
    if call.token.form_field and not (call.method == "POST" and kind == FORM):
        return "a token in the body needs a form that is posted"
    if call.method == "GET" or not call.body:
        return "a call that gets has a body" if call.body else ""
    return wrong_form(call) if kind == FORM else wrong_json(call) if kind == "application/json" else f"{kind!r} body"


def wrong_form(call: HttpCall) -> str:
    """Return what is wrong with a form (nothing: empty)."""
    fields = parse_qsl(call.body.decode("ascii"), keep_blank_values=True, strict_parsing=True)
    return "the form has the field of the token" if call.token.form_field in dict(fields) else ""


def wrong_json(call: HttpCall) -> str:
    """Return what is wrong with a body of JSON (nothing: empty)."""
    try:
        json.loads(call.body)
    except ValueError:
        return "the body is no JSON"
    return ""
