"""`python -m kimcore.testing check pkg.mod:name`: the contract of a port on an adapter, without a test file."""

import argparse
import sys

__all__ = ["main"]

ABOUT = """Run the storage contract on a store, or the metric contract on a provider.

TARGET of a store is package.module:function, a function that takes a folder (a Path) and returns the store that belongs
to it, not migrated; or a store URL in which {folder} stands for such a folder, for example 'sqlite:///{folder}/store.db'.
TARGET of a provider is package.module:name of what is called without arguments and returns it; --scene names its
kimcore.testing.Scene, or a function that returns one.
Exit code 0: every law holds. 1: some are broken. 2: there is nothing to check."""


def main(arguments: list[str] | None = None) -> int:
    """Check a store and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m kimcore.testing", formatter_class=argparse.RawDescriptionHelpFormatter, description=ABOUT
    )
    parser.add_argument("command", choices=["check"])
    parser.add_argument("target", metavar="TARGET")
    parser.add_argument("--scene", default="", metavar="SCENE", help="package.module:name of a provider's scene")
    parser.add_argument("--seed", type=int, help="draw the same examples again")
    parser.add_argument("--only", default="", metavar="PART", help="run the laws whose names contain this")
    given = parser.parse_args(arguments)
    try:
        from kimcore.testing.checking import check
    except ModuleNotFoundError as error:
        sys.stderr.write(f"error: {error.name} is missing: pip install 'kimcore[testing]'\n")
        return 2
    return check(given.target, scene=given.scene, only=given.only, seed=given.seed)


if __name__ == "__main__":
    sys.exit(main())
