"""What a shell is offered: commands, options, choices, KIMs and offices; never an error."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import BashComplete, CompletionItem, FishComplete, ShellComplete, ZshComplete

from kimcore.cli import run
from kimcore.cli.main import VERBS
from kimcore.cli.main import kimcore as group

Offer = Callable[..., list[CompletionItem]]


@pytest.fixture
def offer() -> Offer:
    """Return a function that tells what is offered after words, for an unfinished one."""

    def offered(*words: str) -> list[CompletionItem]:
        *before, unfinished = words
        return ShellComplete(group, {}, "kimcore", "_KIMCORE_COMPLETE").get_completions(before, unfinished)

    return offered


def values(items: list[CompletionItem]) -> list[str]:
    """Return the words that are offered."""
    return [item.value for item in items]


def test_commands_are_offered(offer: Offer) -> None:
    """All of them, or those that begin so."""
    assert values(offer("")) == list(VERBS)
    assert values(offer("exp")) == ["explain", "export"]


def test_options_and_choices_are_offered(offer: Offer) -> None:
    """Of the command and the common ones."""
    assert {"--ahead", "--fail-on", "--store"} <= set(values(offer("assess", "--")))
    assert values(offer("assess", "--fail-on", "")) == ["ineligible", "undetermined", "review"]
    assert values(offer("--lang", "")) == ["id", "en"]
    assert values(offer("rules", "")) == ["list", "show"]


@pytest.mark.parametrize("command", ["assess", "explain", "partnership"])
@pytest.mark.usefixtures("district")
def test_kims_are_offered_by_id_and_name(offer: Offer, command: str) -> None:
    """An id needs no quotes; the name stands beside it, and its letters find it."""
    (found,) = offer(command, "anyelir")
    assert (found.value, found.help) == ("99.01-0001", "KIM Anyelir, Muaralaras")
    assert len(offer(command, "99.01-")) == 64
    assert offer(command, "nobody") == []


@pytest.mark.usefixtures("district")
def test_offices_are_offered(offer: Offer) -> None:
    """Those that the store holds."""
    assert values(offer("assess", "--office", "")) == ["99.01"]
    assert values(offer("--office", "98")) == []


def test_another_store_is_read_where_the_line_names_it(offer: Offer, folder: Path, district: Path) -> None:
    """Before or after the command."""
    district.rename(folder / "other.db")
    assert len(offer("explain", "--store", "sqlite:///other.db", "anyelir")) == 1
    assert len(offer("--store", "sqlite:///other.db", "explain", "anyelir")) == 1


@pytest.mark.parametrize("store", ["sqlite:///none.db", "nope://x", "memory:"])
def test_a_store_that_cannot_be_read_offers_nothing(offer: Offer, store: str, folder: Path) -> None:
    """No error, and no store is made."""
    assert offer("--store", store, "explain", "") == []
    assert offer("--store", store, "assess", "--office", "") == []
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("shell", [BashComplete, ZshComplete, FishComplete])
def test_each_shell_gets_its_script(
    shell: type[ShellComplete], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the how-to guide says."""
    if shell is BashComplete:
        monkeypatch.setattr(BashComplete, "_check_version", staticmethod(lambda: None))
    monkeypatch.setenv("_KIMCORE_COMPLETE", f"{shell.name}_source")
    with pytest.raises(SystemExit) as ended:
        run([])
    assert ended.value.code == 0
    assert "_KIMCORE_COMPLETE" in capsys.readouterr().out


@pytest.mark.parametrize(("command", "found"), [("events", "running"), ("awards", "award"), ("models", "trial")])
def test_works_are_offered_by_id_and_title(offer: Offer, ids: dict[str, str], command: str, found: str) -> None:
    """Those of the group of the command alone."""
    offered = values(offer(command, "show", "99.01-"))
    kinds = {"events": {"event"}, "awards": {"award"}, "models": {"trial", "collaboration"}}[command]
    assert offered == sorted((id for id in ids.values() if id.split("-")[1] in kinds), key=offered.index)
    assert ids[found] in offered
    assert values(offer("materials", "show", "bahan cont")) == [ids["material"]]
    assert offer(command, "show", "nothing") == []


def test_no_work_is_offered_where_there_is_no_store(offer: Offer, folder: Path) -> None:
    """And none is made."""
    assert offer("events", "show", "") == []
    assert list(folder.iterdir()) == []
