"""Hints: what to type in a column of the register, where the kind of its cells does not say it (interface)."""

from typing import Final

from kimcore.intake.works import hints as works
from kimcore.terms import Text

__all__ = ["GUIDE", "HINTS", "PURPOSES"]

SILENT = (
    "Kosongkan bila platform tidak menampilkan angkanya; jangan diisi 0."
    "|Leave empty what the platform does not disclose; never 0."
)

# sheet.key | Indonesian | English
LINES = f"""
profile.no|Nomor urut; boleh dikosongkan.|A row number; may stay empty.
profile.identity.name|Nama kelompok sebagaimana tertulis dalam SK.|The name of the group as its decree has it.
profile.identity.type|A: pengelolaan dan diseminasi informasi. B: pemberdayaan masyarakat dengan fungsi informasi.\
|A: manages and spreads information. B: community empowerment with the information function.
profile.profile.contact_person|Nama ketua atau orang yang dihubungi Dinas.|The chair, or whom the office is to call.
profile.profile.address|Jalan, nomor, RT/RW sekretariat; bila memang tidak ada, tulis "tidak ada".\
|Street, number, RT/RW of the secretariat; if there is none, write "tidak ada".
profile.identity.village|Nama desa atau kelurahan tempat KIM berkedudukan.\
|The village or ward in which the KIM is seated.
profile.identity.subdistrict|Nama kecamatan.|The name of the subdistrict.
profile.identity.district_name|Hanya diisi oleh Dinas provinsi.|Filled in by the provincial office only.
profile.profile.audience|Wilayah dan keadaan sosial ekonomi khalayak.\
|Area and social and economic status of the audience.
profile.profile.fields|Urusan pemerintahan menurut UU 23/2014; beberapa urusan dipisahkan dengan titik koma.\
|Government affairs of Law 23/2014; part several by semicolons.
profile.profile.content_kinds|Misalnya tulisan; foto; video; infografis.|For example tulisan; foto; video; infografis.
profile.profile.channels|Misalnya Instagram; WhatsApp Group; Radio komunitas; Buletin; Pertemuan warga. Bila memang \
tidak ada, tulis "tidak ada".|For example Instagram; WhatsApp Group; Radio komunitas. If there is none, write "tidak \
ada".
profile.profile.power|Jumlah pengikut, pelanggan, atau peserta. Cukup diisi bila lembar Audiens tidak diisi.\
|Followers, subscribers or attendees; needed only without the sheet Audiens.
profile.profile.influence|Jumlah tanggapan positif, misalnya suka. Cukup diisi bila lembar Media Sosial tidak diisi.\
|Positive responses such as likes; needed only without the sheet Media Sosial.
profile.profile.phone|Nomor sekretariat atau narahubung; angka 0 di depan tetap ditulis.|Keep the 0 in front.
profile.profile.whatsapp|Nomor narahubung yang dapat dihubungi lewat WhatsApp.|The contact's number on WhatsApp.
profile.identity.former_category|Sebutan kelompok sebelum menjadi KIM.|What the group was called before.
profile.identity.functions|Beberapa fungsi dipisahkan dengan titik koma.|Part several functions by semicolons.
profile.identity.other_partners|OPD atau K/L lain yang bermitra; pisahkan dengan titik koma.|Part several by semicolons.
institution.identity.name|Sama persis dengan nama di Profil KIM.|Exactly as in Profil KIM.
institution.decree.number|Nomor SK Kepala Desa/Lurah; bila belum ada, tulis "belum ada".\
|Number of the village head's decree; if there is none, write "belum ada".
institution.identity.village|Sama dengan di Profil KIM; perlu bila dua KIM bernama sama.\
|As in Profil KIM; needed where two share a name.
institution.decree.revoked|Hanya bila SK dicabut.|Only where the decree was revoked.
institution.documents.statement_signed|Tanggal pengurus menandatangani surat pernyataan. Tanpa surat ini, keempat \
syarat administratif belum dapat dipastikan.|The day the board signed the statement. Without it the four \
administrative conditions cannot be told.
institution.answers.criminal_case|ya bila ada pengurus yang terlibat perkara pidana; tidak bila tidak ada.\
|ya if an officer is involved in a criminal case; tidak if none is.
institution.answers.party_affiliation|ya bila KIM atau pengurusnya berafiliasi dengan partai politik; tidak bila \
tidak.|ya if the KIM or an officer is affiliated with a party; tidak if not.
institution.answers.ngo_affiliation|ya bila KIM berafiliasi dengan LSM; tidak bila tidak.\
|ya if the KIM is affiliated with an LSM; tidak if not.
institution.answers.active|Boleh dikosongkan bila kegiatannya tercatat di lembar Diseminasi.\
|May stay empty where the sheet Diseminasi holds its activities.
institution.answers.other_means|Sarana selain media, misalnya pengeras suara; ya atau tidak.\
|Means other than media; ya or tidak.
institution.answers.villages_reached|Banyaknya desa/kelurahan yang terjangkau, misalnya 1.|How many villages it reaches.
board.identity.name|Sama persis dengan nama di Profil KIM; satu baris untuk setiap orang.\
|As in Profil KIM; a row per person.
board.name|Nama orangnya, tanpa NIK.|The person's name, without any citizen number.
board.role|Misalnya Ketua, Sekretaris, Bendahara, Anggota.|For example Ketua, Sekretaris, Bendahara, Anggota.
board.is_officer|Pengurus atau Anggota.|Pengurus (officer) or Anggota (member).
board.civil_servant_since|Hanya bila orang ini menjadi ASN; tanggal pengangkatannya.\
|Only for a civil servant: since when.
terms.identity.name|Sama persis dengan nama di Profil KIM.|Exactly as in Profil KIM.
terms.programme|Program atau kebijakan yang didiseminasikan.|The programme or policy to be spread.
issues.number|Nomor urut isu.|The number of the issue.
issues.title|Isu dalam satu kalimat.|The issue in one sentence.
issues.affair|Satu urusan pemerintahan menurut UU 23/2014.|One government affair of Law 23/2014.
issues.identity.name|KIM yang terkait; beberapa KIM dipisahkan dengan titik koma.\
|KIMs concerned; part them by semicolons.
issues.background|Bagaimana dan mengapa isu muncul, dan kaitannya dengan Dinas.\
|How and why it arose; what the office has to do.
issues.involved|Siapa terlibat, siapa ahlinya, siapa rujukannya.|Who is involved, who knows, who is referred to.
issues.scope|Apa yang termasuk dan apa yang tidak.|What belongs to it and what does not.
issues.administration|Siapa yang dilibatkan dan dalam peran apa.|Who is to be involved, in which capacity.
issues.duration|Sejak kapan, sampai kapan diperkirakan.|Since when, and how long it is thought to last.
issues.understanding|Sudah cukupkah informasi dan pemahaman Dinas?|Does the office know and understand enough?
log.identity.name|Sama persis dengan nama di Profil KIM; satu baris untuk setiap kegiatan.\
|As in Profil KIM; a row per activity.
log.activity|Kegiatan penyebaran informasi, di media mana pun.|The activity, in whichever medium.
log.format|Misalnya video, leaflet, lomba, festival.|For example video, leaflet, competition, festival.
log.on|Tanggal disebarkan, misalnya 31/01/2024.|The day it was spread, for example 31/01/2024.
log.count|Banyaknya kegiatan, misalnya 1.|How many activities, for example 1.
log.proof|Alamat konten atau bukti lain yang dapat dibuka.|An address or another proof that can be opened.
contents.identity.name|Sama persis dengan nama di Profil KIM.|Exactly as in Profil KIM.
contents.title|Judul sebagaimana ditayangkan.|The title as it was shown.
contents.format|Misalnya video, foto, infografis.|For example video, photo, infographic.
contents.platform|Media sosial tempat tayang.|The platform on which it was shown.
contents.account|Nama akun, misalnya @nama_akun.|The account, for example @account.
contents.link|Alamat konten. Satu alamat adalah satu konten.|Its address. One address is one content.
contents.observed|Tanggal angkanya dibaca; konten yang sama boleh dicatat lagi di baris baru.\
|The day the figures were read; a content may be counted again in a new row.
contents.share|{SILENT}
contents.like|{SILENT}
contents.comment|{SILENT}
contents.view|{SILENT}
contents.retweet|{SILENT}
audience.identity.name|Sama persis dengan nama di Profil KIM.|Exactly as in Profil KIM.
audience.platform|Instagram dan sebagainya, atau media lain seperti Pertemuan warga.\
|Instagram and so on, or another medium.
audience.account|Nama akun, grup, atau tempat.|The account, group or place.
audience.observed|Tanggal angkanya dibaca; tambah baris baru setiap bulan.|The day it was read; add a row every month.
audience.audience|Jumlah pengikut, peserta, atau pengunjung pada tanggal itu.|How many there were on that day.
cases.identity.name|Sama persis dengan nama di Profil KIM.|Exactly as in Profil KIM.
cases.ground|1 SK habis atau dicabut; 2 partai/LSM; 3 menjadi ASN; 4 melanggar hukum; 5 pindah; 6 reputasi; 7 bubar.\
|1 decree over or revoked; 2 party/LSM; 3 civil servant; 4 unlawful acts; 5 moved; 6 reputation; 7 dissolved.
cases.source|Dari mana indikasinya diketahui.|Where the indication came from.
cases.finding|Kosong selama belum disimpulkan. Terbukti memerlukan tanggal, pejabat, dan bukti.\
|Empty until concluded. Terbukti (proven) needs date, officer and evidence.
cases.officer|Jabatan yang menyimpulkan.|The officer who concluded.
cases.evidence|Nomor berita acara atau dokumen.|The number of the record or document.
surveys.identity.name|Sama persis dengan nama di Profil KIM; kosong berarti survei seluruh kantor.\
|Exactly as in Profil KIM; empty means a survey of the whole office.
surveys.topic|Topik atau isu yang ditanyakan; tulis sama pada survei sebelum dan sesudah.\
|The topic that was asked about; write the same before and after.
surveys.aspect|kesadaran (tahu atau tidak) atau sikap (setuju atau tidak).\
|kesadaran (knows of it or not) or sikap (is in favour or not).
surveys.phase|sebelum atau sesudah diseminasi.|sebelum (before) or sesudah (after) the dissemination.
surveys.asked|Banyaknya orang yang ditanya.|How many were asked.
surveys.answered|Banyaknya orang yang menjawab; tanpa nama.|How many answered; no names.
surveys.favourable|Banyaknya jawaban yang tahu (kesadaran) atau setuju (sikap).\
|How many of them know of it (kesadaran) or are in favour (sikap).
gatherings.identity.name|Sama persis dengan nama di Profil KIM; satu baris untuk setiap acara.\
|Exactly as in Profil KIM; a row per gathering.
gatherings.title|Nama acara atau diskusi.|What the gathering is called.
gatherings.form|Misalnya diskusi warga, lokakarya, temu wicara.|For example a discussion, a workshop, a talk.
gatherings.attended|Banyaknya yang hadir; tanpa nama.|How many came; no names.
gatherings.took_part|Banyaknya yang bertanya, menjawab, atau menanggapi.|How many asked, answered or spoke.
"""

