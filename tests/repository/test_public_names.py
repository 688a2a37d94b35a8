"""The public names are a contract: a name that goes, or comes, is seen in review.

To renew the golden list after a change that is meant:  python -m tests.repository.public_names
"""

from tests.repository.public_names import GOLDEN, listing


def test_the_public_names_are_those_of_the_golden_list() -> None:
    """Every package's `__all__` is as listed; else renew the list as told above, and tell it in CHANGELOG.md."""
    assert listing().splitlines() == GOLDEN.read_text("utf-8").splitlines()


def test_the_golden_list_has_every_package() -> None:
    """The door, the packages under it and kimcore.testing stand in it."""
    listed = {line.partition(":")[0] for line in GOLDEN.read_text("utf-8").splitlines()}
    assert {"kimcore", "kimcore.testing", "kimcore.community", "kimcore.rules"} <= listed
