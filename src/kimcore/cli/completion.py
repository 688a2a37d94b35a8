"""Completion: what a shell offers for a KIM and an office, read from the store that the line names; never an error."""

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import click

from kimcore.errors import KimError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from kimcore.cli.settings import Settings

__all__ = ["complete_kim", "complete_office", "complete_work"]

OPTIONS = ("store", "office", "rulebook", "on", "lang", "format", "config")


def complete_kim(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG001
    """Return the ids of KIMs that begin with what was typed or whose name holds it; an id needs no quotes."""
    from click.shell_completion import CompletionItem

    typed = incomplete.casefold()
    return [
        CompletionItem(id, help=f"{name}, {village}" if village else name)
        for id, name, village in kims(ctx)
        if id.casefold().startswith(typed) or typed in name.casefold()
    ]


def complete_office(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG001
    """Return the codes of the offices that the store holds."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(code) for code in offices(ctx) if code.startswith(incomplete)]


def complete_work(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":  # noqa: ARG001
    """Return the ids of works that begin with what was typed or whose title holds it."""
    from click.shell_completion import CompletionItem

    typed = incomplete.casefold()
    return [
        CompletionItem(id, help=title)
        for id, title in works(ctx)
        if id.casefold().startswith(typed) or typed in title.casefold()
    ]


def settings_of(ctx: click.Context) -> "Settings":
    """Return the settings of an unfinished line."""
    from kimcore.cli.settings import settle

    before = ctx.parent.params if ctx.parent else {}
    return settle(*({key: given.get(key) for key in OPTIONS} for given in (before, ctx.params)))


def kims(ctx: click.Context) -> Iterator[tuple[str, str, str]]:
    """Yield id, name and village of every KIM; none where the store cannot be read."""
    from kimcore.cli.opening import opened

    try:
        with opened(settings_of(ctx)) as workspace:
            yield from ((kim.id, kim.name, kim.village) for kim in workspace.kims())
    except (KimError, OSError):
        return


def works(ctx: click.Context) -> Iterator[tuple[str, str]]:
    """Yield id and title of every work of the command's group; none where the store cannot be read."""
    from kimcore.cli.opening import opened

    try:
        with opened(settings_of(ctx)) as workspace:
            yield from ((work.id, work.title) for work in workspace.works_on(str(ctx.info_name)))
    except (KimError, OSError, ValueError):
        return


def offices(ctx: click.Context) -> Iterator[str]:
    """Yield the code of every office in the store; none where it cannot be read."""
    from kimcore.cli.hosting import a_host
    from kimcore.workspace import held

    try:
        with closing(a_host().open_storage(settings_of(ctx).store)) as storage:
            yield from (office.text for office in held(storage))
    except (KimError, OSError):
        return
