"""The databases that tests make: what a killed run left is dropped, what others use is not."""

import time
from uuid import uuid4

import pytest

from tests.storage.databases import DAY, LISTED, SERVERS, address, drop_old, is_old, run

MADE = 1_800_000_000


@pytest.mark.parametrize(("age", "expected"), [(DAY - 1, False), (DAY, True), (DAY + 1, True), (-1, False)])
def test_a_database_is_old_after_a_day(age: int, expected: bool) -> None:
    """Its name tells when it was made."""
    assert is_old(f"kimcore_test_{MADE}_0123abcd", MADE + age) is expected


@pytest.mark.parametrize(
    "name", ["kimcore_test", "kimcore", "kimcore_test_1_0123abcd", f"kimcore_test_{MADE}_0123abcde"]
)
def test_another_name_is_never_old(name: str) -> None:
    """What no test made is left alone, however long it has stood."""
    assert not is_old(name, MADE * 2)


@pytest.mark.server
@pytest.mark.parametrize("server", SERVERS)
def test_what_a_killed_run_left_is_dropped(server: str) -> None:
    """Old ones go, with what is in them; one of today stays until it is dropped by its run."""
    kind = "SCHEMA" if server == "postgresql" else "DATABASE"
    now = int(time.time())
    old, new = (f"kimcore_test_{made}_{uuid4().hex[:8]}" for made in (now - DAY, now))
    for name in (old, new):
        run(address(server), f"CREATE {kind} {name}")
        run(address(server), f"CREATE TABLE {name}.a_table (a INT)")
    drop_old(server, now)
    left = run(address(server), LISTED[server])
    assert (old in left, new in left) == (False, True)
    run(address(server), f"DROP {kind} {new}" + (" CASCADE" if server == "postgresql" else ""))
