"""The golden list of public names: every package's `__all__`, one name a line.

python -m tests.repository.public_names    write tests/golden/public_names.txt anew
"""

from tests.repository.tree import ROOT, modules

GOLDEN = ROOT / "tests" / "golden" / "public_names.txt"


def listing() -> str:
    """Return the public names as the text of the golden list, sorted."""
    packages = [m for m in modules() if m.file.name == "__init__.py"]
    return "".join(f"{line}\n" for line in sorted(f"{m.name}: {name}" for m in packages for name in m.exported or ()))


if __name__ == "__main__":
    GOLDEN.write_text(listing(), "utf-8", newline="\n")
