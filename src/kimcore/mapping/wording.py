"""Wording: the reason of a placement, as a sentence that an officer can read aloud, in both languages."""

from datetime import date
from typing import Final

from kimcore.mapping.cutoffs import CutOff, CutOffs
from kimcore.mapping.quadrants import APPROACHES, NAMES, Kind, Policy, Position
from kimcore.mapping.scores import Axis, Scores
from kimcore.monitoring import Figure, FigureSource
from kimcore.terms import Text
from kimcore.values import Outcome

__all__ = ["day_text", "explain", "number_text"]

MONTHS: Final = Text(
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "January February March April May June July August September October November December",
)
NOTHING: Final = Text("", "")
HIGH, LOW = Text("tinggi", "high"), Text("rendah", "low")
WEAK: Final = Text(", batas lemah", ", weak cut-off")
UNKNOWN_FORMATION: Final = Text(
    " Syarat pembentukan belum dapat dipastikan seluruhnya.", " Not every formation condition can be told yet."
)
OUTSIDE: Final = Text(
    "Di luar pemetaan: ada syarat pembentukan yang tidak terpenuhi.",
    "Outside the mapping: a formation condition is not met.",
)
SENTENCES: Final = {
    Kind.PLACED: Text(
        "Kuadran {quadrant} ({levels}), pendekatan: {approach}. {figures}.",
        "Quadrant {quadrant} ({levels}), approach: {approach}. {figures}.",
    ),
    Kind.MIXED: Text(
        "Kuadran belum ditetapkan: kekuatan dan pengaruh tidak searah, sehingga KIM berada di antara kuadran {first} "
        "dan {second}. {figures}.",
        "No quadrant is claimed: power and influence differ, so that the KIM lies between quadrants {first} and "
        "{second}. {figures}.",
    ),
    Kind.UNPLACED: Text(
        "Belum terpetakan: {missing} belum diketahui. {figures}.", "Not placed: {missing} unknown. {figures}."
    ),
}
RESOLVED: Final = Text(
    " Kekuatan dan pengaruh tidak searah; kebijakan yang dipakai: {policy}.",
    " Power and influence differ; the policy applied: {policy}.",
)


def explain(position: Position, scores: Scores, cutoffs: CutOffs, policy: Policy, formation: Outcome) -> Text:
    """Return why a KIM lies where it does: levels, figures, dates, cut-offs, and the policy where it decided."""
    if position.kind is Kind.OUTSIDE:
        return OUTSIDE
    sentence = SENTENCES[position.kind].format(
        quadrant=position.quadrant,
        levels=NAMES[position.quadrant] if position.quadrant else "",
        approach=APPROACHES[position.quadrant] if position.quadrant else "",
        first=position.candidates[0] if position.candidates else "",
        second=position.candidates[-1] if position.candidates else "",
        missing=joined([missing_text(axis, scores) for axis in Axis if level_on(axis, scores, cutoffs) is None]),
        figures=begun(joined([axis_text(axis, scores, cutoffs.of(axis)) for axis in Axis], "; ")),
    )
    return joined([sentence, policy_text(position, scores, cutoffs, policy), formation_text(formation)], "")


def level_on(axis: Axis, scores: Scores, cutoffs: CutOffs) -> bool | None:
    """Return whether the score on an axis is high, None where it or the cut-off is unknown."""
    return cutoffs.of(axis).is_high(scores.value(axis))


def missing_text(axis: Axis, scores: Scores) -> Text:
    """Return what is missing on an axis: the score, or else the cut-off."""
    name = Text("{axis}", "{axis}") if scores.value(axis) is None else Text("batas {axis}", "the cut-off of {axis}")
    return name.format(axis=axis)


def policy_text(position: Position, scores: Scores, cutoffs: CutOffs, policy: Policy) -> Text:
    """Return which policy placed a KIM whose power and influence differ, or nothing."""
    power, influence = (level_on(axis, scores, cutoffs) for axis in (Axis.POWER, Axis.INFLUENCE))
    differ = position.kind is Kind.PLACED and power is not influence
    return RESOLVED.format(policy=policy) if differ else NOTHING


def formation_text(formation: Outcome) -> Text:
    """Return the mark of a KIM that is mapped although its formation is unknown (R22), or nothing."""
    return UNKNOWN_FORMATION if formation is Outcome.UNKNOWN else NOTHING


def axis_text(axis: Axis, scores: Scores, cutoff: CutOff) -> Text:
    """Return the score on an axis, its origin, its level and the cut-off."""
    value = scores.value(axis)
    if value is None:
        return Text("{axis} belum diketahui", "{axis} unknown").format(axis=axis)
    known = Text("{axis} {value}{origin}", "{axis} {value}{origin}").format(
        axis=axis, value=number_text(value), origin=origin_text(axis, scores)
    )
    high = cutoff.is_high(value)
    if high is None or cutoff.value is None:
        return known
    level = Text("{known}: {level} (batas {cut}{weak})", "{known}: {level} (cut-off {cut}{weak})")
    weak = WEAK if cutoff.weak else NOTHING
    return level.format(known=known, level=HIGH if high else LOW, cut=number_text(cutoff.value), weak=weak)


def origin_text(axis: Axis, scores: Scores) -> Text:
    """Return where a score comes from, with its day and whether it is stale; nothing where that is not given."""
    if axis is Axis.INTEREST:
        source = scores.interest.source
        return NOTHING if source is None else Text(" ({s})", " ({s})").format(s=source)
    figure = scores.power if axis is Axis.POWER else scores.influence
    return figure_text(figure)


def figure_text(figure: Figure) -> Text:
    """Return where a figure comes from, in brackets."""
    if figure.source is None:
        return NOTHING
    if figure.source is FigureSource.PROFILE or figure.observed_on is None:
        return Text(" (menurut profil)", " (by the profile)")
    old = Text(", sudah lama", ", stale") if figure.stale else NOTHING
    day = day_text(figure.observed_on)
    return Text(" (dicatat {day}{old})", " (observed {day}{old})").format(day=day, old=old)


def joined(texts: list[Text], between: str = ", ") -> Text:
    """Return texts one after the other."""
    return Text(between.join(t.id for t in texts), between.join(t.en for t in texts))


def begun(text: Text) -> Text:
    """Return a text with a capital letter at its beginning."""
    return Text(*(t[:1].upper() + t[1:] for t in (text.id, text.en)))


def day_text(day: date) -> Text:
    """Return a date with the name of its month."""
    return Text(*(f"{day.day} {names.split()[day.month - 1]} {day.year}" for names in (MONTHS.id, MONTHS.en)))


def number_text(value: float) -> Text:
    """Return a number with its thousands grouped, and decimals only where it has any."""
    en = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return Text(en.translate(str.maketrans(",.", ".,")), en)
