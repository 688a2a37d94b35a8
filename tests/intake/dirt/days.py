"""Days: dates and terms, as officers type them."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, Final

from kimcore.values import OPEN_ENDED, Period
from tests.intake.dirt.answers import ERRORS, NO_WORDS, UNKNOWN_WORDS
from tests.intake.dirt.numbers import foreign
from tests.intake.dirt.truth import Dirt, Maker, either, loose, plain, right, told, trimmed

__all__ = ["DAY", "END_OF_TERM", "LAST_DAY", "PERIOD"]

FULL = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
SHORT = "Jan Feb Mar Apr Mei Jun Jul Agst|Agt Sep|Sept Okt Nop|Nov Des".split()
ENGLISH = "January February March April May June July August September October November December".split()
WEEKDAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
FIRST = date(2000, 1, 1)
OPEN = ("seterusnya", "tidak terbatas", "tanpa batas waktu", "selamanya", "sampai ada perubahan")
JOINTS = (" - ", " – ", " s/d ", " s.d. ", " sampai ", " sampai dengan ", "-", " S/D ", "–")
LAST = 33_000


def any_day(chance: Random) -> date:
    """Return a day of the years 2000 to 2098."""
    return FIRST + timedelta(days=chance.randrange(LAST))


def written(chance: Random, day: date) -> str:
    """Return a day in one of the forms that the interface names."""
    full, short = FULL[day.month - 1], chance.choice(SHORT[day.month - 1].split("|"))
    return chance.choice(
        (
            f"{day.day} {full} {day.year}",
            f"{day.day:02} {short}. {day.year}",
            f"{day.day} {short} {day.year}",
            f"{day:%d-%m-%Y}",
            f"{day.day}/{day.month}/{day:%y}",
            f"{day:%d/%m/%Y}",
            f"{day:%d.%m.%Y}",
            day.isoformat(),
            f"{WEEKDAYS[day.weekday()]}, {day.day} {full} {day.year}",
        )
    )


def ours(chance: Random) -> Dirt:
    """Make a date in a form that the interface names."""
    day = any_day(chance)
    clock = f"{chance.randrange(24):02}:{chance.randrange(60):02}"
    return chance.choice(
        (
            right(trimmed(chance, written(chance, day)), day),
            right(trimmed(chance, written(chance, day)), day),
            right(day, day),
            right(datetime.combine(day, time(chance.randrange(24), 30)), day),
            right(f"{day:%d/%m/%Y} {clock}", day),
            right(f"{day.isoformat()} {clock}:00", day),
        )
    )


def beyond(chance: Random) -> Dirt:
    """Make a date that a reader may understand, though the interface does not name its form."""
    day = any_day(chance)
    d, y, full, short = day.day, day.year, FULL[day.month - 1], SHORT[day.month - 1].split("|")[0]
    forms = (
        f"{d}-{full}-{y}", f"{d} {short} {y} (perpanjangan)", f"tgl {d} {full} {y}", f"Tgl. {d} {full} {y}",
        f"{d} {full}, {y}", f"{d}{full}{y}", f"sejak {d} {full} {y}", f"{d} {full} {y} M", f"{d}, {full}, {y}",
        f"{ENGLISH[day.month - 1]} {d}, {y}", f"{d} {ENGLISH[day.month - 1]} {y}", f"{day:%Y/%m/%d}", f"{day:%Y%m%d}",
        f"{day.isoformat()}T08:00:00+07:00", f"{day.isoformat()}T20:00:00Z", f"{day.isoformat()}T00:00:00.000+09:00",
        f"{day:%d/%m/%Y} pukul 08.00 WIB", f"{day:%d/%m/%Y} 24:00", foreign(chance, f"{day:%d/%m/%Y}"),
        foreign(chance, f"{d} {full} {y}"), loose(chance, f"{d} {full} {y}"), loose(chance, f"{day:%d-%m-%Y}"),
        f"{d} {full}\n{y}", f"'{day:%d/%m/%Y}", f"“{d} {full} {y}”", f"{day:%d\\%m\\%Y}", f"{day:%d %m %Y}",
        f"{day:%d,%m,%Y}",
        f"{WEEKDAYS[day.weekday()]} {day:%d/%m/%Y}", f"{WEEKDAYS[day.weekday()][:3]}, {d} {full} {y}",
        f"ke-{d} {full} {y}",
    )  # fmt: skip
    return either(chance.choice(forms), day)


def wrong(chance: Random) -> Dirt:
    """Make what is no date, or not one that can be told."""
    day = any_day(chance)
    d, y, full = day.day, day.year, FULL[day.month - 1]
    late = chance.randint(13, 28)
    forms: tuple[Any, ...] = (
        "31/02/2024", "30 Februari 2024", "29/02/2023", "31 April 2024", "0/1/2024", "32 Januari 2024", "1/13/2024",
        f"5/{late}/{y}", f"{y}-{late}-05", f"{full} {y}", f"{y}", float(y), 45000.0, 60.0, -5.0, 99999999.0, "45000",
        f"tgl {d} {full}", f"{d} {full}", f"{d}/{day.month}", "1.2.3", "1.2", "0", 0.0, "1", "x", "✓", "ada", "sdh",
        "ya",
        f"± {d} {full} {y}", f"sekitar {full} {y}", f"awal {y}", f"akhir {full} {y}", f"triwulan II {y}",
        f"{d} {full} 202",
        f"{day:%d/%m}/20224", f"{day:%d/%m}/1024", f"{day:%d/%m}/0024", "O1/02/2024", "l/02/2024", f"{d} {full} 2O24",
        f"{d} Ramadan 1445 H", f"{d} Rabiul Awal 1445", "1 Muharam 1446 H", "1 Sura 1957", f"Jumat Kliwon, {full} {y}",
        f"{d} Sya'ban 1445 H", f"{d} Besar 1956", f"{d} {full}/Mei {y}", f"{d}-{d + 2} {full} {y}",
        f"{d} & {d + 1} {full} {y}",
        f"{written(chance, day)} dan {written(chance, any_day(chance))}", date(1899, 12, 31), date(1900, 2, 28),
        time(8, 30), timedelta(hours=30), True, float("nan"), "belum tahu", "segera", "lihat SK", "sda",
        f"{d}//{day.month}/{y}",
        f"{d}-{day.month}/{y}", "3171234567890123", f"{y}/{y + 1}", "minggu depan", "H-1",
        f"{d} {full} {y - 2000 + 100}", *ERRORS,
    )  # fmt: skip
    weekday = WEEKDAYS[(day.weekday() + chance.randint(1, 6)) % 7]
    return told(f"{weekday}, {d} {full} {y}", day) if chance.random() < 0.15 else told(chance.choice(forms))


def denied(chance: Random) -> Dirt:
    """Make an answer no or unknown: no date, without a problem."""
    return right(trimmed(chance, chance.choice((*NO_WORDS, *UNKNOWN_WORDS[1:]))), None)


DAY: Final = plain((ours, ours, ours, ours, beyond, wrong, wrong, denied))


def last_day(chance: Random) -> Dirt:
    """Make the last day of a decree; what is said not to end is open, an answer no is unknown."""
    if chance.random() < 0.75:
        return DAY(chance)
    day = any_day(chance)
    more = (
        f"s/d {day:%d/%m/%Y}",
        f"sampai dengan {day:%d-%m-%Y}",
        f"hingga {day:%d-%m-%Y}",
        f"berlaku s.d {day:%d-%m-%Y}",
    )
    endless = ("selama-lamanya", "tanpa batas", "tdk terbatas", "tak terbatas", "s/d seterusnya", "seterusnya...", "∞")
    return chance.choice(
        (
            right(trimmed(chance, chance.choice(OPEN)), OPEN_ENDED),
            either(chance.choice(more), day),
            either(chance.choice(endless), OPEN_ENDED),
            told(chance.choice(("5 tahun", "3 th", "sampai selesai masa jabatan", "periode 2022-2025"))),
        )
    )


LAST_DAY: Final[Maker] = last_day


def end_of_term(chance: Random) -> Dirt:
    """Make the end of a term; without one the term is open."""
    made = last_day(chance)
    if made.meant is None and made.must_tell is False:
        return right(made.typed, OPEN_ENDED)
    return chance.choice((made, made, right("", OPEN_ENDED), right(trimmed(chance, "sekarang"), OPEN_ENDED)))


END_OF_TERM: Final[Maker] = end_of_term


def period(chance: Random) -> Dirt:
    """Make a term as two dates."""
    return chance.choice((joined, joined, open_term, wrong_term, day_alone))(chance)


def joined(chance: Random) -> Dirt:
    """Make two dates with a joint; an end before the start is a contradiction and no term."""
    start = any_day(chance)
    end = start + timedelta(days=chance.randint(1, 3000))
    words = f"{written(chance, start)}{chance.choice(JOINTS)}{written(chance, end)}"
    beyond_ours = (" hingga ", " sd ", " s.d ", " ~ ", " sampai tanggal ", " / ", "\n", " → ", "--")
    made = (
        right(trimmed(chance, words), Period(start, end)),
        either(f"{words} (perpanjangan)", Period(start, end)),
        either(f"{written(chance, start)}{chance.choice(beyond_ours)}{written(chance, end)}", Period(start, end)),
        either(loose(chance, words), Period(start, end)),
        either(foreign(chance, words), Period(start, end)),
        told(f"{written(chance, end)} s/d {written(chance, start)}"),
    )
    return chance.choice((made[0], *made))


def open_term(chance: Random) -> Dirt:
    """Make a term without an end."""
    start = any_day(chance)
    words, end = written(chance, start), chance.choice(("sekarang", "seterusnya", "Sekarang"))
    return chance.choice(
        (
            right(trimmed(chance, f"{words}{chance.choice(JOINTS[:6])}{end}"), Period(start)),
            right(trimmed(chance, words), Period(start)),
            either(f"{words} s/d", Period(start)),
            either(f"mulai {words}", Period(start)),
            either(f"sejak {words} sampai sekarang", Period(start)),
        )
    )


def wrong_term(chance: Random) -> Dirt:
    """Make what is no term."""
    day = any_day(chance)
    words, y = written(chance, day), day.year
    forms = (
        f"{y}-{y + 2}", f"{y} - {y + 2}", f"Januari {y} - Desember {y + 2}", "3 tahun", f"{words} s/d 31 Februari 2099",
        f"31/02/2024 - {words}", f"{words} - 3 tahun", f"{words} selama 2 tahun", f"{y} s/d sekarang", "Periode I",
        "sekarang",
        f"{words} - {words} - {words}", float(y), "ada", "ya", f"2 tahun sejak {words}", f"{words} s/d akhir {y + 2}",
        *ERRORS,
    )  # fmt: skip
    return told(chance.choice(forms))


def day_alone(chance: Random) -> Dirt:
    """Make a day of a spreadsheet, or an answer no."""
    day = any_day(chance)
    return chance.choice((right(day, Period(day)), denied(chance)))


PERIOD: Final[Maker] = period
