"""Wording: what click would say in English alone, said in the language asked for: refusals and what is expected."""

import os
import sys
import unicodedata

import click

from kimcore.terms import Language, Text

__all__ = ["expected", "label", "language_in", "printable", "refusal", "width"]

MISSING = Text("{name} belum disebut", "{name} is missing")
NO_OPTION = Text("tidak ada pilihan {name}{near}", "there is no option {name}{near}")
NO_VALUE = Text("{name}: nilainya belum disebut, atau tidak diperlukan", "{name}: lacks its value, or takes none")
NEAR = Text("; mungkin maksudnya: {near}", "; do you mean: {near}")
SEE = Text("{text} (bantuan: {path} --help)", "{text} (help: {path} --help)")
NUMBER = Text("bilangan", "a number")
DAY = Text("2026-11-24, 24/11/2026 atau 24 November 2026", "2026-11-24, 24/11/2026 or 24 November 2026")
FOLDER = Text("sebuah folder, bukan berkas", "a folder, not a file")
FILE = Text("berkas yang ada dan dapat dibaca", "a file that exists and can be read")
TARGET = Text("nama berkas, bukan folder", "the name of a file, not of a folder")

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})


def refusal(error: click.ClickException, language: Language) -> str:
    """Return why click could not take the arguments, and how to get help, in one line."""
    text = told(error)
    ctx = getattr(error, "ctx", None)
    return SEE.format(text=text, path=ctx.command_path if ctx else "kimcore").say(language)


def told(error: click.ClickException) -> Text:
    """Return the refusal itself; what has no wording here keeps click's."""
    match error:
        case click.NoSuchOption():
            near = NEAR.format(near=", ".join(error.possibilities)) if error.possibilities else Text("", "")
            return NO_OPTION.format(name=error.option_name, near=near)
        case click.MissingParameter() if error.param is not None:
            return MISSING.format(name=label(error.param))
        case click.BadOptionUsage():
            return NO_VALUE.format(name=error.option_name)
    return Text(error.format_message(), error.format_message())


def label(param: click.Parameter) -> str:
    """Return a parameter as it is typed: `--on`, `FILES`."""
    return param.opts[0] if isinstance(param, click.Option) else (param.name or "").upper()


def expected(kind: click.ParamType) -> Text:  # type: ignore[type-arg,unused-ignore]
    """Return what an option or argument takes."""
    match kind:
        case click.Choice():
            listed = ", ".join(map(str, kind.choices))
            return Text(listed, listed)
        case click.IntRange() | click.FloatRange():
            return Text(f"{kind.min}–{kind.max}", f"{kind.min}–{kind.max}")
        case click.Path():
            return FILE if kind.exists else TARGET if kind.file_okay else FOLDER
    return DAY if kind.name == "date" else NUMBER


def printable(text: str) -> str:
    """Return a text without characters by which data could steer a terminal, forge a line or turn its order around.

    Line breaks and tabs become blanks; other controls, lone surrogates and marks of direction a replacement character.
    """
    return "".join(map(shown, text)) if not (text.isascii() and text.isprintable()) else text


def shown(character: str) -> str:
    """Return a character as it may stand on a terminal."""
    if character in "\n\t\r\u2028\u2029":
        return " "
    unsafe = character in BIDI or unicodedata.category(character) in UNSAFE
    return "\N{REPLACEMENT CHARACTER}" if unsafe else character


def language_in(arguments: list[str]) -> Language:
    """Return the language that arguments ask for, before they are parsed: help and refusals need it."""
    asked = "id"
    for before, argument in zip(["", *arguments], arguments, strict=False):
        name, _, value = argument.partition("=")
        asked = value if name == "--lang" and value else argument if before == "--lang" else asked
    return "en" if asked == "en" else "id"


def width() -> int:
    """Return how wide help is, by click's own measure: click would ask `shutil`, which loads every archive format."""
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.__stdout__.fileno()).columns)  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        columns = 80
    return max(min(columns or 80, 80) - 2, 50)
