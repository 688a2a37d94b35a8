"""The group of commands, and how errors end a run: one message on stderr, exit code 2."""

import io
import sys

import click

from kimcore.cli.commands import ReaderGone, Refused, Verbs, with_code
from kimcore.cli.wording import language_in, printable, refusal
from kimcore.errors import KimError
from kimcore.terms import Language, Text

__all__ = ["VERBS", "kimcore", "run"]

VERBS = {
    "demo": ("demo", Text("seluruh pekerjaan pada kabupaten contoh", "the whole job on a made-up district")),
    "template": ("template", Text("buku register kosong untuk diisi", "an empty register to fill in")),
    "import": ("importing", Text("masukkan buku register ke dalam data", "take a register into the store")),
    "assess": ("assess", Text("nilai syarat dan keadaan kemitraan", "judge conditions and partnership")),
    "explain": ("explain", Text("jelaskan satu KIM, butir demi butir", "explain one KIM, clause by clause")),
    "map": ("mapping", Text("petakan ketertarikan, kekuatan, pengaruh", "map interest, power and influence")),
    "issues": ("issues", Text("matriks isu (Tabel 3.2)", "the issue matrix (Tabel 3.2)")),
    "collect": ("collect", Text("ambil angka dari platform", "take figures from the platforms")),
    "monitor": ("monitor", Text("pemantauan (Tabel 5.1–5.3)", "monitoring (Tabel 5.1 to 5.3)")),
    "partnership": ("partnership", Text("keadaan, riwayat, dan keputusan kemitraan", "state, history and decisions")),
    "needs": ("needs", Text("kebutuhan KIM dan saran kegiatan", "needs of KIMs and suggested events")),
    "events": ("events", Text("kegiatan peningkatan kapasitas", "capacity events in eight stages")),
    "models": ("models", Text("uji coba model dan kolaborasi", "trials of a model, collaborations")),
    "materials": ("materials", Text("bahan informasi dan diseminasinya", "materials and their disseminations")),
    "competitions": ("competitions", Text("kompetisi dan peringkatnya", "competitions and their rankings")),
    "awards": ("awards", Text("penghargaan dan penerimanya", "awards and their recipients")),
    "plan": ("plan", Text("yang harus dilakukan, juga sebagai kalender", "what is due, also as a calendar")),
    "report": ("report", Text("tulis laporan xlsx dan html", "write the reports, xlsx and html")),
    "overview": ("overview", Text("yang dilihat provinsi, K/L, masyarakat", "what province, ministries, public see")),
    "merge": ("merging", Text("gabungkan dua catatan dari satu KIM", "make two records of one KIM one")),
    "backup": ("backup", Text("salin seluruh data ke berkas baru", "copy all data into a new file")),
    "verify": ("verify", Text("periksa keutuhan data", "check that the data are sound")),
    "export": (
        "export",
        Text("seluruh data sebagai JSON, tanpa data pribadi", "all data as JSON, none personal"),
    ),
    "archive": ("archive", Text("angka pengamatan sebagai Parquet", "observed figures as Parquet")),
    "person": ("person", Text("semua yang tersimpan tentang satu orang", "all that is held about one person")),
    "erase": ("erase", Text("hapus data pribadi satu orang", "erase the personal data of one person")),
    "retention": ("retention", Text("hapus yang lewat masa simpannya", "erase what is kept long enough")),
    "requests": ("requests", Text("permintaan orang tentang datanya", "requests of persons about their data")),
    "websites": ("websites", Text("persetujuan situs web KIM", "approval of KIM websites")),
    "audit": ("audit", Text("siapa mengubah apa, kapan, untuk apa", "who changed what, when and why")),
    "rules": ("rules", Text("himpunan aturan dan isinya", "rulebooks and what they hold")),
    "clauses": ("clauses", Text("tiap butir pedoman dengan kode dan ujinya", "each clause with its code and tests")),
    "link": ("link", Text("kenali tautan konten", "tell what a content link is")),
    "plugins": ("plugins", Text("pengaya yang terpasang", "the plug-ins that are installed")),
    "new-plugin": ("new_plugin", Text("buat paket pengaya yang baru", "make a package of a new plug-in")),
}

ABOUT = Text(
    "Kemitraan komunikasi dengan Komunitas Informasi Masyarakat (KIM), menurut petunjuk teknis 30 Agustus 2022.\n\n"
    "\b\nMulai dari sini:\n"
    "  kimcore demo --out out              seluruh pekerjaan pada data contoh\n"
    "  kimcore template register.xlsx      buku register kosong\n"
    "  kimcore import register.xlsx --office 99.01\n"
    "  kimcore assess                      siapa memenuhi syarat, dan mengapa tidak\n"
    "  kimcore report --out laporan        laporan untuk Dinas\n\n"
    "Tambahkan --lang en untuk bahasa Inggris, --format json untuk program lain.",
    "Partnership with community information groups (KIM), by the guideline of 30 August 2022.\n\n"
    "\b\nStart here:\n"
    "  kimcore demo --out out              the whole job on made-up data\n"
    "  kimcore template register.xlsx      an empty register\n"
    "  kimcore import register.xlsx --office 99.01\n"
    "  kimcore assess                      who is eligible, and why not\n"
    "  kimcore report --out reports        the office's reports\n\n"
    "Labels and reasons are in Indonesian; add --lang en for English, --format json for programs.",
)

kimcore = Verbs("kimcore", verbs=VERBS, text=ABOUT, no_args_is_help=True)


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code; an error is one message on stderr, never a traceback.

    A reader of stdout that has gone (`| head`) is no failure.
    """
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(kimcore.main(given, "kimcore", standalone_mode=False) or 0)
    except ReaderGone:
        sys.stdout = io.StringIO()
        return 0
    except (click.ClickException, click.exceptions.Abort, KimError, OSError) as error:
        return fail(error, language_in(given))


FILES = Text("tidak dapat membaca atau menulis ({why})", "cannot read or write ({why})")


def fail(error: Exception, language: Language) -> int:
    """Say on stderr, in one line, why a command could not be done, and return 2."""
    match error:
        case click.exceptions.NoArgsIsHelpError():
            error.show()
            return 2
        case click.exceptions.Abort():
            text = Text("dihentikan", "interrupted").say(language)
        case Refused():
            text, language = error.message, error.language
        case click.ClickException():
            text = refusal(error, language)
        case KimError():
            text = with_code(error, language)
        case _:
            text = FILES.format(why=error).say(language)
    click.echo(f"{Text('galat', 'error').say(language)}: {printable(text)}", err=True)
    return 2
