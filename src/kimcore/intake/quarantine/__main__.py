"""Run as a program, with the path of a workbook and how to inspect it (`quick` or `exact`): writes its sheets."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

__all__ = ["load"]


def load(folder: Path) -> None:
    """Make this folder importable as the package `quarantine`, without kimcore and its libraries."""
    found = spec_from_file_location("quarantine", folder / "__init__.py", submodule_search_locations=[str(folder)])
    assert found
    assert found.loader
    package = module_from_spec(found)
    sys.modules["quarantine"] = package
    found.loader.exec_module(package)


if __name__ == "__main__":
    load(Path(__file__).parent)
    from quarantine.program import main  # type: ignore[import-not-found]

    sys.exit(main(*sys.argv[1:]))
