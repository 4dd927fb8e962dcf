from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.rules.concerns import Concern, concern_of


@pytest.mark.parametrize(
    "text",
    [
        "asiakas uhkasi tappaa mut tänään tiskillä",
        "Hän löi minua kasvoihin.",
        "Se kävi käsiksi työkaveriin.",
        "Asiakas tietää, missä mun lapset käy koulua.",
        "Kunden hotade mig med kniv.",
        "Han slog till mig.",
        "Jag blev hotad till livet.",
        "A customer threatened to kill me.",
        "He punched my colleague.",
        "She threw a stapler at me.",
        "Pelanggan mengancam akan membunuh saya.",
        "Dia menampar rekan saya.",
        "Saya dipukul di depan loket.",
        "Ia membawa golok ke ruang tunggu.",
        "Dia bilang tahu rumah saya.",
    ],
)
def test_threats_and_violence_are_heard(text: str) -> None:
    assert concern_of(text) is Concern.VIOLENCE


@pytest.mark.parametrize(
    "text",
    [
        "En jaksa tätä enää.",
        "Mä oon ihan loppu.",
        "Pelottaa tulla töihin.",
        "Asiakas sanoi, ettei halua enää elää.",
        "Jag orkar inte längre.",
        "Jag grät hela vägen hem.",
        "I can't do this any more.",
        "I was crying in the toilet again.",
        "The client said he wants to die.",
        "Saya sudah tidak kuat lagi.",
        "Aku nangis terus tiap pulang kerja.",
        "Saya takut masuk kerja.",
        "Ibu itu bilang ingin mati saja.",
    ],
)
def test_distress_is_heard(text: str) -> None:
    assert concern_of(text) is Concern.DISTRESS


@pytest.mark.parametrize(
    "text",
    [
        "Lähetin kirjeen väärälle asiakkaalle.",
        "Kollega katseli naapurinsa tietoja järjestelmästä.",
        "Jag mejlade beslutet till fel person.",
        "Min kollega snokar i journalerna.",
        "We had a data breach today.",
        "My colleague shared her password with me.",
        "Saya salah kirim berkas ke pemohon lain.",
        "Rekan saya melihat data mantannya di sistem.",
        "Data warga bocor.",
        "Map berkas pemohon tertinggal di angkot.",
    ],
)
def test_breaches_of_data_protection_are_heard(text: str) -> None:
    assert concern_of(text) is Concern.DATA_PROTECTION


@pytest.mark.parametrize(
    "text",
    [
        "Esihenkilö ottaa lahjuksia.",
        "Työkaveri varastaa kassasta.",
        "Minua kiusataan töissä.",
        "Chefen tar emot mutor.",
        "En kollega fuskar med timmarna.",
        "Our manager takes bribes.",
        "A colleague steals from the till.",
        "I am being bullied at work.",
        "Atasan saya menerima suap.",
        "Rekan saya titip absen.",
        "Di kantor kami masih ada pungli.",
        "Saya dirundung di tempat kerja.",
    ],
)
def test_misconduct_is_heard(text: str) -> None:
    assert concern_of(text) is Concern.MISCONDUCT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hän uhkasi valittaa minusta.",
        "Asiakas löi luurin korvaan.",
        "Hän huusi, mutta kuuntelin loppuun.",
        "Asiakas itki ilosta.",
        "Lompakko oli varastettu, ja asiakas tarvitsi uuden kortin.",
        "Lähetin päätöksen hänelle postitse.",
        "Kahvi oli loppu.",
        "Han hotade att klaga.",
        "Det slog mig att hon väntade.",
        "Nätet var nere.",
        "He threatened to complain.",
        "It hit me that she was waiting.",
        "I killed some time in the queue.",
        "The child was bullied at school and needed a new place.",
        "I asked my manager for help.",
        "Ia mengancam akan melapor ke ombudsman.",
        "Ibu itu menangis karena lega.",
        "Dompetnya dicuri, jadi ia perlu KTP baru.",
        "Saya mendorong rekan untuk mencoba cara lain.",
        "Saya memukul rata semua orang.",
        "Ia tidak sanggup menunggu lagi, jadi kami buat janji.",
        "Saya kirim surat keputusan ke alamat pemohon.",
    ],
)
def test_everyday_trouble_is_practice(text: str) -> None:
    assert concern_of(text) is None


def test_what_is_most_urgent_is_answered() -> None:
    both = "Our manager takes bribes and threatened to kill me, I can't do this any more."
    assert concern_of(both) is Concern.VIOLENCE


@given(st.text("aehiklostuämnr.' -", max_size=2000))
def test_any_text_is_read_through_quickly(text: str) -> None:
    begun = perf_counter()
    concern_of(text)
    assert perf_counter() - begun < 1


@pytest.mark.parametrize(
    "text",
    [
        "a " * 2000,
        "esihenkilö " * 370,
        "lähetin " * 500,
        "en " * 1300,
        "mengirim " * 500,
        "saya " * 900,
    ],
)
def test_no_text_makes_the_search_go_round_and_round(text: str) -> None:
    begun = perf_counter()
    concern_of(text)
    assert perf_counter() - begun < 1
