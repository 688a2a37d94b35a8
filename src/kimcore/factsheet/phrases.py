"""Phrases: how each fact is said in a reason, in Indonesian and English."""

from datetime import date

from attrs import frozen

from kimcore.factsheet.record import Facts, column_of, never_if_absent
from kimcore.terms import Text
from kimcore.values import OPEN_ENDED, Answer

__all__ = ["Phrase", "phrase"]

BLANK = Text("kolom “{column}” belum diisi", "the column “{column}” is not filled in")


@frozen
class Phrase:
    """How a fact is said: where it holds (yes, or a value as `{value}`) and where it does not (no, or absent)."""

    yes: Text
    no: Text


def p(yes_id: str, yes_en: str, no_id: str, no_en: str) -> Phrase:
    """Return a phrase from its four wordings."""
    return Phrase(Text(yes_id, yes_en), Text(no_id, no_en))


CASE = p(
    "ada indikasi atau temuan yang tercatat pada lembar Peninjauan",
    "an indication or finding is recorded in the sheet Peninjauan",
    "tidak ada indikasi atau temuan yang berlaku",
    "no indication or finding stands",
)

PHRASES = {
    "type_a": p("KIM bertipe A", "the KIM is of type A", "KIM bertipe B", "the KIM is of type B"),
    "information_function": p(
        "fungsi pengelolaan dan diseminasi informasi ada", "the information function is there",
        "fungsi pengelolaan dan diseminasi informasi tidak ada", "the information function is missing",
    ),
    "formed_by_community": p(
        "dibentuk oleh masyarakat", "formed by the community",
        "tidak dibentuk oleh masyarakat", "not formed by the community",
    ),
    "seated_in_village": p(
        "berkedudukan di desa/kelurahan", "seated in a village or ward",
        "tidak berkedudukan di desa/kelurahan", "not seated in a village or ward",
    ),
    "decree_recorded": p("SK tercatat", "a decree is recorded", "SK tidak ada", "there is no decree"),
    "decree_pending": p(
        "SK baru terbit sesudah tanggal penilaian", "the decree is issued only after the date of assessment",
        "SK tidak terbit sesudah tanggal penilaian", "the decree is not issued after the date of assessment",
    ),
    "has_board": p("susunan pengurus ada", "a board exists", "susunan pengurus tidak ada", "no board exists"),
    "officers": p("{value} pengurus tercatat", "{value} officers are recorded",
                  "belum ada pengurus yang tercatat", "no officer is recorded"),
    "people": p("{value} orang tercatat pada lembar Pengurus", "{value} people are recorded in the sheet Pengurus",
                "belum ada orang yang tercatat pada lembar Pengurus", "nobody is recorded in the sheet Pengurus"),
    "decree_issued": p("SK terbit {value}", "the decree was issued on {value}", "", ""),
    "decree_until": p("SK berlaku sampai {value}", "the decree runs until {value}",
                      "SK berlaku tanpa batas waktu", "the decree is open-ended"),
    "decree_revoked": p("SK dicabut {value}", "the decree is revoked on {value}",
                        "tidak ada pencabutan SK yang tercatat", "no revocation of the decree is recorded"),
    "community_number": p("Nomor Induk Komunitas tercatat", "the community number is recorded",
                          "Nomor Induk Komunitas belum ada", "there is no community number yet"),
    "board_acknowledged": p(
        "pengurus diketahui Kepala Desa/Lurah", "the board is acknowledged by the village head",
        "pengurus belum diketahui Kepala Desa/Lurah", "the board is not acknowledged by the village head",
    ),
    "officer_civil_servant": p(
        "ada pengurus yang menjadi ASN", "an officer is a civil servant",
        "tidak ada pengurus yang diketahui sebagai ASN", "no officer is known to be a civil servant",
    ),
    "criminal_case": p("jawaban kantor: terlibat pidana", "the office's answer: involved in a criminal case",
                       "tidak terlibat pidana", "not involved in a criminal case"),
    "party_affiliation": p("berafiliasi dengan partai politik", "affiliated with a political party",
                           "tidak berafiliasi dengan partai politik", "not affiliated with a political party"),
    "ngo_affiliation": p("berafiliasi dengan LSM", "affiliated with an NGO (LSM)",
                         "tidak berafiliasi dengan LSM", "not affiliated with an NGO (LSM)"),
    "statement_signed": p("surat pernyataan ditandatangani {value}", "the statement was signed on {value}", "", ""),
    "address": p("alamat tercatat", "an address is recorded", "alamat tidak ada", "there is no address"),
    "contact": p("kontak tercatat", "a contact is recorded", "kontak tidak ada", "there is no contact"),
    "recognised": p("diakui masyarakat", "recognised by the community",
                    "tidak diakui masyarakat", "not recognised by the community"),
    "active": p("aktivitas berkala ada", "there is periodic activity",
                "aktivitas berkala tidak ada", "there is no periodic activity"),
    "activities": p("kegiatan terakhir dalam catatan diseminasi {value}", "the last logged activity was on {value}",
                    "catatan diseminasi belum memuat kegiatan", "the log holds no activity"),
    "good_record": p("rekam jejak baik", "the track record is good",
                     "rekam jejak tidak baik", "the track record is not good"),
    "villages_reached": p("menjangkau {value} desa/kelurahan", "reaches {value} villages",
                          "tidak menjangkau satu pun desa/kelurahan", "reaches no village"),
    "first_hand": p("memahami langsung komunitas atau daerahnya", "understands its community or area first-hand",
                    "tidak memahami langsung komunitas atau daerahnya", "has no first-hand understanding"),
    "media": p("media tercatat", "a medium is recorded", "media tidak ada", "there is no medium"),
    "other_means": p("sarana lain ada", "there are other means", "sarana lain tidak ada", "there are no other means"),
    "resources": p("sumber daya ada", "there are resources", "sumber daya tidak ada", "there are no resources"),
    "members_became": p("anggota terakhir menjadi ASN {value}", "a member last became a civil servant on {value}",
                        "tidak ada anggota yang diketahui menjadi ASN", "no member is known to have become one"),
    "members_undated": p(
        "{value} anggota ASN, atau mungkin ASN, tanpa tanggal", "{value} members are or may be civil servants, undated",
        "semua anggota jelas bukan ASN atau bertanggal", "every member is dated or known to be none",
    ),
    "in_other_district": p("kode wilayah berada di kabupaten/kota lain", "the region code lies in another district",
                           "kode wilayah berada di kabupaten/kota ini", "the region code lies in this district"),
    "term_began": p("masa kemitraan dimulai {value}", "the term of partnership began on {value}",
                    "tidak ada masa kemitraan", "there is no term of partnership"),
    "term_until": p("masa kemitraan sampai {value}", "the term of partnership runs until {value}",
                    "tidak ada akhir masa kemitraan", "the term of partnership has no end"),
    "proven_in_term": p("terbukti {value} dalam masa kemitraan", "proven on {value} within the term",
                        "tidak ada yang terbukti dalam masa kemitraan", "nothing was proven within the term"),
} | {f"case_{n}": CASE for n in range(1, 8)}  # fmt: skip


def phrase(facts: Facts, name: str) -> Text:
    """Return a fact as a clause of a sentence: its value and date, or the column that is still blank."""
    value = getattr(facts, name)
    if value is Answer.UNKNOWN or (value is None and not never_if_absent(name)):
        return BLANK.format(column=column_of(name))
    words = PHRASES[name]
    if value in (Answer.NO, None, 0, (), OPEN_ENDED):
        return words.no
    shown = value[0] if isinstance(value, tuple) else value
    return words.yes.format(value=shown if isinstance(shown, date) else str(shown))
