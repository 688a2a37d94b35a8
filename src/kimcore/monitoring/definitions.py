"""Definitions: what each measure of Tabel 5.1 is called and how it is counted, in words."""

from typing import Final

from kimcore.monitoring.audiences import AudienceKind
from kimcore.monitoring.observations import Indicator
from kimcore.terms import Text

__all__ = ["DEFINITIONS", "LABELS", "SHOWN"]

SHOWN: Final = (Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE, Indicator.RETWEET, Indicator.VIEW)
"""The responses to contents, in the order in which they are measured."""

LABELS: Final = {
    "growth_followers": Text("Pertambahan pengikut", "Growth in followers"),
    "growth_visitors": Text("Pertambahan pengunjung situs", "Growth in site visitors"),
    "growth_attendance": Text("Pertambahan peserta", "Growth in attendance"),
    "activities": Text("Jumlah kegiatan diseminasi", "Dissemination activities"),
    "attendance": Text("Kehadiran peserta", "Attendance"),
    "active_weeks": Text("Minggu aktif", "Active weeks"),
    **{i.code: i.text for i in SHOWN},
    "engagement_rate": Text("Tingkat keterlibatan", "Engagement rate"),
    "amplification": Text("Penyebaran ulang", "Amplification"),
    "discussion": Text("Keterlibatan dalam diskusi", "Taking part in discussion"),
    "survey": Text("Perubahan kesadaran dan sikap", "Change of awareness and attitude"),
}

GROWTH: Final = Text(
    "Selisih catatan terakhir pada atau sebelum hari terakhir dan hari pertama periode, dijumlahkan per akun; akun "
    "tanpa dua catatan yang berbeda belum diketahui.",
    "Latest record at or before the last day less that at or before the first day of the period, added over accounts; "
    "an account without two different records is unknown.",
)
RESPONSE: Final = Text(
    "Catatan terakhir sampai akhir periode untuk konten yang tayang dalam periode; konten yang angkanya tidak dibuka "
    "platform belum diketahui.",
    "Latest record by the end of the period for contents shown in the period; a content whose figure the platform does "
    "not disclose is unknown.",
)

DEFINITIONS: Final = {
    **{f"growth_{kind.code}": GROWTH for kind in AudienceKind},
    "activities": Text(
        "Jumlah kegiatan pada log diseminasi yang bertanggal dalam periode; jumlah yang kosong belum diketahui.",
        "Activities of the dissemination log dated in the period; a blank number is unknown.",
    ),
    "attendance": Text(
        "Peserta hadir pada lembar Diskusi, dijumlahkan per acara dalam periode; orang yang datang dua kali terhitung "
        "dua kali. Terpisah dari catatan peserta pada lembar Audiens dan tidak dijumlahkan dengannya.",
        "Attendees on the sheet Diskusi, added over gatherings of the period; who came twice counts twice. It stands "
        "apart from the attendees noted on the sheet Audiens, and is never added to them.",
    ),
    "active_weeks": Text(
        "Minggu (ISO) dengan sedikitnya satu kegiatan, konten tayang, atau diskusi bertanggal, dibagi semua minggu "
        "periode; KIM tanpa catatan bertanggal belum diketahui.",
        "ISO weeks with at least one dated activity, content shown or discussion, of all weeks of the period; a KIM of "
        "which nothing dated is recorded is unknown.",
    ),
    **{i.code: RESPONSE for i in SHOWN},
    "engagement_rate": Text(
        "Tanggapan (like, share, retweet, comment) per konten yang tayang dalam periode dibagi catatan terakhir "
        "khalayak akunnya sampai hari terakhir. Hanya konten yang tanggapan dan khalayaknya diketahui; tanggapan yang "
        "tidak dibuka platform untuk satu konten pun tidak ikut dihitung dan disebut.",
        "Responses (like, share, retweet, comment) per content shown in the period, of the latest audience of its "
        "account by the last day. Only contents whose responses and audience are known; responses that a platform "
        "discloses of no content are left out and named.",
    ),
    "amplification": Text(
        "Share dan retweet dibagi konten yang tayang dalam periode, pada platform yang memilikinya; hanya konten yang "
        "angkanya diketahui.",
        "Shares and retweets per content shown in the period, on platforms that have them; only contents whose figures "
        "are known.",
    ),
    "discussion": Text(
        "Peserta aktif (bertanya, menjawab, menanggapi) pada lembar Diskusi, dijumlahkan per acara dalam periode; "
        "acara tanpa angkanya belum diketahui.",
        "People who asked, answered or spoke, on the sheet Diskusi, added over gatherings of the period; a gathering "
        "without the figure is unknown.",
    ),
    "survey": Text(
        "Topik dan aspek (kesadaran, sikap) yang bagian jawaban positifnya naik dari survei sebelum ke survei sesudah, "
        "dengan selang kepercayaan 95 % di atas nol; tanpa kedua survei belum diketahui.",
        "Topics and aspects (awareness, attitude) whose share of favourable answers rose from the survey before to "
        "that after, with a 95 % interval above zero; without both surveys it is unknown.",
    ),
}
"""How each is counted, by its key."""
