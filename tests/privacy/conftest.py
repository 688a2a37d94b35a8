"""An office whose records name a person everywhere, made once."""

from pathlib import Path

import pytest

from tests.privacy.people import filled


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of its store; it is copied, not used."""
    folder = tmp_path_factory.mktemp("stored")
    filled(folder).close()
    return folder / "kimcore.db"
