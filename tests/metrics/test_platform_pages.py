"""The pages on platforms say what the providers say: what each offers, with whose token."""

import re
from functools import cache

import pytest

from kimcore.monitoring import Indicator
from kimcore.plugins import MetricProviderDescriptor, PluginHost
from kimcore.ports import MetricProvider
from tests.repository.tree import ROOT

PAGES = ROOT / "docs" / "reference" / "platforms"
COLUMNS = ("like", "share", "comment", "view", "retweet", "audience")
OWN_PAGES = {
    "instagram": "instagram",
    "instagram_app": "instagram",
    "facebook": "facebook",
    "facebook_app": "facebook",
    "youtube": "youtube",
    "tiktok": "tiktok",
    "x": "x",
    "plausible": "websites",
    "matomo": "websites",
}


@cache
def providers() -> dict[str, MetricProvider]:
    """Return the providers that come with kimcore, by name."""
    host = PluginHost(strict=True)
    names = [d.name for d in host.descriptors(MetricProviderDescriptor)]
    return {name: host.metric_provider(name) for name in names}


def table_rows(page: str) -> list[list[str]]:
    """Return the cells of the rows of a page's tables."""
    lines = (PAGES / f"{page}.md").read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


def offered(provider: MetricProvider) -> set[str]:
    """Return the codes of all that a provider offers."""
    return {indicator.code for indicators in provider.supports.values() for indicator in indicators}


def test_the_table_says_what_each_provider_offers() -> None:
    """Each provider has a row with its platform, its kind of access and each indicator that it offers."""
    rows = {cells[0].strip("`"): cells[1:] for cells in table_rows("index")}
    assert [i.code for i in Indicator if i.code not in COLUMNS] == []
    for name, provider in providers().items():
        said = ["yes" if code in offered(provider) else "·" for code in COLUMNS]
        assert rows[name] == [provider.platform.say("en"), provider.access.code, *said]


@pytest.mark.parametrize(("name", "page"), OWN_PAGES.items())
def test_each_page_says_what_its_provider_offers(name: str, page: str) -> None:
    """A figure is said not to be offered exactly where the provider does not offer it."""
    tables = table_rows(page)
    column = next(n for n, heading in enumerate(tables[0]) if f"`{name}`" in heading)
    said = {cells[0]: cells[column] for cells in tables if cells[0] in COLUMNS}
    assert said.keys() == set(COLUMNS)
    lacking = {code for code, cell in said.items() if cell.startswith("not offered")}
    assert set(COLUMNS) - lacking == offered(providers()[name])


@pytest.mark.parametrize("page", ["index", *sorted(set(OWN_PAGES.values()))])
def test_each_page_says_that_it_was_never_run_live(page: str) -> None:
    """Nobody should take a stand-in for the platform."""
    text = (PAGES / f"{page}.md").read_text("utf-8").lower()
    assert re.search(r"(never|none of these was ever) run against", text)