SHEETS = """
profile|Profil setiap KIM di wilayah Dinas: satu baris untuk setiap KIM. Lembar ini wajib.\
|The profile of every KIM of the office's area: a row per KIM. This sheet is needed.
institution|SK, surat pernyataan, dan jawaban Dinas atas syarat kemitraan: satu baris untuk setiap KIM.\
|Decree, signed statement and the office's answers on the conditions: a row per KIM.
board|Pengurus dan anggota: satu baris untuk setiap orang.|Officers and members: a row per person.
terms|Masa kemitraan selain yang tertulis di Profil KIM.|Terms of partnership beyond the one in Profil KIM.
issues|Isu strategis dengan enam unsurnya dan KIM yang terkait.|Strategic issues with their six elements and the KIMs.
log|Kegiatan diseminasi dan buktinya.|Dissemination activities and their proofs.
contents|Konten media sosial dan tanggapannya.|Contents on social media and the responses to them.
audience|Jumlah pengikut, peserta, atau pengunjung, dicatat berkala.|Followers, attendees or visitors, noted regularly.
cases|Indikasi dan kesimpulan peninjauan kemitraan.|Indications and conclusions of reviews.
surveys|Hasil survei sebelum dan sesudah diseminasi, dijumlahkan; boleh tidak diisi.\
|Surveys before and after a dissemination, added up; may stay empty.
gatherings|Kehadiran dan keterlibatan dalam diskusi atau acara tatap muka; boleh tidak diisi.\
|Who came to discussions and meetings and how many took part, as counts; may stay empty.
"""

