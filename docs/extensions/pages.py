"""Pages that are written at the start of a build: one per error code, one per JSON document and stored entity."""

import json
from pathlib import Path
from typing import Any

from codes import catalogue, raised
from sphinx.application import Sphinx

from kimcore.results import DOCUMENTS, ENTITIES, schema

REFERENCE = Path(__file__).parents[1] / "reference"


def error_pages() -> dict[str, str]:
    """Return a page per error code: what happened, why, the remedy, and the messages."""
    said: dict[str, list[tuple[str, str, str]]] = {}
    for code, kind, en, id in raised():
        said.setdefault(code, []).append((kind, en, id))
    return {code: error_page(code, entry, said.get(code, [])) for code, entry in sorted(catalogue().items())}


def error_page(code: str, entry: dict[str, str], said: list[tuple[str, str, str]]) -> str:
    """Return the page of one error code."""
    parts = [f"# {code}", entry["what"], f"**Why.** {entry['why']}", f"**Remedy.** {entry['remedy']}"]
    lines = [f"- `{kind}`: {en} / {id}" for kind, en, id in dict.fromkeys(said) if en.strip("… ") or id.strip("… ")]
    messages = ["The message, in English and Indonesian (… stands for what is filled in):", "\n".join(lines)]
    return "\n\n".join(parts + (messages if lines else [])) + "\n"


def schema_pages() -> dict[str, str]:
    """Return a page per document and stored entity: what it is, its keys, and its schema."""
    entities = {kind.__name__.lower(): f"Stored entity `{kind.__name__}`." for kind in ENTITIES}
    about = {name: text for name, (text, _) in DOCUMENTS.items()} | entities
    return {name: schema_page(name, text, name in entities) for name, text in about.items()}


def schema_page(name: str, about: str, is_entity: bool) -> str:
    """Return the page of one schema."""
    found = schema(name)
    text = json.dumps(found, ensure_ascii=False, indent=1)
    notes = "A field at its default may be absent; a key that is not known is refused."
    rule = notes if is_entity else "Keys may be added within this version; those that stand here stay."
    return f"# {found['title']}\n\n{about} {rule}\n\n```json\n{text}\n```\n"


def write(folder: Path, pages: dict[str, str]) -> None:
    """Write pages into a folder and remove those of earlier builds that are no more; what is the same is left alone."""
    folder.mkdir(exist_ok=True)
    for path in folder.glob("*.md"):
        if path.stem not in pages:
            path.unlink()
    for name, text in pages.items():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def make(app: Sphinx) -> None:
    """Write every page before the sources are read."""
    write(REFERENCE / "errors", error_pages())
    write(REFERENCE / "documents", schema_pages())


def setup(app: Sphinx) -> dict[str, Any]:
    """Write the pages at the start of a build."""
    app.connect("builder-inited", make)
    return {"version": "1", "parallel_read_safe": True}
