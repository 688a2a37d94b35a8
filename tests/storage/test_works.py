"""Records of chapter IV on every backend: what is stored is read the same, wherever it lies."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import move_kim, record_stage
from kimcore.testing.contests import a_competition, an_award
from kimcore.testing.works import a_collaboration, a_material, a_stage, a_trial, an_event, some_needs
from kimcore.workspace import Workspace
from tests.storage.databases import database
from tests.workspace.registers import OFFICE, profile, write_register

KINDS: tuple[Callable[..., Any], ...] = (
    *(some_needs, a_material, an_event, a_trial, a_collaboration, a_competition, an_award),
)
BACKENDS = ["memory", "sqlite", "postgresql", "mariadb"]


@contextmanager
def url_of(backend: str, folder: Path) -> Iterator[str]:
    """Give the URL of an empty store of a backend."""
    if backend == "memory":
        yield "memory:"
    elif backend == "sqlite":
        yield f"sqlite:///{folder / 'kimcore.db'}"
    else:
        with database(backend) as url:
            yield url


def of_office(record: Any) -> Any:
    """Return a made-up record of the two KIMs of the office, which names nothing else."""
    changes: dict[str, Any] = {"id": ""}
    for name in ("issues", "needs", "materials"):
        if isinstance(getattr(record, name, None), tuple):
            changes[name] = ()
    if hasattr(record, "coordination"):
        changes["coordination"] = tuple(evolve(c, issue="") for c in record.coordination)
    return move_kim(move_kim(evolve(record, **changes), "kim-1", "99.01-0001"), "kim-2", "99.01-0002")


@pytest.mark.parametrize("backend", BACKENDS)
def test_each_kind_is_read_as_it_was_stored(backend: str, tmp_path: Path) -> None:
    """New, changed by a stage, and after the store was verified; text of every kind of letter stays."""
    kims = profile(("KIM Satu", "Desa A", None, "A"), ("KIM Dua", "Desa B", None, "B"))
    with url_of(backend, tmp_path) as url, Workspace.open(url, OFFICE) as office:
        office.take_in(write_register(tmp_path / "kims.xlsx", kims))
        kept = [office.keep(of_office(made())) for made in KINDS]
        assert [office.work(record.id) for record in kept] == kept
        event = office.work("Tema Contoh")
        done = a_stage("theme", by="Ńgũgĩ \U0001f3f3", evidence="nota “1”")
        assert office.record_stage(event.id, done) == office.work(event.id) == record_stage(event, done)
        assert [w.id for w in office.works()] == sorted((w.id for w in kept[1:]), key=order)
        assert office.verify().is_sound


def order(id: str) -> tuple[int, str]:
    """Return the place of a work: kinds in the order of chapter IV, then by id."""
    kinds = ("event", "trial", "collaboration", "material", "competition", "award")
    return kinds.index(id.split("-")[1]), id
