"""Hints of the sheets of chapter IV: what each is for, and what to type where the heading alone does not say it."""

from typing import Final

from kimcore.intake.works import contesthints

__all__ = ["LINES", "SHEETS"]

SAME_KIM: Final = "Sama persis dengan nama di Profil KIM.|Exactly as in Profil KIM."
SEVERAL_KIMS: Final = "KIM yang terlibat; pisahkan dengan titik koma.|The KIMs concerned; part them by semicolons."
EVENT: Final = "Tema seperti di lembar Kegiatan, atau id-nya.|The theme as on the sheet Kegiatan, or its id."
MATERIAL: Final = "Judul seperti di lembar Bahan, atau id-nya.|The title as on the sheet Bahan, or its id."
ISSUE: Final = "Nomor atau judul isu seperti di lembar Isu.|Number or title as on the sheet Isu."
ISSUES: Final = (
    "Nomor atau judul isu seperti di lembar Isu; pisahkan dengan titik koma."
    "|Number or title as on the sheet Isu; part several by semicolons."
)
ADDRESS: Final = "Alamat yang dapat dibuka.|An address that can be opened."
MEDIA: Final = "Salah satu dari tujuh media, misalnya media sosial.|One of the seven media, for example social media."
FORMAT: Final = "Misalnya tulisan, foto, video, infografis.|For example text, photo, video, infographic."

LINES: Final = f"""
needs.identity.name|{SAME_KIM}
needs.by|Petugas Dinas yang mendata.|The officer who found it.
needs.content_kinds|Konten yang perlu diperkuat; pisahkan dengan titik koma.|Content to strengthen; part by semicolons.
needs.note|Hal lain yang perlu diketahui; tanpa nomor kependudukan.|What else matters; no citizen numbers.
events.theme|Tema kegiatan; lembar lain menyebut kegiatan ini dengan temanya.|Other sheets name the event by its theme.
events.identity.name|KIM yang diundang; pisahkan dengan titik koma.|The KIMs invited; part them by semicolons.
events.issues|{ISSUES}
events.venue.place|Nama atau alamat tempat.|Name or address of the venue.
events.venue.link|Tautan pertemuan virtual.|The link of a virtual meeting.
events.evaluation|Simpulan Dinas setelah melihat konten KIM.|What the office concluded from the KIMs' content.
sessions.work|{EVENT}
sessions.title|Judul sesi.|The title of the session.
speakers.work|{EVENT}
speakers.name|Nama orangnya, tanpa NIK.|The person's name, without any citizen number.
speakers.competence|Keahlian yang mendasari pilihannya.|For what competence the person was chosen.
speakers.sessions|Judul sesi yang diisi; pisahkan dengan titik koma.|The sessions; part several by semicolons.
participants.work|{EVENT}
participants.name|Nama orangnya, tanpa NIK; satu baris untuk setiap orang.|The person's name; a row per person.
participants.identity.name|{SAME_KIM}
publications.work|Tema atau judul seperti di lembarnya, atau id-nya.|Theme or title as on its sheet, or its id.
publications.identity.name|Hanya bila KIM yang memublikasikan.|Only where a KIM published.
publications.medium|{MEDIA}
publications.link|{ADDRESS}
trials.identity.name|{SAME_KIM}
trials.type|A atau B; kosong berarti menurut Profil KIM.|A or B; empty means as in Profil KIM.
trials.issues|{ISSUES}
trials.commitment|Untuk tipe B: komitmen pembuatan konten.|For type B: its commitment to make content.
trials.end|Kosong berarti dua bulan sejak mulai.|Empty means two months from the start.
trials.feedback|Jawaban KIM dan hal yang dimintanya.|What the KIM answered and asks for.
trials.officer|Pejabat yang memutuskan.|The officer who decided.
trials.reason|Alasan keputusan.|Why it was decided so.
trials.evidence|Nomor berita acara atau dokumen.|The number of the record or document.
trials.until|Tipe B: misalnya 6 atau 8 bulan, dalam tahun berjalan.|Type B: for example 6 or 8 months, within the year.
schedule.identity.name|{SAME_KIM}
schedule.what|Konten yang harus dibuat.|The content that is to be made.
schedule.format|{FORMAT}
collaborations.title|Judul kolaborasi.|What the collaboration is called.
collaborations.identity.name|{SEVERAL_KIMS}
collaborations.materials|Judul seperti di lembar Bahan; pisahkan dengan titik koma.|As on Bahan; part by semicolons.
coordination.work|Judul seperti di lembar Kolaborasi, atau id-nya.|The title as on the sheet Kolaborasi, or its id.
coordination.identity.name|{SAME_KIM}
coordination.medium|{MEDIA}
coordination.text|Apa yang disampaikan.|What was said.
coordination.issue|{ISSUE}
materials.title|Judul bahan; lembar lain menyebutnya dengan judul ini.|Other sheets name the material by its title.
materials.source|Untuk narasi tunggal: sumbernya.|For a single narrative: where it comes from.
materials.issue|Wajib bila responsif: nomor atau judul isu seperti di lembar Isu.|If responsive: as on the sheet Isu.
materials.identity.name|{SEVERAL_KIMS}
materials.message|Pesan utama.|The message.
materials.theme|Tema bahan.|The theme.
materials.angle|Sudut pandang yang dipakai.|The angle.
materials.format|{FORMAT}
contributions.work|{MATERIAL}
contributions.identity.name|Hanya bila dari KIM.|Only where it comes from a KIM.
contributions.what|Apa yang disumbangkan pada bahan itu.|What was given to the material.
disseminations.work|{MATERIAL}
disseminations.identity.name|{SAME_KIM}
disseminations.medium|Perlu bila aksinya kosong atau literasi.|Needed where the action is empty or literacy.
disseminations.count|Banyaknya diseminasi, misalnya 1.|How many, for example 1.
disseminations.proof|{ADDRESS}
{contesthints.LINES}
stages.work|Judul, tema, id, atau (uji coba) nama KIM.|Title, theme, id, or (a trial) the name of the KIM.
stages.stage|Nama tahap seperti ditampilkan kimcore; urutannya harus diikuti.|The stage as kimcore shows it.
stages.by|Petugas yang mencatat.|The officer who records it.
stages.evidence|Wajib bila selesai: nomor dokumen atau bukti lain.|Needed where done: a document or another proof.
stages.reason|Wajib bila dilewati.|Needed where skipped.
stages.deadline|Boleh diisi sendiri sebelum tahapnya selesai.|May stand alone before the stage is done.
"""

