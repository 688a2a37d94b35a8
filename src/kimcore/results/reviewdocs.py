"""Review documents: what monitoring tells beside Tabel 5.1 to 5.3, as plain data, and its shape."""

from collections.abc import Iterable
from typing import Any, Final

from attrs import asdict

from kimcore.media import Platform
from kimcore.monitoring import (
    Aspect,
    Consistency,
    Engagement,
    Evaluation,
    Gathering,
    Indicator,
    Interval,
    Proofs,
    ProofState,
    Rate,
    Review,
    SharedProof,
    Side,
    Survey,
    SurveyChange,
    Verdict,
)
from kimcore.results.rows import plain
from kimcore.results.shapes import Shape
from kimcore.terms import Language
from kimcore.values import Answer

__all__ = ["SHAPE", "review_document"]

RATE: Final[dict[str, Shape]] = {
    "value": "number?",
    "numerator": "count?",
    "denominator": "count?",
    "known": "count",
    "total": "count",
}
SURVEY: Final[dict[str, Shape]] = {
    "surveyed": "day?",
    "asked": "count?",
    "answered": "count?",
    "favourable": "count?",
    "share": "number?",
    "interval": ({"lower": "number", "upper": "number"}, None),
    "small": "boolean",
}
SHARED: Final[dict[str, Shape]] = {
    "link": "text?",
    "rows": [{"kim": "text", "on": "day?", "activity": "text"}],
}

SHAPE: Final[dict[str, Shape]] = {
    "engagement": [
        {
            "kim": "text?",
            "platform": "text?",
            "contents": "count",
            "rate": RATE,
            "amplification": RATE,
            "left_out": [Indicator],
            "audience_on": "day?",
            "stale": ("boolean", None),
        }
    ],
    "surveys": [
        {
            "kim": "text?",
            "topic": "text",
            "aspect": (Aspect, None),
            "before": (SURVEY, None),
            "after": (SURVEY, None),
            "change": "number?",
            "interval": ({"lower": "number", "upper": "number"}, None),
            "verdict": Verdict,
        }
    ],
    "gatherings": [
        {
            "kim": "text",
            "title": "text",
            "form": "text",
            "held": "day?",
            "attended": "count?",
            "took_part": "count?",
        }
    ],
    "consistency": [
        {
            "kim": "text",
            "weeks": "count",
            "active_weeks": "count?",
            "silence": "count?",
            "last": "day?",
            "dormant": Answer,
            "undated": "count",
        }
    ],
    "proofs": {
        "counts": {state.code: "count" for state in ProofState},
        "repeated": [SHARED],
        "shared": [SHARED],
        "linked": "count",
    },
    "evaluation": [
        {
            "kim": "text",
            "considerations": [
                {
                    "subject": "text",
                    "side": Side,
                    "reason": "text",
                    "on": "day",
                    "clause": "text",
                    "recorded_in": "text",
                }
            ],
        }
    ],
}


def review_document(found: Review, language: Language) -> dict[str, Any]:
    """Return the keys of the document."""
    return {
        "engagement": [engagement(e) for e in found.engagement],
        "surveys": [change(c) for c in found.changes],
        "gatherings": [gathering(g) for g in found.gatherings],
        "consistency": [regularity(c) for c in found.consistency],
        "proofs": proofs(found.proofs),
        "evaluation": [evaluation(e, language) for e in found.evaluations],
    }


def rate(found: Rate) -> dict[str, Any]:
    """Return a rate with both of its sums and how many things it is taken over."""
    sums = {"numerator": found.numerator.value, "denominator": found.denominator.value}
    return {"value": rounded(found.value), **sums, "known": found.known, "total": found.total}


def rounded(value: float | None) -> float | None:
    """Return a number to four decimals."""
    return None if value is None else round(value, 4)


def engagement(found: Engagement) -> dict[str, Any]:
    """Return the engagement of one KIM or platform, null for all."""
    return {
        "kim": found.kim,
        "platform": found.platform.code if isinstance(found.platform, Platform) else found.platform,
        "contents": found.contents,
        "rate": rate(found.rate),
        "amplification": rate(found.amplification),
        "left_out": plain(found.left_out),
        "audience_on": plain(found.audience_on),
        "stale": found.stale,
    }


def change(found: SurveyChange) -> dict[str, Any]:
    """Return the change of one aspect of a topic, in percentage points; `kim` is null for the whole office."""
    return {
        "kim": found.kim or None,
        "topic": found.topic,
        "aspect": plain(found.aspect),
        "before": survey(found.before),
        "after": survey(found.after),
        "change": rounded(found.change),
        "interval": bounds(found.interval),
        "verdict": found.verdict.code,
    }


def survey(found: Survey | None) -> dict[str, Any] | None:
    """Return one survey with its share, 0 to 1; null where there is none."""
    if found is None:
        return None
    counts = {name: getattr(found, name) for name in ("asked", "answered", "favourable")}
    share = {"share": rounded(found.share), "interval": bounds(found.interval), "small": found.is_small}
    return {"surveyed": plain(found.surveyed), **counts, **share}


def bounds(found: Interval | None) -> dict[str, Any] | None:
    """Return the bounds of an interval."""
    return None if found is None else {"lower": rounded(found.lower), "upper": rounded(found.upper)}


def gathering(found: Gathering) -> dict[str, Any]:
    """Return one gathering."""
    return {name: plain(value) for name, value in asdict(found, recurse=False).items()}


def regularity(found: Consistency) -> dict[str, Any]:
    """Return the consistency of one KIM."""
    names = ("kim", "weeks", "active_weeks", "silence", "last", "dormant", "undated")
    return {name: plain(getattr(found, name)) for name in names}


def proofs(found: Proofs) -> dict[str, Any]:
    """Return how many proofs of each kind there are, and which contents prove several rows."""
    return {
        "counts": {state.code: found.count(state) for state in ProofState},
        "repeated": shared(found.repeated),
        "shared": shared(found.shared),
        "linked": len(found.linked),
    }


def shared(found: Iterable[SharedProof]) -> list[dict[str, Any]]:
    """Return contents with the rows that they prove."""
    return [
        {
            "link": one.link.canonical,
            "rows": [{"kim": r.kim, "on": plain(r.activity.on), "activity": r.activity.activity} for r in one.rows],
        }
        for one in found
    ]


def evaluation(found: Evaluation, language: Language) -> dict[str, Any]:
    """Return what speaks for going on with a KIM, what against, and what cannot be told."""
    return {
        "kim": found.kim,
        "considerations": [
            {
                "subject": c.subject,
                "side": c.side.code,
                "reason": c.text.say(language),
                "on": c.on.isoformat(),
                "clause": c.clause.id,
                "recorded_in": c.source.say(language),
            }
            for c in found.considerations
        ],
    }