TOPICS = """
Belum diketahui|Kosongkan selnya. Kosong berarti belum diketahui: bukan nol dan bukan “tidak”.|Not known yet\
|Leave the cell empty. Empty means not known: neither zero nor “no”.
Memang tidak ada|Tulis “tidak ada” atau “belum ada”. Itu sebuah jawaban, dan dinilai sebagai tidak.|There is none\
|Write “tidak ada” or “belum ada”. That is an answer, and is judged as no.
Jawaban|Tulis ya atau tidak (ada, sudah, belum, dan ✓ juga dibaca). Tanda x tidak dibaca: artinya berbeda-beda.\
|Answers|Write ya or tidak (ada, sudah, belum and ✓ are read too). An x is not read: it means different things.
Menulis tanggal|Hari dahulu: 31/01/2024 atau 31 Januari 2024. SK tanpa batas waktu: tulis “seterusnya”.|Dates\
|Day first: 31/01/2024 or 31 Januari 2024. A decree without an end: write “seterusnya”.
Menulis angka|1250 atau 1.250; 12,5 rb berarti 12.500. Jangan 12.5 atau 12 m: dapat dibaca dua cara.|Numbers\
|1250 or 1.250; 12,5 rb means 12,500. Not 12.5 or 12 m: each can be read in two ways.
Beberapa isi|Pisahkan dengan titik koma atau baris baru (Alt+Enter): Kesehatan; Pertanian.|Several values\
|Part them by semicolons or new lines (Alt+Enter): Kesehatan; Pertanian.
Menyebut KIM|Tulis nama yang sama di semua lembar. Bila dua KIM bernama sama, tambahkan kolom Kelurahan/Desa atau \
Nomor Induk KIM di lembar itu.|Naming a KIM|Write the same name on every sheet. Where two KIMs share a name, add a \
column Kelurahan/Desa or Nomor Induk KIM to that sheet.
Bukan NIK penduduk|Nomor Induk KIM diberikan oleh Dinas. Jangan menulis NIK 16 angka di sel mana pun; angka seperti \
itu disamarkan.|No citizen numbers|The community number is given by the office. Never type a citizen number of 16 \
digits; such numbers are masked.
Boleh diubah|Urutan kolom dan lembar, kolom tambahan, dan baris kosong. Judul kolom jangan diubah. Daftar pilihan \
hanya membantu.|Free to change|The order of columns and sheets, more columns, empty rows. Keep the headings. \
Drop-downs only help.
Sesudah diisi|Jalankan: kimcore import BERKAS --office KODE --dry-run. Semua masalah disebut sekaligus, dan belum ada \
yang disimpan.|When filled in|Run: kimcore import FILE --office CODE --dry-run. All problems are told at once, and \
nothing is stored yet.
"""


def texts(lines: str) -> dict[str, Text]:
    """Return the texts of a table of this module by its first column."""
    rows = (line.split("|") for line in lines.strip().splitlines())
    return {key: Text(indonesian, english) for key, indonesian, english in rows}


def topics(lines: str) -> tuple[tuple[Text, Text], ...]:
    """Return topic and advice from lines that hold both in Indonesian, then both in English."""
    rows = (line.split("|") for line in lines.strip().splitlines())
    return tuple((Text(topic, other), Text(advice, translated)) for topic, advice, other, translated in rows)


HINTS: Final = texts(LINES) | texts(works.LINES)
"""What to type, by sheet and key of the column: `profile.identity.type`."""

PURPOSES: Final = texts(SHEETS) | texts(works.SHEETS)
"""What a sheet is for, by its key."""

GUIDE: Final = topics(TOPICS)
"""What an officer must know before filling in the register: topic and advice."""
