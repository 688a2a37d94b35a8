"""A made-up person whose data stand everywhere, a register that brings them in, and what must be found nowhere."""

from datetime import date
from pathlib import Path

from kimcore.partnership import Decision, DecisionKind
from kimcore.workspace import Workspace
from tests.workspace.registers import OFFICE, Sheets, write_register

__all__ = ["KIM", "NAME", "TRACES", "a_decision_about", "filled", "register", "sheets"]

NAME = "Purnama Canarywati"
PHONE = "0811-2222-3333"
WHATSAPP = "0811 4444 5555"
EMAIL = "purnama.canary@example.invalid"
ADDRESS = "Jalan Canary 77"
COMPLAINT = "aduan canary tentang pengurus"
TRACES = (NAME, PHONE, WHATSAPP, EMAIL, ADDRESS)
KIM = "KIM Kenari"

PROFILE = (
    "Nama Kelompok", "Kelurahan/Desa", "Ketua KIM/Narahubung", "Alamat", "Nomor Telepon", "Nomor WhatsApp",
    "Alamat E-mail", "Kode Wilayah", "Tipe KIM",
)  # fmt: skip
INSTITUTION = ("Nama Kelompok", "Nomor SK", "Tanggal SK", "SK Berlaku Sampai", "Terlibat Pidana",
               "Afiliasi Partai Politik", "Tanggal Surat Pernyataan", "Memiliki Susunan Pengurus")  # fmt: skip
BOARD = ("Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN")
CASES = ("Nama Kelompok", "Dasar (1–7)", "Tanggal Indikasi", "Sumber Indikasi", "Temuan", "Tanggal Temuan", "Pejabat",
         "Bukti")  # fmt: skip
LOG = ("Nama Kelompok", "Aktivitas Diseminasi Informasi", "Keterangan Waktu", "Bukti Tayang/Link Konten")
ISSUES = ("No", "Isu Strategis", "Nama KIM", "Pihak Terlibat", "Latar Belakang")


def sheets(name: str = NAME, phone: str = PHONE) -> Sheets:
    """Return a register of two KIMs, of one of which the person is contact and officer; some cells are wrong."""
    return {
        "Profil KIM": [
            PROFILE,
            (KIM, "Desa A", f"{name}, S.Kom (Ketua)", ADDRESS, phone, WHATSAPP, EMAIL, "99.01.01.2001", "A"),
            ("KIM Lain", "Desa B", "Orang Lain", "Jalan Lain 1", "0811-9", None, None, "99.01.01.2002", f"{name}?"),
        ],
        "Kelembagaan": [
            INSTITUTION,
            (KIM, "SK/1", date(2024, 1, 1), "seterusnya", "tidak", "tidak", date(2024, 2, 1), "ya"),
        ],
        "Pengurus": [
            BOARD,
            (KIM, name, "Ketua", "Pengurus", "tidak"),
            (KIM, "Orang Kedua", "Sekretaris", "Pengurus", f"kata {name} belum"),
        ],
        "Peninjauan": [
            CASES,
            (KIM, 4, date(2025, 1, 1), f"{COMPLAINT}: {name}", "tidak terbukti", date(2025, 2, 1), name, "risalah"),
        ],
        "Diseminasi": [LOG, (KIM, f"Penyuluhan oleh {name}", f"kira-kira {name}", f"foto {name}")],
        "Isu": [ISSUES, (1, "Isu Contoh", KIM, f"{name} dan warga", f"Disampaikan {name} lewat {phone}")],
    }


def register(folder: Path, name: str = NAME, phone: str = PHONE) -> Path:
    """Write the register."""
    return write_register(folder / "register.xlsx", sheets(name, phone))


def a_decision_about(kim: str) -> Decision:
    """Return a decision that the person took, and that names the person."""
    return Decision(
        kim=kim,
        kind=DecisionKind.INDICATE,
        on=date(2026, 11, 1),
        officer=NAME,
        reason=f"menurut {NAME}",
        evidence=f"surat dari {EMAIL}",
        ground=6,
    )


def filled(folder: Path, url: str = "") -> Workspace:
    """Return a workspace on a file in which the person stands in every kind of record."""
    workspace = Workspace.open(url or f"sqlite:///{folder / 'kimcore.db'}", OFFICE)
    workspace.take_in(register(folder))
    workspace.take_in(register(folder, phone="0811-7777-8888"))
    workspace.decide(a_decision_about(KIM))
    workspace.add_request("correct", NAME, text=f"nomor saya {PHONE}", received="2026-11-20T09:00+07:00")
    workspace.ask_for_website("kenari.example.invalid", NAME)
    return workspace
