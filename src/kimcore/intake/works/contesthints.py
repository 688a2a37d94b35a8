"""Hints of the sheets of competitions and awards: what each is for, and what to type in it."""

from typing import Final

__all__ = ["LINES", "SHEETS"]

SAME_KIM: Final = "Sama persis dengan nama di Profil KIM.|Exactly as in Profil KIM."
COMPETITION: Final = "Judul seperti di lembar Kompetisi, atau id-nya.|The title as on Kompetisi, or its id."
AWARD: Final = "Judul seperti di lembar Penghargaan, atau id-nya.|The title as on Penghargaan, or its id."
EITHER: Final = "Judul seperti di lembar Kompetisi atau Penghargaan.|The title as on Kompetisi or Penghargaan."
CATEGORY: Final = "Kode seperti di lembar Kategori; kosong untuk penghargaan.|As on Kategori; empty for an award."
JUROR: Final = "Kode seperti di lembar Juri, misalnya J1.|The code as on Juri, for example J1."
ENTRY: Final = "Kode atau judul seperti di lembar Karya.|Code or title as on Karya."
CRITERION: Final = "Kode seperti di lembar Rubrik.|The code as on Rubrik."
CHECKER: Final = "Petugas yang memeriksa.|The officer who checked."
CHECK: Final = "Nomor atau nama dokumennya.|Number or name of the document."

LINES: Final = f"""
competitions.title|Judul kompetisi; lembar lain menyebutnya dengan judul ini.|Other sheets name it by its title.
competitions.budget|Dalam rupiah, misalnya 25000000.|In rupiah, for example 25000000.
competitions.mechanism|Cara pendaftaran, penilaian, dan penentuan pemenang.|How works are registered, judged and ranked.
competitions.procurement.by|{CHECKER}
competitions.procurement.reference|{CHECK}
competitions.documentation|Di mana foto dan berkasnya disimpan.|Where photos and files are kept.
competitions.evaluation|Simpulan Dinas setelah kompetisi.|What the office concluded afterwards.
awards.title|Judul penghargaan; lembar lain menyebutnya dengan judul ini.|Other sheets name it by its title.
awards.procurement.by|{CHECKER}
awards.procurement.reference|{CHECK}
categories.work|{COMPETITION}
categories.id|Kode pendek, misalnya video.|A short code, for example video.
categories.kind|Pilih atau tulis sendiri; kosong berarti sama dengan kodenya.|Choose or write; empty means as its code.
rubric.work|{EITHER}
rubric.category|{CATEGORY}
rubric.id|Kode pendek, misalnya ide.|A short code, for example ide.
rubric.label|Apa yang dinilai.|What is judged.
prizes.work|{COMPETITION}
prizes.category|Kode seperti di lembar Kategori.|The code as on Kategori.
prizes.what|Misalnya piala dan uang pembinaan.|For example a cup.
prizes.entry|Karya pemenang: {ENTRY.replace("|", "|The winner: ").replace("Kode", "kode", 1)}
jurors.work|{EITHER}
jurors.id|Kode, bukan nama orang, misalnya J1.|A code, no name of a person, for example J1.
jurors.name|Nama orangnya, tanpa NIK.|The person's name, without any citizen number.
jurors.expertise|Keahlian yang mendasari pilihannya.|For what the person was chosen.
candidates.work|{EITHER}
candidates.identity.name|{SAME_KIM}
candidates.seen|Apa yang terlihat pada pemantauan.|What was seen when the KIM was watched.
candidates.feedback|Jawaban KIM dan hal yang dimintanya.|What the KIM answered and asks for.
candidates.reason|Mengapa ditetapkan atau tidak.|Why it was appointed or not.
entries.work|{COMPETITION}
entries.id|Kode pendek, misalnya K1; dipakai pada lembar Nilai.|A short code, for example K1; used on Nilai.
entries.category|Kode seperti di lembar Kategori; kosong bila kompetisi tanpa kategori.|As on Kategori, if there is any.
entries.identity.name|{SAME_KIM}
entries.title|Judul karyanya.|The title of the work.
entries.makers|Nama pembuatnya, tanpa NIK.|Who made it, without any citizen number.
entries.link|Alamat yang dapat dibuka.|An address that can be opened.
entries.disqualified.by|Wajib bila didiskualifikasi.|Needed where it is disqualified.
entries.disqualified.reason|Wajib bila didiskualifikasi.|Needed where it is disqualified.
scores.work|{EITHER}
scores.juror|{JUROR}
scores.entry|Kode atau judul karya; untuk penghargaan nama KIM.|Code or title of the work; for an award the KIM.
scores.criterion|{CRITERION}
ties.work|{EITHER}
ties.works|Terbaik di depan; pisahkan dengan titik koma. Untuk penghargaan nama KIM.\
|Best first; part by semicolons. For an award the KIMs.
ties.by|Juri yang memutuskan.|Who of the jury decided.
ties.reason|Alasan urutannya.|Why in this order.
protests.work|{COMPETITION}
protests.entry|{ENTRY}
protests.identity.name|KIM yang mengajukan.|The KIM that protests.
protests.text|Isi keberatannya.|What the protest says.
protests.officer|Wajib bila sudah diputus.|Needed where it is decided.
protests.reason|Wajib bila sudah diputus.|Needed where it is decided.
accompaniments.work|{COMPETITION}
accompaniments.by|Petugas yang mendampingi.|The officer who accompanied.
accompaniments.what|Apa yang dikerjakan.|What was done.
supports.work|{EITHER}
supports.party|Pihak swasta yang mendukung.|The private party.
supports.what|Bentuk dukungannya.|What it gives.
supports.officer|Pejabat yang memeriksa.|The officer who checked.
recipients.work|{AWARD}
recipients.identity.name|{SAME_KIM}
recipients.form|Pilih atau tulis sendiri.|Choose, or write another.
recipients.reason|Mengapa diberikan.|Why it is given.
""".strip()

SHEETS: Final = """
competitions|Kompetisi mandiri dan ikut serta: satu baris untuk setiap kompetisi.|Competitions: a row for each.
awards|Penghargaan bagi KIM: satu baris untuk setiap penghargaan.|Awards to KIMs: a row for each.
categories|Kategori setiap kompetisi.|The categories of each competition.
rubric|Kriteria penilaian setiap kategori, atau suatu penghargaan.|The criteria of each category, or of an award.
prizes|Hadiah setiap kategori, dan karya yang menerimanya.|The prizes of each category, and who won them.
jurors|Juri setiap kompetisi atau penghargaan: satu baris untuk setiap orang.|The jury: a row per person.
candidates|KIM yang dipantau, ditanya, dan ditetapkan.|The KIMs that are watched, asked and appointed.
entries|Karya yang didaftarkan: satu baris untuk setiap karya.|The works that take part: a row for each.
scores|Nilai setiap juri, karya, dan kriteria.|What each juror gave each work on each criterion.
ties|Keputusan juri atas nilai seri.|What the jury decided on ties.
protests|Keberatan KIM dan putusannya.|Protests of KIMs, and how they were decided.
accompaniments|Pendampingan KIM dalam kompetisi ikut serta.|How KIMs were accompanied in an outside competition.
supports|Dukungan pihak swasta dan pemeriksaannya.|Support by private parties, and how it was checked.
recipients|KIM penerima penghargaan.|The KIMs that were given an award.
""".strip()
