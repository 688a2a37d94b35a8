"""The hook API is a contract with those who write plug-ins: what goes or comes is seen in review, and documented.

To renew the golden file after a change that is meant:  python -m tests.plugins.hook_api
"""

import re

import pytest

from kimcore.plugins.specs import HOOKS
from tests.plugins.hook_api import GOLDEN, listing
from tests.repository.tree import ROOT

HOW_TO = ROOT / "docs" / "how-to"
REFERENCE = (ROOT / "docs" / "reference" / "plug-ins.md").read_text("utf-8")
GUIDES = {page.name: page.read_text("utf-8") for page in sorted(HOW_TO.glob("*.md"))}


def test_the_hook_api_is_that_of_the_golden_file() -> None:
    """Else raise the minor of HOOK_API for an addition, the major for anything else, and renew the file."""
    assert listing().splitlines() == GOLDEN.read_text("utf-8").splitlines()


@pytest.mark.parametrize(("hook", "descriptor"), [(hook, kind.__name__) for hook, kind in HOOKS.items()])
def test_a_hook_is_in_the_reference(hook: str, descriptor: str) -> None:
    """The reference has a row for every hook, with its descriptor and the page that shows how."""
    (row,) = re.findall(rf"^\| `{hook}` \|.*$", REFERENCE, re.MULTILINE)
    assert f"`{descriptor}`" in row
    (page,) = re.findall(r"\(\.\./how-to/([\w-]+\.md)\)", row)
    assert page in GUIDES


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_shown_in_code_that_runs(hook: str) -> None:
    """A how-to guide implements the hook in a block of Python, which runs as a test."""
    blocks = (block for text in GUIDES.values() for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL))
    assert any(f"def {hook}(" in block for block in blocks)


def test_every_guide_of_a_plug_in_is_listed() -> None:
    """The list of how-to guides names each page on plug-ins."""
    pages = [name.removesuffix(".md") for name, text in GUIDES.items() if "@hookimpl" in text]
    assert [name for name in pages if f"\n{name}\n" not in GUIDES["index.md"]] == []
