"""The plain words of a notice: what each rule asks, what each ground is, and what a KIM can bring."""

from kimcore.rules import Rule
from kimcore.terms import Text

__all__ = ["brings", "mends", "plainly", "recorded_as"]

ASKED = """
II.A.kinds
Kelompok mengelola dan menyebarkan informasi.
The group manages and spreads information.
Keterangan tentang kegiatan kelompok mengelola dan menyebarkan informasi
A note on how the group manages and spreads information

II.B.3.a
Kelompok dibentuk oleh warga sendiri.
The group was formed by residents themselves.
Bukti pembentukan oleh warga, misalnya berita acara
A record that residents formed the group, such as minutes

II.B.3.b
Kelompok berkedudukan di sebuah desa atau kelurahan.
The group is seated in a village or ward.
Surat keterangan domisili dari desa atau kelurahan
A statement of the group's seat from the village or ward

II.B.3.c
Kelompok mempunyai SK Kepala Desa/Lurah.
The group has a decree (SK) of the village head.
Salinan SK Kepala Desa/Lurah yang masih berlaku
A copy of a decree (SK) of the village head that is in force

II.B.3.d
Kelompok mempunyai susunan pengurus.
The group has a board.
Susunan pengurus: nama dan jabatan
The list of officers: names and offices

II.B.4.legal.1
SK Kepala Desa/Lurah masih berlaku.
The decree (SK) of the village head is in force.
Salinan SK Kepala Desa/Lurah yang masih berlaku
A copy of a decree (SK) of the village head that is in force

II.B.4.legal.2
Kelompok mempunyai Nomor Induk Komunitas.
The group has a community number (Nomor Induk Komunitas).
Nomor Induk Komunitas KIM
The community number (Nomor Induk Komunitas) of the KIM

II.B.4.legal.3
Kepala Desa/Lurah mengetahui susunan pengurus.
The village head has acknowledged the board.
Susunan pengurus yang ditandatangani Kepala Desa/Lurah
The list of officers signed by the village head

II.B.4.admin.1
Tidak ada pengurus yang ASN (PNS atau PPPK).
No officer is a civil servant (PNS or PPPK).
Susunan pengurus terbaru, tanpa ASN
The latest list of officers, with no civil servant

II.B.4.admin.2
Pengurus tidak terlibat perkara pidana.
The officers are not involved in a criminal case.
Surat tentang penyelesaian perkara, atau susunan pengurus yang baru
A paper on how the case was settled, or a new list of officers

II.B.4.admin.3
KIM tidak berafiliasi dengan partai politik.
The KIM is not affiliated with a political party.
Surat pernyataan bahwa KIM tidak lagi berafiliasi dengan partai politik
A signed statement that the KIM is no longer affiliated with a political party

II.B.4.admin.4
KIM tidak berafiliasi dengan LSM.
The KIM is not affiliated with an NGO (LSM).
Surat pernyataan bahwa KIM tidak lagi berafiliasi dengan LSM
A signed statement that the KIM is no longer affiliated with an NGO (LSM)

II.B.5.a
KIM beralamat, dapat dihubungi, dan diakui warga.
The KIM has an address, can be reached, and is recognised by residents.
Alamat, nomor telepon atau e-mail, dan keterangan pengakuan warga
Address, phone or e-mail, and a statement that residents recognise the KIM

II.B.5.b
KIM berkegiatan secara berkala.
The KIM is active at regular intervals.
Catatan kegiatan dengan tanggal dan buktinya
A log of activities with dates and proof

II.B.5.c
Rekam jejak KIM baik.
The track record of the KIM is good.
Bukti perbaikan, misalnya contoh karya atau surat dukungan warga
Proof of improvement, such as works or a letter of support from residents

II.B.5.d
KIM menjangkau jumlah desa atau kelurahan yang diminta.
The KIM reaches as many villages or wards as are asked for.
Daftar desa atau kelurahan yang dijangkau KIM
A list of the villages or wards that the KIM reaches

II.B.5.e
KIM mengenal langsung masyarakat atau daerahnya.
The KIM knows its community or area at first hand.
Keterangan pengalaman KIM di masyarakat atau daerahnya
A note on the experience of the KIM in its community or area

II.B.5.f
KIM mempunyai media atau sarana lain untuk menyampaikan informasi.
The KIM has media or other means to pass information on.
Daftar media atau sarana yang dipakai KIM
A list of the media or other means that the KIM uses

II.B.5.g
KIM mempunyai sumber daya untuk bekerja.
The KIM has the resources to do its work.
Keterangan sumber daya: anggota, alat, atau dana
A note on resources: members, equipment or funds
"""

