"""The export: everything, without personal data unless they are asked for; whole or not at all."""

import json
from pathlib import Path
from typing import Any

import pytest

from kimcore.community import Kim
from kimcore.errors import Unwritable
from kimcore.ledger import Action
from kimcore.protection import Pseudonyms
from kimcore.serialization import from_plain
from kimcore.workspace import Workspace
from kimcore.workspace.exporting import LISTS
from kimcore.workspace.pseudonyming import pseudonyms_of
from tests.privacy import people
from tests.privacy.people import KIM, NAME, TRACES, filled
from tests.workspace.registers import DEMO, OFFICE


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Return an office whose records name a person everywhere."""
    return filled(tmp_path_factory.mktemp("export"), "memory:")


def exported(workspace: Workspace, **more: Any) -> dict[str, Any]:
    """Return the document."""
    found: dict[str, Any] = json.loads("".join(workspace.export(**more)))
    return found


def test_the_document_has_every_list(office: Workspace) -> None:
    """KIMs, issues, contents, decisions, imports, merges, requests, websites, observations; and what it rests on."""
    found = exported(office)
    assert {"format", "office", "on", "rulebook", "full", "exported_at", "observations", *LISTS} == set(found)
    assert [k["identity"]["name"] for k in found["kims"]] == [KIM, "KIM Lain"]
    assert [len(found[name]) for name in ("issues", "decisions", "imports", "requests", "websites")] == [1, 1, 2, 1, 1]


@pytest.mark.parametrize("trace", [*TRACES, people.COMPLAINT, "0811-7777-8888", "risalah"])
def test_personal_data_are_left_out(office: Workspace, trace: str) -> None:
    """No name, phone, e-mail, address, nor the source or evidence of a case, wherever it stood; with `full` all do."""
    assert trace not in "".join(office.export())
    given = "".join(office.export(full=True))
    assert trace in given or trace in (people.PHONE,)  # the first phone was corrected by the second import


def test_a_person_has_the_same_pseudonym_everywhere(office: Workspace) -> None:
    """On the board, in decisions, requests: what belongs together can be seen, without a name."""
    found, name = exported(office), pseudonyms_of(office.ledger).of(NAME)
    assert found["kims"][0]["profile"]["contact_person"] == name
    assert found["kims"][0]["board"]["people"][0]["name"] == name
    assert found["decisions"][0]["officer"] == name
    assert found["requests"][0]["person"] == name
    assert found["websites"][0]["by"] == name


def test_the_key_of_the_pseudonyms_is_never_exported(office: Workspace) -> None:
    """Not even in the full document."""
    key = pseudonyms_of(office.ledger).key
    assert key not in "".join((*office.export(), *office.export(full=True)))


def test_criminal_cases_are_left_out(office: Workspace) -> None:
    """Neither the answer nor the case nor the ground of a decision is told."""
    found = exported(office)
    kim = found["kims"][0]
    assert "cases" not in kim
    assert "criminal_case" not in kim.get("answers", {})
    assert {"ground", "finding", "reason", "evidence"}.isdisjoint(found["decisions"][0])


def test_a_full_export_is_the_stored_entity() -> None:
    """With `full`, each item is the entity as it is stored, which can be read back."""
    with Workspace.open("memory:", OFFICE) as workspace:
        workspace.take_in(DEMO)
        for item, kim in zip(exported(workspace, full=True)["kims"], workspace.kims(), strict=True):
            del item["revision"]
            assert from_plain(item, Kim) == kim


def test_links_and_accounts_are_tokens_that_tell_them_apart() -> None:
    """A figure still belongs to its content, though neither link nor account is told."""
    with Workspace.open("memory:", OFFICE) as workspace:
        workspace.take_in(DEMO)
        shared, full = exported(workspace), exported(workspace, full=True)
        tokens: Pseudonyms = pseudonyms_of(workspace.ledger)
    links = {c["link"] for c in full["contents"] if "link" in c}
    text = json.dumps(shared)
    assert links
    assert not any(link in text for link in links)
    contents = {c["id"] for c in shared["contents"]}
    assert {o["content"] for o in shared["observations"] if "content" in o} <= contents
    assert {tokens.token(link) for link in links} <= contents


def test_each_export_is_in_the_audit_log(office: Workspace) -> None:
    """With what it held: `full` or not."""
    before = len(office.audit())
    list(office.export(full=True))
    _, row = office.audit().rows[before]
    assert (row.action, row.id, row.fields) == (Action.EXPORT, OFFICE, ("full",))


def test_nothing_half_written_is_left(office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure in the middle leaves the file that was there as it was, and nothing beside it."""
    target = tmp_path / "export.json"
    target.write_text("before", "utf-8")
    monkeypatch.setitem(LISTS, "websites", ("website", int))
    with pytest.raises(Exception, match=r"int|attrs"):
        office.export_to(target)
    assert [p.name for p in tmp_path.iterdir()] == ["export.json"]
    assert target.read_text("utf-8") == "before"


def test_a_folder_that_is_not_there_is_refused(office: Workspace, tmp_path: Path) -> None:
    """The error names the file."""
    with pytest.raises(Unwritable, match=r"export\.json"):
        office.export_to(tmp_path / "none" / "export.json")
