"""Laws of pages: what comes of a request where all is well, and that no figure is made up."""

from collections import Counter

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.ports import MetricPage, MetricRequest, Pair, PairState, Wanted
from kimcore.testing.contracts.metrics_mutations import bodies_without_counts, fallen, reordered
from kimcore.testing.contracts.metrics_stage import Stage, copied, differing
from kimcore.testing.contracts.metrics_walk import offered, walk

__all__ = ["PageLaws"]


class PageLaws(Stage):
    """What a provider reads from the replies of its platform."""

    def test_the_scene_shows_enough(self) -> None:
        """The scene expects something of every pair: two figures or more that all differ, and a pair without one."""
        scene = self.staged()
        assert set(scene.expected) == set(scene.request.pairs)
        figures = [found for found in scene.expected.values() if not isinstance(found, PairState)]
        assert all(type(found) is int and found >= 0 for found in figures)
        assert len(figures) >= 2, "let the scene have two figures"
        assert len(set(figures)) == len(figures), "let the figures of the scene differ, or a mix-up is not seen"
        assert len(figures) < len(scene.expected), "let the scene have a pair without a figure: hidden or unsupported"
        assert scene.request.contents == () or len(scene.request.contents) > 1, "let the scene ask for two contents"
        assert PairState.OBSERVED not in scene.expected.values()

    def test_what_is_not_offered_is_unsupported(self) -> None:
        """The scene expects of each pair that `supports` lacks that it is unsupported."""
        scene = self.staged()
        offers = offered(self.made(), scene.request)
        assert {scene.expected[pair] for pair in scene.request.pairs if pair not in offers} <= {PairState.UNSUPPORTED}

    def test_every_pair_comes_out_as_expected(self) -> None:
        """Each pair of the scene has the value, or the state without one, that the scene expects; none is lost."""
        found, expected = self.walked().found, dict(self.staged().expected)
        assert found == expected, differing(found, expected)

    def test_each_content_can_be_asked_for_alone(self) -> None:
        """A request for one content gives of it what the whole request gives, and so does one for the account."""
        request = self.staged().request
        alone = [evolve(request, contents=(wanted,), audience=False) for wanted in request.contents]
        for part in [*alone, evolve(request, contents=())]:
            self.compare(part)

    def test_the_order_of_contents_does_not_matter(self) -> None:
        """A request with its contents in reverse gives the same."""
        request = self.staged().request
        turned = evolve(request, contents=request.contents[::-1])
        self.compare(turned)

    def test_any_part_of_the_request_gives_the_same(self) -> None:
        """Whatever pairs are asked for, in any order of contents, each comes out as expected, and no other."""
        request = self.staged().request

        @settings(deadline=None, max_examples=self.examples)
        @given(st.sets(st.sampled_from(request.pairs)), st.permutations(request.contents))
        def every(pairs: set[Pair], contents: list[Wanted]) -> None:
            part = evolve(request, contents=tuple(contents)).only(pairs)
            self.compare(part)

        every()

    def test_no_call_is_refused_where_all_is_there(self) -> None:
        """A request for the contents that the platform has is refused nowhere: no call is malformed or too large."""
        request, expected = self.staged().request, self.staged().expected
        gone = {key for (key, _), found in expected.items() if found in {PairState.NOT_FOUND, PairState.FAILED}}
        there = evolve(request, contents=tuple(w for w in request.contents if w.key not in gone))
        done = walk(self.made(), self.staged(), there)
        assert [step.call for step in done.steps if step.page is None] == []

    def test_a_page_tells_of_what_was_asked(self) -> None:
        """A page has each pair at most once, only pairs that were asked for, a value where observed and only there."""
        for step in self.walked().steps:
            for outcome in step.page.outcomes if step.page else ():
                assert outcome.pair in step.open.pairs
                assert (outcome.value is not None) == (outcome.state is PairState.OBSERVED)
                assert outcome.value is None or (type(outcome.value) is int and outcome.value >= 0)
                assert outcome.state is not PairState.SKIPPED, "only whoever runs a provider skips"
            told = Counter(o.pair for o in step.page.outcomes) if step.page else Counter[Pair]()
            assert max(told.values(), default=1) == 1

    def test_a_page_is_a_page(self) -> None:
        """`parse` returns a `MetricPage` with tuples."""
        for step in self.walked().steps:
            if step.page is not None:
                assert isinstance(step.page, MetricPage)
                assert isinstance(step.page.outcomes, tuple)
                assert isinstance(step.page.next, tuple)

    def test_a_reply_is_read_the_same_each_time(self) -> None:
        """A reply gives the same page from this provider, from a new one, in any order, as often as it is read."""
        steps, old = [s for s in self.walked().steps if s.page is not None], self.made()
        for step in [*steps, *reversed(steps)]:
            assert old.parse(step.call, step.reply) == step.page
            assert self.made().parse(step.call, step.reply) == step.page

    def test_reading_changes_nothing(self) -> None:
        """Call and reply are as they were, also inside."""
        for step in self.walked().steps:
            before = copied(step.call), copied(step.reply)
            self.read(step.call, step.reply)
            assert (copied(step.call), copied(step.reply)) == before

    def test_what_is_no_count_is_no_figure(self) -> None:
        """A count that is absent, null, negative, a text, a fraction is never read as 0 or as another number."""
        for step in self.walked().steps:
            for done, reply in bodies_without_counts(step.reply):
                assert self.wrong(step.call, reply, self.staged().expected) == {}, f"where {done}"

    def test_a_figure_belongs_to_its_content_by_name(self) -> None:
        """Records in another order, or with one left out, give no content the figure of another."""
        for step in self.walked().steps:
            for done, reply in reordered(step.reply):
                assert self.wrong(step.call, reply, self.staged().expected) == {}, f"where {done}"

    def test_the_page_of_another_call_gives_no_wrong_figure(self) -> None:
        """Where a platform gives the page of another call for the same contents, none gets a figure not its own."""
        steps = self.walked().steps
        for step in steps:
            wanted = {w.key for w in step.call.about}
            for other in (s for s in steps if wanted <= {w.key for w in s.call.about}):
                assert self.wrong(step.call, other.reply, self.staged().expected) == {}

    def test_a_figure_that_fell_is_told_as_it_is(self) -> None:
        """A count that is lower than at the last time is the new figure: platforms take likes back."""
        old = self.made()
        for step in self.walked().steps:
            for told in old.parse(step.call, step.reply).outcomes if step.page else ():
                lower = [self.read(step.call, reply, old) for reply in fallen(step.reply, told.value or 0)]
                pages = [page for page in lower if isinstance(page, MetricPage)]
                found = {o.value for page in pages for o in page.outcomes if o.pair == told.pair}
                assert not (told.value and lower) or told.value // 2 in found

    def compare(self, part: MetricRequest) -> None:
        """Check that a part of the request comes out as the scene expects."""
        found = walk(self.made(), self.staged(), part).found
        expected = {pair: self.staged().expected[pair] for pair in part.pairs}
        assert found == expected, differing(found, expected)
