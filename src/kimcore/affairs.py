"""Affairs: the 32 concurrent government affairs of Law 23/2014, by which fields of activity are named (III.A.m)."""

from functools import cache

from kimcore.terms import LANGUAGES, Term

__all__ = ["Affair", "find_affair"]


class Affair(Term):
    """A government affair; the code is that of the law's annexes, 1.01 to 3.32."""

    EDUCATION = "1.01", "Pendidikan", "Education"
    HEALTH = "1.02", "Kesehatan", "Health"
    PUBLIC_WORKS = "1.03", "Pekerjaan Umum dan Penataan Ruang", "Public works and spatial planning"
    HOUSING = "1.04", "Perumahan Rakyat dan Kawasan Permukiman", "Housing and settlements"
    ORDER = "1.05", "Ketenteraman, Ketertiban Umum, dan Pelindungan Masyarakat", "Public order and protection"
    SOCIAL = "1.06", "Sosial", "Social affairs"
    LABOUR = "2.07", "Tenaga Kerja", "Labour"
    WOMEN_AND_CHILDREN = "2.08", "Pemberdayaan Perempuan dan Pelindungan Anak", "Women and child protection"
    FOOD = "2.09", "Pangan", "Food"
    LAND = "2.10", "Pertanahan", "Land"
    ENVIRONMENT = "2.11", "Lingkungan Hidup", "Environment"
    CIVIL_REGISTRATION = "2.12", "Administrasi Kependudukan dan Pencatatan Sipil", "Population and civil registration"
    VILLAGES = "2.13", "Pemberdayaan Masyarakat dan Desa", "Community and village empowerment"
    FAMILY_PLANNING = "2.14", "Pengendalian Penduduk dan Keluarga Berencana", "Population and family planning"
    TRANSPORT = "2.15", "Perhubungan", "Transport"
    COMMUNICATION = "2.16", "Komunikasi dan Informatika", "Communication and informatics"
    COOPERATIVES = "2.17", "Koperasi, Usaha Kecil, dan Menengah", "Cooperatives, small and medium enterprises"
    INVESTMENT = "2.18", "Penanaman Modal", "Investment"
    YOUTH_AND_SPORT = "2.19", "Kepemudaan dan Olahraga", "Youth and sport"
    STATISTICS = "2.20", "Statistik", "Statistics"
    CRYPTOGRAPHY = "2.21", "Persandian", "Information security"
    CULTURE = "2.22", "Kebudayaan", "Culture"
    LIBRARIES = "2.23", "Perpustakaan", "Libraries"
    ARCHIVES = "2.24", "Kearsipan", "Archives"
    FISHERIES = "3.25", "Kelautan dan Perikanan", "Marine affairs and fisheries"
    TOURISM = "3.26", "Pariwisata", "Tourism"
    AGRICULTURE = "3.27", "Pertanian", "Agriculture"
    FORESTRY = "3.28", "Kehutanan", "Forestry"
    ENERGY = "3.29", "Energi dan Sumber Daya Mineral", "Energy and mineral resources"
    TRADE = "3.30", "Perdagangan", "Trade"
    INDUSTRY = "3.31", "Perindustrian", "Industry"
    TRANSMIGRATION = "3.32", "Transmigrasi", "Transmigration"


def letters(text: str) -> str:
    """Return the letters and digits of a text, without case."""
    return "".join(c for c in text.casefold() if c.isalnum())


@cache
def by_letters() -> dict[str, Affair]:
    """Return every affair by its code and by the letters of its labels."""
    named = {letters(a.say(lang)): a for a in Affair for lang in LANGUAGES}
    return {a.code: a for a in Affair} | named


def find_affair(text: str) -> Affair | None:
    """Return the affair with this code or name (compared by letters alone), or None: the field then stays text."""
    return by_letters().get(text.strip()) or by_letters().get(letters(text))
