"""Hypothesis knows kimcore's records by itself, and kimcore weighs nothing in a project that does not use it."""

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.community import Kim
from kimcore.testing.registration import CLASSES, Registrar, register

LIGHT = """
import sys, hypothesis
own = sorted(m for m in sys.modules if m.partition(".")[0] in ("kimcore", "kimcore_plugins"))
assert own == ["kimcore", "kimcore.testing", "kimcore.testing.registration"], own
"""
LAZY = """
import sys
from hypothesis import strategies as st
from kimcore import Kim
assert "kimcore.testing.strategies" not in sys.modules
drawn = st.from_type(Kim)
assert "kimcore.testing.strategies" in sys.modules
assert repr(drawn) == "Kim()"
"""
LATE = """
import kimcore.community, kimcore.values
from hypothesis import strategies as st
assert repr(st.from_type(kimcore.community.Kim)) == "Kim()"
st.from_type(kimcore.values.Period).validate()
"""
AGAIN = """
import sys, hypothesis
from hypothesis import strategies as st
import kimcore.community
for name in [m for m in sys.modules if m.startswith("kimcore.")]:
    del sys.modules[name]
import kimcore.community.kim as new
assert repr(st.from_type(new.Kim)) == "Kim()"
"""
WITHOUT = """
import sys
sys.modules["hypothesis"] = None
from kimcore.testing import a_kim, a_workspace
from kimcore.errors import MissingExtra
with a_workspace(a_kim()) as workspace:
    assert workspace.assess()
try:
    from kimcore.testing import kims
except MissingExtra as error:
    assert "kimcore[testing]" in error.en and error.params == {"extra": "testing"}
else:
    raise AssertionError
"""


@pytest.mark.parametrize("program", [LIGHT, LAZY, LATE, AGAIN, WITHOUT])
def test_in_a_fresh_process(program: str, unmeasured: dict[str, str]) -> None:
    """Light when hypothesis comes, lazy until drawn, in either order of import, after a reload, and without it."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False, env=unmeasured
    )
    assert done.returncode == 0, done.stderr


def test_the_entry_point_is_the_function() -> None:
    """Hypothesis finds `register` by the entry point of the distribution."""
    (found,) = (e for e in entry_points(group="hypothesis") if e.name == "kimcore")
    assert found.load() is register


def test_registering_twice_watches_once() -> None:
    """A second call adds no second finder."""
    register()
    register()
    assert sum(isinstance(finder, Registrar) for finder in sys.meta_path) == 1


@pytest.mark.parametrize(("module", "name"), [(m, n) for m, names in CLASSES.items() for n in names])
def test_every_class_listed_is_where_it_is_said_to_be(module: str, name: str) -> None:
    """Each class is defined in its module, and a strategy draws it."""
    kind = getattr(sys.modules[module], name)
    assert kind.__module__ == module
    st.from_type(kind).validate()


@settings(max_examples=10)
@given(st.from_type(Kim))
def test_a_kim_is_drawn_from_its_type(kim: Kim) -> None:
    """`st.from_type(Kim)` draws KIMs."""
    assert isinstance(kim, Kim)