SHEETS: Final = f"""
needs|Kebutuhan setiap KIM menurut lima unsur; boleh tidak diisi.|What each KIM needs, in five elements; may stay empty.
events|Kegiatan peningkatan kapasitas: satu baris untuk setiap kegiatan.|Capacity events: a row per event.
sessions|Sesi setiap kegiatan, dengan hari dan jamnya.|The sessions of each event, with day and times.
speakers|Pemateri setiap kegiatan: satu baris untuk setiap orang.|The speakers of each event: a row per person.
participants|Peserta setiap kegiatan: satu baris untuk setiap orang.|The participants of each event: a row per person.
publications|Publikasi tentang kegiatan, oleh Dinas dan KIM.|What office and KIMs published about an event.
trials|Uji coba model: satu baris untuk setiap KIM.|Trials of the model: a row per KIM.
schedule|Jadwal produksi konten selama uji coba.|The production schedule of a trial.
collaborations|Kolaborasi Dinas dengan KIM: satu baris untuk setiap kolaborasi.|Collaborations: a row for each.
coordination|Komunikasi Dinas dan KIM dalam suatu kolaborasi.|What passed between office and KIM.
materials|Bahan informasi yang dibuat bersama atau diteruskan: satu baris untuk setiap bahan.\
|Materials made together or passed on: a row for each.
contributions|Sumbangan Dinas dan KIM pada suatu bahan.|What office and KIM gave to a material.
disseminations|Diseminasi bahan oleh KIM; setiap baris juga menjadi baris log.|Disseminations of a material by KIMs.
{contesthints.SHEETS}
stages|Tahap yang selesai, dilewati, atau bertenggat, untuk semua kegiatan di atas.\
|Stages done, skipped or due, of everything above.
"""
