"""Wording: the sentences of an evaluation, as an officer can read them aloud."""

from typing import Final

from kimcore.terms import Text

__all__ = ["SAID", "SOURCES"]

SAID: Final = {
    "activities": Text(
        "{rows} baris kegiatan diseminasi tercatat dalam periode ({count} kegiatan).",
        "{rows} rows of dissemination are recorded in the period ({count} activities).",
    ),
    "activities_none": Text(
        "Tidak ada kegiatan diseminasi bertanggal dalam periode.", "No dissemination is dated in the period."
    ),
    "activities_unknown": Text(
        "Belum dapat dipastikan: {undated} kegiatan tanpa tanggal. Isi Keterangan Waktu pada lembar Diseminasi.",
        "Cannot be told: {undated} activities have no date. Fill in Keterangan Waktu on the sheet Diseminasi.",
    ),
    "activities_unrecorded": Text(
        "Belum ada kegiatan yang tercatat. Catat kegiatan KIM pada lembar Diseminasi.",
        "No activity is recorded. Record the activities of the KIM on the sheet Diseminasi.",
    ),
    "proofs": Text(
        "Semua {total} baris dalam periode beralamat bukti yang dapat dibuka.",
        "All {total} rows in the period have the address of a proof that can be opened.",
    ),
    "proofs_unknown": Text(
        "{lacking} dari {total} baris belum dapat diverifikasi. Lengkapi Bukti Tayang/Link Konten.",
        "{lacking} of {total} rows cannot be verified yet. Complete Bukti Tayang/Link Konten.",
    ),
    "awake": Text(
        "Catatan terakhir {last}; aktif pada {active} dari {weeks} minggu, jeda terpanjang {silence} hari.",
        "The latest record is of {last}; active in {active} of {weeks} weeks, longest silence {silence} days.",
    ),
    "dormant": Text(
        "Tidak aktif: catatan terakhir {last}, sedikitnya {days} hari yang lalu.",
        "Dormant: the latest record is of {last}, at least {days} days ago.",
    ),
    "dormant_unknown": Text(
        "Belum ada yang bertanggal. Isi tanggal pada lembar Diseminasi, Media Sosial, atau Diskusi.",
        "Nothing dated is recorded. Fill in dates on the sheets Diseminasi, Media Sosial or Diskusi.",
    ),
    "growth": Text(
        "Khalayak bertambah {value} ({known} dari {total} akun diketahui).",
        "The audience grew by {value} ({known} of {total} accounts are known).",
    ),
    "growth_none": Text(
        "Khalayak tidak bertambah: {value} ({known} dari {total} akun diketahui).",
        "The audience did not grow: {value} ({known} of {total} accounts are known).",
    ),
    "growth_unknown": Text(
        "Pertumbuhan khalayak belum diketahui. Catat Audiens pada awal dan akhir periode.",
        "The growth of the audience is unknown. Record Audiens at the beginning and at the end of the period.",
    ),
    "engagement": Text(
        "Tingkat keterlibatan {value} %, sama atau di atas nilai tengah kantor {median} % ({kims} KIM).",
        "The engagement rate is {value} %, at or above the office's median of {median} % ({kims} KIMs).",
    ),
    "engagement_low": Text(
        "Tingkat keterlibatan {value} %, di bawah nilai tengah kantor {median} % ({kims} KIM).",
        "The engagement rate is {value} %, below the office's median of {median} % ({kims} KIMs).",
    ),
    "engagement_alone": Text(
        "Tingkat keterlibatan {value} %; belum ada KIM lain sebagai pembanding. Lengkapi Media Sosial dan Audiens.",
        "The engagement rate is {value} %; no other KIM is there to compare with. Complete Media Sosial and Audiens.",
    ),
    "engagement_unknown": Text(
        "Tingkat keterlibatan belum diketahui. Catat tanggapan konten (Media Sosial) dan khalayak akunnya (Audiens).",
        "The engagement rate is unknown. Record responses (Media Sosial) and the audience of the account (Audiens).",
    ),
    "discussion": Text(
        "{value} peserta aktif dalam diskusi ({known} dari {total} acara diketahui).",
        "{value} people took part in discussions ({known} of {total} gatherings are known).",
    ),
    "discussion_none": Text(
        "Tidak ada peserta yang aktif dalam diskusi ({known} dari {total} acara diketahui).",
        "Nobody took part in discussions ({known} of {total} gatherings are known).",
    ),
    "discussion_unknown": Text(
        "Keterlibatan dalam diskusi belum diketahui. Catat Peserta Aktif pada lembar Diskusi.",
        "Taking part in discussion is unknown. Record Peserta Aktif on the sheet Diskusi.",
    ),
    "survey_rose": Text(
        "Survei {topic} ({aspect}): naik {change} poin, selang 95 % {lower} sampai {upper}.",
        "Survey {topic} ({aspect}): up by {change} points, 95 % interval {lower} to {upper}.",
    ),
    "survey_fell": Text(
        "Survei {topic} ({aspect}): turun {change} poin, selang 95 % {lower} sampai {upper}.",
        "Survey {topic} ({aspect}): down by {change} points, 95 % interval {lower} to {upper}.",
    ),
    "survey_no_clear_change": Text(
        "Survei {topic} ({aspect}): {change} poin, tetapi selang 95 % {lower} sampai {upper} memuat nol. Tanyai lebih "
        "banyak orang.",
        "Survey {topic} ({aspect}): {change} points, but the 95 % interval {lower} to {upper} holds zero. Ask more "
        "people.",
    ),
    "survey_unknown": Text(
        "Survei {topic} ({aspect}): belum ada pasangan sebelum dan sesudah yang lengkap. Catat keduanya pada Survei.",
        "Survey {topic} ({aspect}): there is no complete pair before and after. Record both on the sheet Survei.",
    ),
    "survey_unrecorded": Text(
        "Perubahan kesadaran dan sikap belum diketahui. Catat survei sebelum dan sesudah pada lembar Survei.",
        "Change of awareness and attitude is unknown. Record surveys before and after on the sheet Survei.",
    ),
}
"""What is said about each subject, by its outcome."""

SOURCES: Final = {
    "activities": Text("Tabel 5.2, lembar Diseminasi", "Tabel 5.2, sheet Diseminasi"),
    "proofs": Text("Tabel 5.2, Bukti Tayang/Link Konten", "Tabel 5.2, Bukti Tayang/Link Konten"),
    "dormancy": Text("lembar Diseminasi, Media Sosial, Diskusi", "sheets Diseminasi, Media Sosial, Diskusi"),
    "growth": Text("lembar Audiens", "sheet Audiens"),
    "engagement": Text("Tabel 5.3 dan lembar Audiens", "Tabel 5.3 and sheet Audiens"),
    "discussion": Text("lembar Diskusi", "sheet Diskusi"),
    "survey": Text("lembar Survei", "sheet Survei"),
}
"""Where each subject is recorded."""
