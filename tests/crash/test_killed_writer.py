"""Writers that are killed: what was acknowledged is there, no unit by half, and a replay doubles nothing."""

import os
from pathlib import Path
from random import Random

import pytest

from tests.crash.writers import JOURNALS, acknowledged, url, whole

KILLS = int(os.environ.get("KIMCORE_WRITER_KILLS", "5"))
"""How many writers are killed for each journal; the session `reliability` kills 200."""

ROUND = 10
"""How many writers are killed on one store, before the next one is begun."""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs kill -9")


@pytest.mark.parametrize("journal", JOURNALS)
def test_a_killed_writer(tmp_path: Path, unmeasured: dict[str, str], journal: str) -> None:
    """However often a writer is killed, nothing acknowledged is lost, nothing is torn, and the audit log agrees.

    Each writer begins with units that were not acknowledged or that were: what is stored is not stored again.
    """
    random = Random(20261124)
    for kill in range(KILLS):
        address = url(tmp_path / f"{kill // ROUND}.db", journal)
        if kill % ROUND == 0:
            said: set[int] = set()
        begin = random.randint(0, len(said))
        said |= set(acknowledged(address, begin, random, unmeasured))
        found = whole(address)
        assert said <= found
        assert len(found - said) <= 1
        assert found == set(range(len(found)))
