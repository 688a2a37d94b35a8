"""Tabel 3.1: the profile of every KIM, letters a to t (III.A)."""

from collections.abc import Iterable

from kimcore.assessment import Assessment
from kimcore.clauses import cite
from kimcore.community import Kim
from kimcore.media import Channel, Frequency
from kimcore.reports.columns import columns, count, lines
from kimcore.tables import Cell, Table
from kimcore.terms import Text
from kimcore.values import DENIED, OPEN_ENDED, Period

__all__ = ["profiles"]

CLAUSES = (cite("III.A"), cite("III.A.o"), cite("II.B.3.map.b"))
NONE = Text("tidak ada", "none")
DISTRICT = Text(
    "Kabupaten/Kota diisi hanya oleh Dinas provinsi (III.A.h).",
    "Kabupaten/Kota (district or city) is filled in by a provincial office only (III.A.h).",
)

COLUMNS = columns(
    ("no", "No", "No.", 5),
    ("name", "Nama Kelompok", "Name", 26),
    ("type", "Tipe KIM", "Type", 9),
    ("community_number", "Nomor Induk KIM", "Community number", 22),
    ("contact_person", "Ketua KIM/Narahubung", "Chair or contact", 22),
    ("address", "Alamat", "Address", 30),
    ("village", "Kelurahan/Desa", "Village or ward", 18),
    ("subdistrict", "Kecamatan", "Subdistrict", 18),
    ("district", "Kabupaten/Kota", "District or city", 18),
    ("region", "Kode Wilayah", "Region code", 15),
    ("phone", "Nomor Telepon", "Phone", 16),
    ("whatsapp", "Nomor WhatsApp", "WhatsApp", 16),
    ("email", "Alamat E-mail", "E-mail", 26),
    ("audience", "Khalayak Sasaran", "Target audience", 24),
    ("channels", "Jenis Media", "Media", 22),
    ("groups", "Jenis Media (rincian)", "Media groups", 20),
    ("fields", "Bidang Kegiatan/Ketertarikan", "Fields of activity", 28),
    ("issues", "Isu-isu Publik", "Public issues", 26),
    ("frequency", "Frekuensi", "Frequency", 18),
    ("content_kinds", "Jenis Konten", "Content", 16),
    ("period", "Periode Kemitraan", "Term of partnership", 26),
    ("power", "Kekuatan", "Power", 11),
    ("influence", "Pengaruh", "Influence", 11),
    ("interest", "Skor Ketertarikan", "Interest score", 11),
    ("former_category", "Kategori Lama", "Former category", 20),
    ("in_3t_area", "Wilayah 3T", "3T area", 10),
    ("functions", "Fungsi KIM", "Functions", 22),
    ("other_partners", "Mitra Lain (OPD/K/L)", "Other partners", 22),
    ("founded", "Tanggal Berdiri", "Founded", 12),
)


def profiles(assessments: Iterable[Assessment]) -> Table:
    """Return Tabel 3.1; power and influence are those of the date (observed, else of the profile)."""
    rows = tuple(row(number, found) for number, found in enumerate(assessments, start=1))
    return Table(
        key="profiles",
        name=Text("3.1 Profil", "3.1 Profiles"),
        title=Text("Tabel 3.1 Profil KIM", "Tabel 3.1 Profiles of KIMs"),
        columns=COLUMNS,
        rows=rows,
        notes=(DISTRICT,),
    )


def row(number: int, assessment: Assessment) -> tuple[Cell, ...]:
    """Return the row of one KIM."""
    kim = assessment.kim
    return (number, *seat(kim), *reach(kim), *scores(assessment), *beside(kim))


def seat(kim: Kim) -> tuple[Cell, ...]:
    """Return letters a to j: name, type, number, contact, seat."""
    identity, profile = kim.identity, kim.profile
    return (
        identity.name,
        identity.type,
        stated(identity.community_number),
        stated(profile.contact_person),
        stated(profile.address),
        stated(identity.village),
        identity.subdistrict or None,
        identity.district_name or None,
        str(identity.region) if identity.region else None,
        stated(profile.phone),
        stated(profile.whatsapp),
        stated(profile.email),
    )


def reach(kim: Kim) -> tuple[Cell, ...]:
    """Return letters k to r: audience, media, fields, issues, frequency, content, term."""
    profile = kim.profile
    channels = profile.channels if isinstance(profile.channels, tuple) else ()
    return (
        profile.audience or None,
        NONE if profile.channels is DENIED else lines(*(c.name for c in channels)),
        groups(channels),
        lines(*profile.fields),
        profile.issues or None,
        said(profile.frequency),
        lines(*profile.content_kinds),
        lines_of(kim),
    )


def scores(assessment: Assessment) -> tuple[Cell, ...]:
    """Return letters s and t and the interest score, as they stand on the date where the KIM was mapped."""
    placement, profile = assessment.placement, assessment.kim.profile
    if placement is None:
        return count(profile.power), count(profile.influence), count(profile.interest)
    found = placement.subject.scores
    return count(found.power.value), count(found.influence.value), count(found.interest.value)


def beside(kim: Kim) -> tuple[Cell, ...]:
    """Return what II.A to II.B.2 add to the table."""
    identity = kim.identity
    return (
        identity.former_category,
        identity.in_3t_area,
        lines(*identity.functions),
        identity.other_partners or None,
        kim.profile.founded,
    )


def stated(value: object) -> Cell:
    """Return a stated text as a cell: the word for none where it was denied, empty where it is not recorded."""
    return NONE if value is DENIED else value if isinstance(value, str) else None


def groups(channels: tuple[Channel, ...]) -> Cell:
    """Return the groups of letter o, each once (R8)."""
    return lines(*dict.fromkeys(c.group for c in channels))


def said(frequency: Frequency | None) -> Cell:
    """Return the frequency as it was typed, else as it is counted."""
    if frequency is None:
        return None
    if frequency.text or frequency.count is None or frequency.span is None:
        return frequency.text or None
    return Text("{count} kali per {span}", "{count} times per {span}").format(
        count=frequency.count, span=frequency.span
    )


def lines_of(kim: Kim) -> Cell:
    """Return every term of partnership, one a line."""
    return lines(*(spoken(term.period) for term in kim.all_terms))


OPEN = Text("seterusnya", "open-ended")


def spoken(period: Period) -> Text:
    """Return a term in words, an open one without its last day."""
    end = OPEN if period.end == OPEN_ENDED else period.end
    return Text("{start} s/d {end}", "{start} to {end}").format(start=period.start, end=end)
