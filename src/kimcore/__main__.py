"""The console script: `kimcore`, and `python -m kimcore`."""

import sys

__all__ = ["main"]


def main() -> int:
    """Run the command line; say in one line which extra is missing where click is not installed."""
    try:
        from kimcore.cli import run
    except ModuleNotFoundError as error:
        if error.name != "click":
            raise
        print("kimcore: pip install 'kimcore[cli]'", file=sys.stderr)  # noqa: T201 (nothing else is there to print with)
        return 2
    return run()


if __name__ == "__main__":
    sys.exit(main())
