"""Template: an empty register with headings, drop-downs and notes."""

from pathlib import Path

from kimcore.errors import NotAllowed

from kimcore.plugins import PluginHost
from kimcore.terms import Language

__all__ = ["write_template"]


def write_template(target: str | Path, language: Language = "id", *, host: PluginHost | None = None) -> Path:
    """Write an empty register and return its path; refuse to overwrite a file (`NotAllowed`)."""
    from kimcore.intake.form import register_form

    path = Path(target)
    if path.exists():
        raise NotAllowed("file_exists", f"{path} is there already; name another file", f"{path} sudah ada; sebutkan nama lain")
    writer = (host or PluginHost()).form_writer("xlsx")
    writer.write_form(register_form(), path, language)
    return path
