"""Notice: one page to one KIM as HTML that asks nothing of the outside, made to be printed on A4; extra `report`."""

from functools import partial

from kimcore.tables import Notice
from kimcore.terms import Language
from kimcore_plugins.reports.page import policy, stylesheet, template
from kimcore_plugins.reports.parts import say
from kimcore_plugins.reports.plain import clean
from kimcore_plugins.reports.saying import say_cell

__all__ = ["render_notice"]

SIZES = ((9, "roomy"), (16, "close"), (42, "dense"))
"""Up to how many lines a notice is set in which size; beyond the last in the smallest."""


def render_notice(notice: Notice, language: Language = "id") -> str:
    """Return the page; every text from the notice is escaped, and nothing in it runs or loads.

    The more lines it holds, the smaller they are set, so that it fits on one page. Raises `MissingExtra` without
    jinja2 or Babel.
    """
    words = partial(say, language=language)
    lines = sum(1 + bool(item.detail) for part in notice.parts for item in part.items)
    style = stylesheet("notice.css")
    return template("notice.html.j2").render(
        language=language,
        notice=notice,
        size=next((size for most, size in SIZES if lines <= most), "tiny"),
        particulars=[(words(label), say_cell(value, language)) for label, value in notice.particulars],
        style=style,
        policy=policy(style),
        say=words,
        clean=clean,
    )
