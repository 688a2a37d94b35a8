"""`kimcore new-plugin`: a package of its own from the templates of the package data, one folder for each kind."""

import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import click

from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.output import note, show_files
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue, NotAllowed, Unwritable
from kimcore.terms import Text

__all__ = ["verb"]

TEMPLATES = files("kimcore") / "data" / "plugins"
KINDS = sorted(folder.name for folder in TEMPLATES.iterdir())
ENDINGS = {"metrics": "Provider", "storage": "Storage"}
TEXT = Text(
    "Buat paket pengaya yang lulus uji: JENIS (metrics atau storage), lalu NAMA paketnya, misalnya kimcore-lines.",
    "Make a package of a plug-in whose tests pass: KIND (metrics or storage) and NAME, for example kimcore-lines.",
)
OUT = Option(
    ["--out"],
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="DIR",
    text=Text("folder tempat paket dibuat [folder ini]", "folder in which the package is made [this one]"),
)
NEXT = Text(
    "Berikutnya: cd {folder}; pip install -e '.[test]'; pytest; kimcore plugins",
    "Next: cd {folder}; pip install -e '.[test]'; pytest; kimcore plugins",
)


@command("new-plugin", TEXT, Argument(["kind"], type=click.Choice(KINDS)), Argument(["name"]), OUT)
def verb(settings: Settings, kind: str, name: str, out: Path) -> None:
    """Write the package and name its files."""
    target = out / name
    names = named(kind, name)
    if target.exists():
        en, id = f"{target} is there already; choose another name", f"{target} sudah ada; pilih nama lain"
        raise NotAllowed("file_exists", en, id)
    try:
        written = list(written_into(target, TEMPLATES / kind, names))
    except OSError as error:
        en, id = f"{target} cannot be written ({error.strerror})", f"{target} tidak dapat ditulis ({error.strerror})"
        raise Unwritable("plugin_unwritable", en, id) from error
    show_files(settings, written, {"format": "kimcore.newplugin.v1", "office": None, "on": None, "rulebook": None})
    if settings.is_for_people:
        note(settings, NEXT, folder=target)


def named(kind: str, name: str) -> dict[str, str]:
    """Return what stands for each placeholder of a template; refuse a name that is none of a package."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        en = f"{name!r} is no name of a package: small letters and digits, parts joined by -, such as kimcore-lines"
        id = f"{name!r} bukan nama paket: huruf kecil dan angka, bagian dihubungkan -, misalnya kimcore-lines"
        raise InvalidValue("plugin_name", en, id, field="name")
    parts = name.removeprefix("kimcore-").split("-")
    short = "".join(parts)
    title = "".join(map(str.capitalize, parts)) + ENDINGS[kind]
    whole = {"NAME": name, "PACKAGE": name.replace("-", "_"), "CLASS": title}
    return whole | {"PLUGIN": short, "SCHEME": short}


def written_into(target: Path, template: Traversable, names: dict[str, str]) -> Iterator[Path]:
    """Write the files of a template into a folder, their names and texts filled in, and yield their paths."""
    target.mkdir(parents=True)
    for part in sorted(template.iterdir(), key=lambda part: part.name):
        path = target / part.name.replace("PACKAGE", names["PACKAGE"]).removesuffix(".txt")
        if part.is_dir():
            yield from written_into(path, part, names)
        else:
            path.write_text(Template(part.read_text("utf-8")).substitute(names), "utf-8", newline="\n")
            yield path
