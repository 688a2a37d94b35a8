"""Columns: every column of the register, how its cells are made, and where an intake keeps what they hold."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any, Final

from kimcore.community import Kim
from kimcore.values import DENIED
from tests.intake.dirt import answers, days, numbers, words
from tests.intake.dirt.truth import Dirt, Maker, right

__all__ = ["INDICATORS", "SHEETS", "part"]

Getter = Callable[[Any], Any]
INDICATORS: Final = ("like", "share", "comment", "view", "retweet")


def part(path: str) -> Getter:
    """Return what gives a field by its path."""

    def get(item: Any) -> Any:
        for name in path.split("."):
            item = getattr(item, name)
        return item

    return get


def channels(kim: Kim) -> Any:
    """Return the names of the media of a KIM."""
    found = kim.profile.channels
    return DENIED if found is DENIED else tuple(channel.name for channel in found)


def frequency(kim: Kim) -> Any:
    """Return count and span of how often."""
    found = kim.profile.frequency
    return found and (found.count, found.span)


def profile_term(kim: Kim) -> Any:
    """Return the days of the term of the profile."""
    return kim.profile_term and kim.profile_term.period


def role(chance: Random) -> Dirt:
    """Make an office held."""
    word = chance.choice(("Ketua", "Sekretaris", "Anggota"))
    return right(word, word)


def serial(chance: Random) -> Dirt:
    """Make a number that no other issue has."""
    number = chance.getrandbits(40)
    return right(float(number), number)


Columns = tuple[tuple[str, Maker, Getter], ...]
A = answers.ANSWER
SHEETS: Final[Mapping[str, Columns]] = {
    "Profil KIM": (
        ("Tipe KIM", answers.TYPE, part("identity.type")),
        ("Nomor Induk KIM", words.COMMUNITY_NUMBER, part("identity.community_number")),
        ("Ketua KIM/Narahubung", words.STATED, part("profile.contact_person")),
        ("Alamat", words.STATED, part("profile.address")),
        ("Kelurahan/Desa", words.STATED, part("identity.village")),
        ("Kecamatan", words.TEXT, part("identity.subdistrict")),
        ("Kabupaten/Kota", words.TEXT, part("identity.district_name")),
        ("Kode Wilayah", numbers.REGION, part("identity.region")),
        ("Nomor Telepon", words.STATED, part("profile.phone")),
        ("Nomor WhatsApp", words.STATED, part("profile.whatsapp")),
        ("Alamat E-mail", words.STATED, part("profile.email")),
        ("Khalayak Sasaran", words.TEXT, part("profile.audience")),
        ("Jenis Media", words.CHANNELS, channels),
        ("Bidang Kegiatan/Ketertarikan", words.AFFAIRS, part("profile.fields")),
        ("Isu-isu Publik", words.TEXTS, part("profile.issues")),
        ("Frekuensi", words.FREQUENCY, frequency),
        ("Jenis Konten", words.CONTENT_KINDS, part("profile.content_kinds")),
        ("Periode Kemitraan", days.PERIOD, profile_term),
        ("Kekuatan", numbers.COUNT, part("profile.power")),
        ("Pengaruh", numbers.COUNT, part("profile.influence")),
        ("Skor Ketertarikan", numbers.SCORE, part("profile.interest")),
        ("Kategori Lama", words.CATEGORY, part("identity.former_category")),
        ("Wilayah 3T", A, part("identity.in_3t_area")),
        ("Fungsi KIM", words.FUNCTIONS, part("identity.functions")),
        ("Mitra Lain (OPD/K/L)", words.TEXTS, part("identity.other_partners")),
        ("Tanggal Berdiri", days.DAY, part("profile.founded")),
    ),
    "Kelembagaan": (
        ("Nomor SK", words.STATED, part("decree.number")),
        ("Tanggal SK", days.DAY, part("decree.issued")),
        ("SK Berlaku Sampai", days.LAST_DAY, part("decree.until")),
        ("Tanggal Pencabutan SK", days.DAY, part("decree.revoked")),
        ("Dibentuk Masyarakat", A, part("kim.answers.formed_by_community")),
        ("Memiliki Susunan Pengurus", A, part("kim.board.stated")),
        ("Pengurus Diketahui Kades/Lurah", A, part("kim.board.acknowledged")),
        ("Tanggal Surat Pernyataan", days.DAY, part("kim.documents.statement_signed")),
        ("Terlibat Pidana", A, part("kim.answers.criminal_case")),
        ("Afiliasi Partai Politik", A, part("kim.answers.party_affiliation")),
        ("Afiliasi LSM", A, part("kim.answers.ngo_affiliation")),
        ("Pengakuan Masyarakat", A, part("kim.answers.recognised")),
        ("Aktivitas Berkala", A, part("kim.answers.active")),
        ("Rekam Jejak Baik", A, part("kim.answers.good_record")),
        ("Jangkauan Desa (jumlah)", numbers.COUNT_OR_NONE, part("kim.answers.villages_reached")),
        ("Pemahaman Langsung", A, part("kim.answers.first_hand")),
        ("Sarana Lain", A, part("kim.answers.other_means")),
        ("Sumber Daya", A, part("kim.answers.resources")),
        ("Fungsi Informasi", A, part("kim.answers.information_function")),
    ),
    "Pengurus": (
        ("Nama", words.NAME, part("name")),
        ("Jabatan", role, part("role")),
        ("Pengurus/Anggota", answers.MEMBERSHIP, part("is_officer")),
        ("ASN", answers.SERVANT, part("civil_servant")),
        ("Menjadi ASN Sejak", days.DAY, part("civil_servant_since")),
    ),
    "Kemitraan": (
        ("Mulai", days.DAY, part("period.start")),
        ("Selesai", days.END_OF_TERM, part("period.end")),
        ("Program/Kebijakan", words.TEXT, part("programme")),
    ),
    "Isu": (
        ("No", serial, part("number")),
        ("Isu Strategis", words.NAME, part("title")),
        ("Bidang", words.AFFAIR, part("affair")),
        ("Sumber Informasi", words.SOURCES, part("sources")),
        ("Prioritas", A, part("priority")),
        ("Terindikasi Krisis", A, part("crisis")),
        ("Latar Belakang", words.TEXT, part("background")),
        ("Pihak Terlibat", words.TEXT, part("involved")),
        ("Ruang Lingkup", words.TEXT, part("scope")),
        ("Administrasi", words.TEXT, part("administration")),
        ("Durasi", words.TEXT, part("duration")),
        ("Jenjang Pemahaman", words.TEXT, part("understanding")),
    ),
    "Diseminasi": (
        ("Aktivitas Diseminasi Informasi", words.TEXT, part("activity")),
        ("Format Kegiatan", words.TEXT, part("format")),
        ("Jumlah Kegiatan", numbers.COUNT_OR_NONE, part("count")),
        ("Keterangan Waktu", days.DAY, part("on")),
        ("Bukti Tayang/Link Konten", words.LINK, part("proof")),
    ),
    "Media Sosial": (
        ("Judul Konten", words.NAME, part("title")),
        ("Format", words.TEXT, part("format")),
        ("Platform", words.PLATFORM, part("platform")),
        ("Akun", words.LINK, part("account")),
        ("Tanggal Tayang", days.DAY, part("shown")),
        ("Link", words.LINK, part("link")),
        ("Tanggal Catat", days.DAY, part("observed")),
        *((name.title(), numbers.COUNT, part(name)) for name in INDICATORS),
    ),
    "Audiens": (
        ("Media", words.PLATFORM, part("platform")),
        ("Akun", words.LINK, part("account")),
        ("Tanggal Catat", days.DAY, part("observed")),
        ("Pengikut/Peserta/Pengunjung", numbers.COUNT, part("value")),
    ),
    "Peninjauan": (
        ("Dasar (1–7)", answers.GROUND, part("ground")),
        ("Tanggal Indikasi", days.DAY, part("indicated")),
        ("Sumber Indikasi", words.TEXT, part("source")),
        ("Temuan (terbukti/tidak terbukti)", answers.FINDING, part("finding")),
        ("Tanggal Temuan", days.DAY, part("concluded")),
        ("Pejabat", words.TEXT, part("officer")),
        ("Bukti", words.TEXT, part("evidence")),
    ),
}
