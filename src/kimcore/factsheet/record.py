"""Facts: one flat record per KIM and date, the only input of a rule (facts.md of the docs).

A fact is an answer, a date, a count or a tuple of dates (newest first, none later than `on`). What an absent date
means is part of the fact: `absent="unknown"` (not recorded) or `absent="never"` (it has not happened). A count that is
marked `absent="counted"` is the number of what is not recorded.
"""

from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import field, fields_dict, frozen

from kimcore.privacy import general, public, specific
from kimcore.values import Answer

__all__ = ["Facts", "column_of", "counts_gaps", "fact_names", "never_if_absent"]

UNKNOWN = Answer.UNKNOWN


def dated(clause: str, column: str, absent: str = "unknown") -> MappingProxyType[str, Any]:
    """Return the metadata of a date that is not personal."""
    return public(clause, column=column, absent=absent)


@frozen(kw_only=True)
class Facts:
    """What the rules read about one KIM on one date; the names are also the columns of a frame or a table."""

    on: date = field(metadata=public(column=""))
    kim: str = field(default="", metadata=public(column=""))

    type_a: Answer = field(default=UNKNOWN, metadata=public("II.A.kinds", column="Tipe KIM"))
    information_function: Answer = field(default=UNKNOWN, metadata=public("II.A.kinds", column="Fungsi Informasi"))
    formed_by_community: Answer = field(default=UNKNOWN, metadata=public("II.B.3.a", column="Dibentuk Masyarakat"))
    seated_in_village: Answer = field(default=UNKNOWN, metadata=public("II.B.3.b", column="Kelurahan/Desa"))
    decree_recorded: Answer = field(default=UNKNOWN, metadata=public("II.B.3.c", column="Nomor SK"))
    decree_pending: Answer = field(default=Answer.NO, metadata=public("II.B.3.c", column="Tanggal SK"))
    has_board: Answer = field(default=UNKNOWN, metadata=public("II.B.3.d", column="Memiliki Susunan Pengurus"))
    officers: int = field(default=0, metadata=public("II.B.3.d", column="Pengurus"))
    people: int = field(default=0, metadata=public("II.B.6.3", column="Pengurus"))

    decree_issued: date | None = field(default=None, metadata=dated("II.B.4.legal.1", "Tanggal SK"))
    decree_until: date | None = field(default=None, metadata=dated("II.B.4.legal.1", "SK Berlaku Sampai"))
    decree_revoked: date | None = field(
        default=None, metadata=dated("II.B.6.1", "Tanggal Pencabutan SK", absent="never")
    )
    community_number: Answer = field(default=UNKNOWN, metadata=public("II.B.4.legal.2", column="Nomor Induk KIM"))
    board_acknowledged: Answer = field(
        default=UNKNOWN, metadata=public("II.B.4.legal.3", column="Pengurus Diketahui Kades/Lurah")
    )

    officer_civil_servant: Answer = field(default=UNKNOWN, repr=False, metadata=general("II.B.4.admin.1", column="ASN"))
    criminal_case: Answer = field(
        default=UNKNOWN, repr=False, metadata=specific("II.B.4.admin.2", column="Terlibat Pidana")
    )
    party_affiliation: Answer = field(
        default=UNKNOWN, repr=False, metadata=general("II.B.4.admin.3", column="Afiliasi Partai Politik")
    )
    ngo_affiliation: Answer = field(
        default=UNKNOWN, repr=False, metadata=general("II.B.4.admin.4", column="Afiliasi LSM")
    )
    statement_signed: date | None = field(default=None, metadata=dated("II.B.4.statement", "Tanggal Surat Pernyataan"))

    address: Answer = field(default=UNKNOWN, metadata=public("II.B.5.a", column="Alamat"))
    contact: Answer = field(default=UNKNOWN, metadata=public("II.B.5.a", column="Nomor Telepon"))
    recognised: Answer = field(default=UNKNOWN, metadata=public("II.B.5.a", column="Pengakuan Masyarakat"))
    active: Answer = field(default=UNKNOWN, metadata=public("II.B.5.b", column="Aktivitas Berkala"))
    activities: tuple[date, ...] = field(default=(), metadata=public("II.B.5.b", column="Keterangan Waktu"))
    good_record: Answer = field(default=UNKNOWN, metadata=public("II.B.5.c", column="Rekam Jejak Baik"))
    villages_reached: int | None = field(default=None, metadata=public("II.B.5.d", column="Jangkauan Desa (jumlah)"))
    first_hand: Answer = field(default=UNKNOWN, metadata=public("II.B.5.e", column="Pemahaman Langsung"))
    media: Answer = field(default=UNKNOWN, metadata=public("II.B.5.f", column="Jenis Media"))
    other_means: Answer = field(default=UNKNOWN, metadata=public("II.B.5.f", column="Sarana Lain"))
    resources: Answer = field(default=UNKNOWN, metadata=public("II.B.5.g", column="Sumber Daya"))

    members_became: tuple[date, ...] = field(
        default=(), repr=False, metadata=general("II.B.6.3", column="Menjadi ASN Sejak")
    )
    members_undated: int = field(
        default=0, repr=False, metadata=general("II.B.6.3", column="Menjadi ASN Sejak", absent="counted")
    )
    in_other_district: Answer = field(default=UNKNOWN, metadata=public("II.B.6.5", column="Kode Wilayah"))
    case_1: Answer = field(default=Answer.NO, metadata=public("II.B.6.1", column="Dasar (1–7)"))
    case_2: Answer = field(default=Answer.NO, repr=False, metadata=general("II.B.6.2", column="Dasar (1–7)"))
    case_3: Answer = field(default=Answer.NO, repr=False, metadata=general("II.B.6.3", column="Dasar (1–7)"))
    case_4: Answer = field(default=Answer.NO, repr=False, metadata=specific("II.B.6.4", column="Dasar (1–7)"))
    case_5: Answer = field(default=Answer.NO, metadata=public("II.B.6.5", column="Dasar (1–7)"))
    case_6: Answer = field(default=Answer.NO, metadata=public("II.B.6.6", column="Dasar (1–7)"))
    case_7: Answer = field(default=Answer.NO, metadata=public("II.B.6.7", column="Dasar (1–7)"))

    term_began: date | None = field(default=None, metadata=dated("III.A.r", "Periode Kemitraan", absent="never"))
    term_until: date | None = field(default=None, metadata=dated("III.A.r", "Periode Kemitraan", absent="never"))
    proven_in_term: date | None = field(
        default=None, metadata=dated("II.B.6.terminate", "Tanggal Temuan", absent="never")
    )


def fact_names() -> tuple[str, ...]:
    """Return the names of the facts that rules may read, in order."""
    return tuple(name for name in fields_dict(Facts) if name not in ("on", "kim"))


def column_of(name: str) -> str:
    """Return the heading of the register under which a fact is recorded."""
    return str(fields_dict(Facts)[name].metadata["column"])


def never_if_absent(name: str) -> bool:
    """Tell whether an absent date means that it has not happened, rather than that it is not recorded."""
    return fields_dict(Facts)[name].metadata.get("absent") == "never"


def counts_gaps(name: str) -> bool:
    """Tell whether a fact is the number of people for whom something is not recorded."""
    return fields_dict(Facts)[name].metadata.get("absent") == "counted"
