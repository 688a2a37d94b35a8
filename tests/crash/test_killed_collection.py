"""Collections against platforms over sockets: every figure is told once, and a kill and a second call lose nothing."""

import json
import os
import ssl
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kimcore.media import Platform
from kimcore.ports import PairState
from kimcore.workspace import Workspace
from tests.crash.platforms import PlatformServer, started
from tests.workspace.made_accounts import NOON, PROVIDERS, MadeOffice, token
from tests.workspace.registers import OFFICE

KIMS, SIZE = (int(n) for n in os.environ.get("KIMCORE_COLLECTION", "6,12").split(","))
"""How many KIMs, each with five accounts, and contents an account; the session `reliability` takes 60 and 34."""
KILLS = int(os.environ.get("KIMCORE_COLLECTION_KILLS", "2"))
MADE = MadeOffice(KIMS, SIZE)
DEAD = frozenset({token(Platform.TIKTOK, 1), token(Platform.INSTAGRAM, 2)})
OWN = {
    pair
    for held in DEAD
    for pair in [*((c.key, i.code) for c in MADE.standins[held].contents for i in c.figures), (held, "audience")]
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[PlatformServer, Path]]:
    """Return the platforms, with the certificate by which they are trusted."""
    with PlatformServer(MADE, DEAD) as found:
        authority = tmp_path / "authority.pem"
        authority.write_text(
            "".join(map(ssl.DER_cert_to_PEM_cert, found.client_context.get_ca_certs(binary_form=True)))
        )
        yield found, authority


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store that holds the register of the office."""
    path = tmp_path / "kimcore.db"
    with Workspace.open(f"sqlite:///{path}", OFFICE) as workspace:
        workspace.take_in(MADE.register(tmp_path / "register.xlsx"))
    return path


def stored(path: Path) -> Counter[tuple[str, str, int | None]]:
    """Return the figures in a store that is found sound, each with its history."""
    with Workspace.open(f"sqlite:///{path}", OFFICE, clock=lambda: NOON) as workspace:
        assert workspace.verify().report.is_sound
        with workspace.storage.unit_of_work() as unit:
            rows = list(unit.history(OFFICE))
    return Counter((row.content or of_account(row.platform, row.account), row.indicator, row.value) for row in rows)


def of_account(platform: str, account: str) -> str:
    """Return the token of an account."""
    return token(Platform.of(platform), int(account.removeprefix("@").removeprefix("kimmade")))


def given() -> Counter[tuple[str, str, int | None]]:
    """Return the figures that the platforms give to tokens that are alive."""
    pairs = MADE.expected().items()
    return Counter((*pair, value) for pair, value in pairs if isinstance(value, int) and pair not in OWN)


def done(server: tuple[PlatformServer, Path], store: Path, env: dict[str, str]) -> dict[str, Any]:
    """Collect to the end and return the document."""
    process = started(*server, store, env)
    out, _ = process.communicate(timeout=600)
    assert process.returncode == 0
    found: dict[str, Any] = json.loads(out)
    return found


@pytest.mark.clause("V.B.online")
def test_every_pair_is_told_once_whatever_a_platform_does(
    server: tuple[PlatformServer, Path], store: Path, unmeasured: dict[str, str]
) -> None:
    """Requested is observed and every other outcome; a fault that passes changes nothing, a dead token stops."""
    found = done(server, store, unmeasured)
    assert stored(store) == given()
    states = Counter[str]()
    for platform in found["platforms"]:
        told = {state.code: platform[state.code] for state in PairState}
        assert platform["requested"] == sum(told.values())
        states.update(told)
    expected = MADE.expected()
    assert sum(states.values()) == len(expected)
    for state in (PairState.HIDDEN, PairState.NOT_FOUND):
        assert states[state.code] == sum(value is state for pair, value in expected.items() if pair not in OWN)
    assert states["failed"] + states["skipped"] == len(OWN)
    assert {stop["code"] for stop in found["stops"]} == {"metric_auth_expired"}
    assert len(found["stops"]) == len(DEAD)
    assert sum(p["calls"] for p in found["platforms"]) == server[0].count
    assert {p["platform"] for p in found["platforms"]} == {p.code for p in PROVIDERS}


def killed(process: "subprocess.Popen[str]", at: int, number: int) -> None:
    """Kill a collection at the request of a number."""
    if number == at:
        process.kill()


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_a_kill_and_a_second_call_lose_nothing_and_store_nothing_twice(
    server: tuple[PlatformServer, Path], store: Path, unmeasured: dict[str, str]
) -> None:
    """Killed at any request, a collection leaves whole pages; the next one asks for what is not there yet."""
    random, platform = Random(20261124), server[0]
    for number in range(1, KILLS + 1):
        at, process = platform.count + random.randrange(3, 4 * KIMS), started(*server, store, unmeasured)
        platform.told = partial(killed, process, at)
        process.communicate(timeout=600)
        before = stored(store)
        assert before <= given()
        assert set(before.values()) <= {1}
        assert before or number == 1
    platform.told = id
    done(server, store, unmeasured)
    assert stored(store) == given()
    again = platform.count
    rest = done(server, store, unmeasured)
    assert stored(store) == given()
    assert platform.count - again == len(DEAD)
    assert sum(p["requested"] for p in rest["platforms"]) == len(OWN)