GROUNDS = """
II.B.6.1
SK Kepala Desa/Lurah habis masa berlakunya atau dicabut.
The decree (SK) of the village head has expired or was revoked.
Salinan SK Kepala Desa/Lurah yang masih berlaku
A copy of a decree (SK) of the village head that is in force

II.B.6.2
KIM berafiliasi dengan partai politik atau LSM.
The KIM is affiliated with a political party or an NGO (LSM).
Surat pernyataan tentang hubungan KIM dengan partai politik dan LSM
A signed statement on the KIM's ties with political parties and NGOs (LSM)

II.B.6.3
Ada pengurus atau anggota yang menjadi ASN (PNS atau PPPK).
An officer or member became a civil servant (PNS or PPPK).
Susunan pengurus dan anggota terbaru, dengan keterangan ASN atau bukan
The latest list of officers and members, saying who is a civil servant

II.B.6.4
KIM, pengurus, atau anggotanya melanggar hukum.
The KIM, an officer or a member broke the law.
Penjelasan tertulis KIM tentang hal ini, dengan surat yang mendukung
A written account of this by the KIM, with papers that support it

II.B.6.5
KIM pindah ke kabupaten atau kota lain.
The KIM moved to another district or city.
Surat keterangan domisili dari desa atau kelurahan
A statement of the group's seat from the village or ward

II.B.6.6
Nama baik KIM menurun.
The reputation of the KIM declined.
Penjelasan tertulis KIM tentang hal ini, dengan surat yang mendukung
A written account of this by the KIM, with papers that support it

II.B.6.7
KIM membubarkan diri.
The KIM dissolved itself.
Pernyataan tertulis: KIM masih bekerja, atau telah bubar
A written statement: the KIM is still at work, or has dissolved
"""

BRINGS = """
type_a
Keterangan jenis kelompok: KIM (tipe A) atau komunitas lain (tipe B)
What kind of group it is: a KIM (type A) or another community (type B)

decree_recorded
Salinan SK Kepala Desa/Lurah
A copy of the decree (SK) of the village head

decree_issued
Salinan SK Kepala Desa/Lurah yang memuat tanggal terbitnya
A copy of the decree (SK) that shows its day of issue

decree_until
Salinan SK Kepala Desa/Lurah yang memuat masa berlakunya
A copy of the decree (SK) that shows until when it runs

officers
Susunan pengurus: nama dan jabatan
The list of officers: names and offices

has_board
Susunan pengurus: nama dan jabatan
The list of officers: names and offices

people
Daftar pengurus dan anggota, dengan keterangan ASN atau bukan
The list of officers and members, saying who is a civil servant

officer_civil_servant
Keterangan bagi tiap pengurus: ASN atau bukan
For each officer: a civil servant or not

members_undated
Bagi tiap anggota: ASN atau bukan, dan sejak tanggal berapa
For each member: a civil servant or not, and since which day

members_became
Bagi tiap anggota: ASN atau bukan, dan sejak tanggal berapa
For each member: a civil servant or not, and since which day

criminal_case
Surat pernyataan pengurus: tidak terlibat perkara pidana
A statement signed by the officers: not involved in a criminal case

party_affiliation
Surat pernyataan: tidak berafiliasi dengan partai politik
A signed statement: not affiliated with a political party

ngo_affiliation
Surat pernyataan: tidak berafiliasi dengan LSM
A signed statement: not affiliated with an NGO (LSM)

statement_signed
Surat pernyataan pengurus yang ditandatangani dan bertanggal
The statement of the board, signed and dated

address
Alamat KIM
The address of the KIM

contact
Nomor telepon atau alamat e-mail KIM
A phone number or e-mail address of the KIM

recognised
Keterangan pengakuan warga, misalnya dari RT/RW atau tokoh setempat
A statement that residents recognise the KIM, such as from a neighbourhood head

active
Catatan kegiatan dengan tanggal dan buktinya
A log of activities with dates and proof

activities
Catatan kegiatan dengan tanggal dan buktinya
A log of activities with dates and proof

good_record
Contoh karya atau surat dukungan yang menunjukkan rekam jejak KIM
Works or letters of support that show the track record of the KIM

in_other_district
Surat keterangan domisili dari desa atau kelurahan
A statement of the group's seat from the village or ward
"""

RECORDED = """
criminal_case
tercatat ada perkara pidana yang melibatkan pengurus
a criminal case that involves an officer is on record
"""

Words = dict[str, tuple[Text, ...]]


def words(source: str) -> Words:
    """Return the texts of each entry: an id, then pairs of lines, Indonesian and English."""
    found: Words = {}
    for block in source.strip().split("\n\n"):
        id, *lines = block.splitlines()
        found[id] = tuple(map(Text, lines[::2], lines[1::2]))
    return found


SAID, BROUGHT, SHOWN = words(ASKED) | words(GROUNDS), words(BRINGS), words(RECORDED)


def plainly(rule: Rule) -> Text:
    """Return what a condition asks or a ground is, in plain words; the guideline's term where there are none."""
    term = rule.clause.term
    return SAID[rule.id][0] if rule.id in SAID else Text(term, term)


def mends(rule: Rule) -> Text:
    """Return what a KIM can bring about a condition that is not met, or a ground."""
    if rule.id in SAID:
        return SAID[rule.id][1]
    return Text("Keterangan tentang: {term}", "A note on: {term}").format(term=rule.clause.term)


def brings(fact: str, rule: Rule) -> Text:
    """Return what a KIM can bring for a fact that is not recorded."""
    return BROUGHT[fact][0] if fact in BROUGHT else mends(rule)


def recorded_as(fact: str) -> Text | None:
    """Return what a notice says for a fact in place of the reason's words, or None."""
    return SHOWN[fact][0] if fact in SHOWN else None
