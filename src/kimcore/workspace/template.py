"""Template: an empty register with headings, drop-downs and notes."""

from pathlib import Path

from kimcore.errors import InvalidValue, NotAllowed
from kimcore.plugins import PluginHost
from kimcore.terms import Language

__all__ = ["write_template"]


def write_template(target: str | Path, language: Language = "id", *, host: PluginHost | None = None) -> Path:
    """Write an empty register and return its path; refuse to overwrite a file (`NotAllowed`)."""
    from kimcore.intake.form import register_form

    path = Path(target)
    if path.suffix.lower() != ".xlsx":
        en, id = f"{path}: the template is a workbook; its name ends in .xlsx", f"{path}: namanya harus berakhir .xlsx"
        raise InvalidValue("file_kind", en, id, field="file")
    if path.exists():
        en, id = f"{path} is there already; name another file", f"{path} sudah ada; sebutkan nama lain"
        raise NotAllowed("file_exists", en, id)
    writer = (host or PluginHost()).form_writer("xlsx")
    writer.write_form(register_form(), path, language)
    return path
