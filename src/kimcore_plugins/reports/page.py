"""Page: a report as one HTML page that asks nothing of the outside; shared by html and pdf; extra `report`."""

import base64
import hashlib
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from kimcore.tables import Report
from kimcore.terms import Language
from kimcore_plugins.reports import wording
from kimcore_plugins.reports.lanes import TimelinePart
from kimcore_plugins.reports.parts import MapPart, TablePart, say
from kimcore_plugins.reports.plain import clean, missing
from kimcore_plugins.reports.saying import Said, say_cell, say_date, say_number

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["Said", "policy", "render", "say_cell", "say_date", "say_number", "stylesheet", "template"]

PACKAGE = "kimcore_plugins.reports"


def render(report: Report, language: Language = "id") -> str:
    """Return the page; every text from the report is escaped, and nothing in it runs or loads.

    Raises `MissingExtra` without jinja2 or Babel.
    """
    words = partial(say, language=language)
    style = stylesheet("page.css")
    return template("page.html.j2").render(
        language=language,
        title=words(report.title),
        warning=words(report.warning) if report.warning else "",
        particulars=[(words(label), say_cell(value, language)) for label, value in report.particulars],
        parts=[TablePart(id=f"t{n}", table=t, language=language) for n, t in enumerate(report.tables, 1)],
        maps=[MapPart(id=f"c{n}", chart=c, language=language) for n, c in enumerate(report.charts, 1)],
        timelines=[TimelinePart(id=f"l{n}", timeline=t, language=language) for n, t in enumerate(report.timelines, 1)],
        style=style,
        policy=policy(style),
        words=wording,
        say=words,
        clean=clean,
    )


@cache
def template(name: str) -> "Template":
    """Return a template of this package: it escapes, and fails on a name that is not defined."""
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise missing("jinja2", "report") from error
    environment = Environment(loader=PackageLoader(PACKAGE, "."), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(name)


@cache
def stylesheet(name: str) -> str:
    """Return a style sheet of this package, as markup that needs no escaping."""
    try:
        from markupsafe import Markup
    except ImportError as error:
        raise missing("jinja2", "report") from error
    return Markup(files(PACKAGE).joinpath(name).read_text(encoding="utf-8"))


def policy(style: str) -> str:
    """Return a content security policy under which nothing loads or runs but this style sheet."""
    digest = base64.b64encode(hashlib.sha256(str(style).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
