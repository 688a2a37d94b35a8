"""Competition plans: the stages of a competition of the office, and of one that KIMs join (Gambar 4.4, 4.5)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from attrs import evolve

from kimcore.clauses import cite
from kimcore.collaboration.candidates import APPOINT, CLEARED, FEEDBACK, MINDED, SELECTION, WATCH
from kimcore.collaboration.stages import Plan, Requirement, Responsible, Stage, has
from kimcore.terms import Term, Text

__all__ = ["COMPETITION_PLANS", "CompetitionKind"]


class CompetitionKind(Term):
    """The two kinds of competition (IV.E.1)."""

    OWN = "own", "kompetisi mandiri", "own competition"
    OUTSIDE = "outside", "kompetisi ikut serta", "outside competition"


def rubrics_set(work: Any, on: date) -> bool:  # noqa: ARG001 (what a stage requires is told of a work and a day)
    """There is a category, and each has a rubric."""
    return bool(work.categories) and all(c.rubric for c in work.categories)


def closed(work: Any, on: date) -> bool:
    """The last day of registration is over, or none is set."""
    return work.closes is None or work.closes <= on


def ranked(work: Any, on: date) -> bool:
    """In every category with works each work has a place, and no tie waits for the jury."""
    return all(work.ranking(c.id, on).is_final for c in work.categories)


def no_open_protest(work: Any, on: date) -> bool:
    """Every protest made by the day is decided."""
    return not any(p.is_open(on) for p in work.protests)


def prizes_given(work: Any, on: date) -> bool:
    """Every prize whose place is taken was given by the day, to a work of that place."""
    return all(
        p.given is not None and p.given <= on and p.entry in winners
        for c in work.categories
        for p in c.prizes
        if (winners := {w.work for w in work.ranking(c.id, on).works if w.place == p.place})
    )


def accompanied(work: Any, on: date) -> bool:
    """The office accompanied the KIMs on a day by then."""
    return any(a.on <= on for a in work.accompaniments)


ENTRIES: Final = has("entries", Text("satu karya terdaftar atau lebih", "a registered work or more"))

OWN: Final = Plan(
    id="competition_own",
    title=Text("Kompetisi mandiri", "Own competition"),
    stages=(
        Stage(
            id="schedule",
            clauses=(cite("IV.E.own.plan"), cite("IV.E.own.calendar")),
            label=Text("Penjadwalan dan penganggaran", "Scheduled and budgeted"),
            needs=(
                has("opens", Text("hari pembukaan", "the day of opening")),
                has("budget", Text("anggaran", "a budget")),
                MINDED,
            ),
        ),
        Stage(
            id="mechanism",
            clauses=(cite("IV.E.own.plan"),),
            label=Text("Mekanisme kompetisi", "Mechanism set"),
            after=("schedule",),
            needs=(
                has("mechanism", Text("mekanisme", "the mechanism")),
                Requirement(
                    Text("kategori dengan kriteria penilaian", "categories, each with its rubric"), rubrics_set
                ),
            ),
        ),
        Stage(
            id="jury",
            clauses=(cite("IV.E.own.plan"),),
            label=Text("Penetapan juri", "Jury set"),
            after=("mechanism",),
            needs=(has("jurors", Text("seorang juri atau lebih", "a juror or more")),),
        ),
        Stage(
            id="timeline",
            clauses=(cite("IV.E.own.plan"),),
            label=Text("Penetapan timeline", "Timeline set"),
            after=("jury",),
            needs=(has("closes", Text("hari penutupan pendaftaran", "the last day of registration")),),
        ),
        Stage(
            id="publicised",
            clauses=(cite("IV.E.own.run"),),
            label=Text("Publikasi kompetisi", "Publicised"),
            after=("timeline",),
            needs=(has("publications", Text("publikasi", "a publication")),),
        ),
        *SELECTION,
        Stage(
            id="registered",
            clauses=(cite("IV.E.own.run"), cite("IV.E.competition")),
            label=Text("Registrasi peserta", "Participants registered"),
            after=("publicised", "appoint"),
            needs=(
                ENTRIES,
                Requirement(Text("penutupan pendaftaran", "the end of registration"), closed),
            ),
        ),
        Stage(
            id="judged",
            clauses=(cite("IV.E.own.run"), cite("IV.E.competition")),
            label=Text("Penilaian hasil karya", "Works judged"),
            by=Responsible.JURY,
            after=("registered",),
            needs=(
                Requirement(
                    Text("peringkat di setiap kategori tanpa seri terbuka", "a ranking of every category, no tie open"),
                    ranked,
                ),
            ),
        ),
        Stage(
            id="announced",
            clauses=(cite("IV.E.own.run"), cite("IV.E.competition")),
            label=Text("Pengumuman pemenang", "Winners announced"),
            after=("judged",),
        ),
        Stage(
            id="prizes",
            clauses=(cite("IV.E.competition"),),
            label=Text("Pemberian hadiah", "Prizes given"),
            after=("announced",),
            needs=(
                Requirement(Text("putusan atas setiap keberatan", "every protest to be decided"), no_open_protest),
                Requirement(Text("hadiah setiap kategori", "the prizes of every category"), prizes_given),
                CLEARED,
            ),
        ),
        Stage(
            id="reported",
            clauses=(cite("IV.E.own.report"),),
            label=Text("Laporan kegiatan", "Activity reported"),
            after=("prizes",),
        ),
        Stage(
            id="participants_recorded",
            clauses=(cite("IV.E.own.report"),),
            label=Text("Pendataan peserta", "Participants recorded"),
            after=("registered",),
            needs=(ENTRIES,),
        ),
        Stage(
            id="documented",
            clauses=(cite("IV.E.own.report"),),
            label=Text("Dokumentasi hasil karya", "Works documented"),
            after=("judged",),
            needs=(has("documentation", Text("tempat dokumentasi karya", "where the works are kept")),),
        ),
    ),
)
"""Planning, running, reporting; the selection of KIMs (IV.E.sim) comes before registration ends."""

OUTSIDE: Final = Plan(
    id="competition_outside",
    title=Text("Kompetisi ikut serta", "Outside competition"),
    stages=(
        evolve(WATCH, clauses=(cite("IV.E.join.prepare"), *WATCH.clauses)),
        FEEDBACK,
        APPOINT,
        Stage(
            id="registered",
            clauses=(cite("IV.E.join.prepare"),),
            label=Text("Pendaftaran KIM", "KIMs registered"),
            after=("appoint",),
            needs=(ENTRIES,),
        ),
        Stage(
            id="prepared",
            clauses=(cite("IV.E.join.prepare"),),
            label=Text("Persiapan mengikuti kompetisi", "KIMs prepared"),
            by=Responsible.BOTH,
            after=("registered",),
        ),
        Stage(
            id="accompanied",
            clauses=(cite("IV.E.join.run"),),
            label=Text("Pendampingan KIM", "KIMs accompanied"),
            after=("prepared",),
            needs=(Requirement(Text("catatan pendampingan", "a record of accompaniment"), accompanied),),
        ),
        Stage(
            id="reported",
            clauses=(cite("IV.E.join.report"),),
            label=Text("Laporan pendampingan", "Accompaniment reported"),
            after=("accompanied",),
        ),
        Stage(
            id="evaluated",
            clauses=(cite("IV.E.join.report"),),
            label=Text("Evaluasi hasil keikutsertaan", "Result evaluated"),
            after=("reported",),
            needs=(has("evaluation", Text("simpulan evaluasi", "the conclusion of the evaluation")), CLEARED),
        ),
    ),
)
"""Preparing, accompanying, reporting."""

COMPETITION_PLANS: Final[Mapping[CompetitionKind, Plan]] = {CompetitionKind.OWN: OWN, CompetitionKind.OUTSIDE: OUTSIDE}
