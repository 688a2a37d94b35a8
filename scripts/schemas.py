"""Write the JSON Schemas of documents and stored entities into the package data; run it after a change of either."""

import json
from pathlib import Path

from kimcore.results import DOCUMENTS, ENTITIES, schema

TARGET = Path(__file__).parents[1] / "src" / "kimcore" / "data" / "schemas"


def schemas() -> dict[str, str]:
    """Return the text of every file by its name."""
    names = [*DOCUMENTS, *(entity.__name__.lower() for entity in ENTITIES)]
    return {f"{name}.json": json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n" for name in names}


def main() -> None:
    """Write the files, and remove those of schemas that are no more."""
    TARGET.mkdir(exist_ok=True)
    written = schemas()
    for name, text in written.items():
        (TARGET / name).write_text(text, "utf-8")
    for path in TARGET.glob("*.json"):
        if path.name not in written:
            path.unlink()
    print(f"{len(written)} schemas in {TARGET}")


if __name__ == "__main__":
    main()
