import string
from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.content import LANGUAGES, load_examples
from coaching.rules.textguard import MAY_BE_KEPT_ANYWAY, Finding, findings, may_be_overridden

CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SIGNS = {18: "+", 19: "-YXWVU", 20: "ABCDEF"}

harmless_words = st.text(alphabet="abcdefghijklmnopqrstuvwxyzåäö ,!?\n", max_size=40)


@st.composite
def identity_codes(draw: st.DrawFn) -> str:
    birthday = draw(st.dates(date(1850, 1, 1), date(2026, 12, 31)))
    sign = draw(st.sampled_from(SIGNS[birthday.year // 100]))
    day, number = birthday.strftime("%d%m%y"), f"{draw(st.integers(2, 999)):03}"
    return f"{day}{sign}{number}{CHECK_CHARACTERS[int(day + number) % 31]}"


@pytest.mark.parametrize(
    "text",
    [
        "131052-308T",
        "Asiakkaan tunnus on 131052-308T.",
        "hetu 131052-308t",
        "131052–308T",
        "131052\u2011308T",
        "131052 - 308T",
        "1310\u200b52-308T",
        "１３１０５２-308T",
        "131052A308T",
        "131052Y308T",
        "131052+308T",
        "13.10.52-308T",
        "13 10 52 - 308 T",
    ],
)
def test_an_identity_code_is_found_however_it_is_written(text: str) -> None:
    assert Finding.IDENTITY_CODE in findings(text)


@pytest.mark.parametrize(
    "text",
    [
        "131052-308U",  # another check character
        "131352-308T",  # no such month
        "321052-308T",  # no such day
        "131052G308T",  # no such sign
        "131052-308",  # ten characters: the last is lacking
        "13105-308T",
        "131052-30T",
        "1310522-308T",  # one too many
        "l31052-308T",  # a letter for a digit
        "131O52-308T",
        "131052308T",  # the sign is lacking
        "Väärä tunnus oli 010594Y9022.",
        "050803A917X",
        "131052 - 308U",
        "131052 308T",
    ],
)
def test_what_looks_like_an_identity_code_is_one(text: str) -> None:
    assert findings(text) == {Finding.IDENTITY_CODE}


@pytest.mark.parametrize(
    "text",
    [
        "811228-9874",
        "811228 9874",
        "8112289874",
        "19811228-9874",
        "198112289874",
        "36805280109",
        "280568-0109",
        "3273011203850007",
        "NIK 3273 0112 0385 0007",
        "3171046508900002",  # a woman's: day 25 and 40
        "NIK-nya 327301120385000",  # one digit is lacking
        "No. KTP: 32730112038500071",  # one too many
        "NPWP 09.254.294.3-407.000",
    ],
)
def test_identity_codes_of_other_countries_are_found(text: str) -> None:
    assert findings(text) == {Finding.IDENTITY_CODE}


@pytest.mark.parametrize(
    "text",
    [
        "31.12.25 - 300 asiakasta",
        "Y-tunnus 2077474-0",
        "versio 131052",
        "klo 13.10-14.30, 308 T",
        "1310-30T",
        "Perda nomor 3 tahun 2024, halaman 12",
        "KTP elektronik jadi dalam 14 hari",
    ],
)
def test_other_numbers_are_no_identity_codes(text: str) -> None:
    assert findings(text) == frozenset()


@given(harmless_words, identity_codes(), harmless_words)
def test_every_identity_code_is_found_in_every_text(before: str, code: str, after: str) -> None:
    assert Finding.IDENTITY_CODE in findings(f"{before} {code} {after}")
    assert Finding.IDENTITY_CODE in findings(f"{before} {code.lower()}, {after}")


@given(identity_codes(), st.integers(0, 10), st.sampled_from(string.ascii_uppercase))
def test_a_letter_in_any_place_makes_it_no_other_thing(code: str, place: int, wrong: str) -> None:
    assert findings(code[:place] + wrong + code[place + 1 :]) == {Finding.IDENTITY_CODE}


@given(identity_codes(), st.integers(0, 10))
def test_a_lacking_character_lets_none_be_kept_unseen(code: str, place: int) -> None:
    slip = code[:place] + code[place + 1 :]
    if any(letter.isalpha() for letter in slip):
        assert findings(slip) == {Finding.IDENTITY_CODE}
    elif any(sign in slip for sign in "+-"):
        assert findings(slip)


@pytest.mark.parametrize(
    "text",
    [
        "Kirjoita osoitteeseen matti.meikalainen@kunta.fi",
        "a@b.fi",
        "Anna.Ek+jobb@posti.example.se!",
        "anna(at)kunta.fi",
        "anna [at] kunta.fi",
        "anna @ kunta.fi",
        "anna(ät)kunta.fi",
        "pääkäyttäjä@väylä.fi",
        "anna ät kunta.fi",
        "anna ät kunta piste fi",
        "anna.ek at kela.fi",
        "anna at council dot gov dot uk",
        "anna snabel-a staden.se",
        "anna miukumauku kunta.fi",
        "anna (at) kunta (piste) fi",
        "m1234567@kunta.fi",
        "budi[at]kantor.go.id",
        "budi at kantor titik go titik id",
        "siti et contoh titik com",
    ],
)
def test_an_e_mail_address_is_found(text: str) -> None:
    assert findings(text) == {Finding.EMAIL}


@pytest.mark.parametrize(
    "text",
    [
        "Soita 040 123 4567",
        "puh.0401234567",
        "(09) 123 4567",
        "09-1234 5678",
        "+358 40 1234567",
        "+358 (0)40 123 4567",
        "00358 40 123 4567",
        "Ring 08-123 456 78",
        "070-123 45 67",
        "+46 70 123 45 67",
        "+44 20 7946 0018",
        "040.123.4567",
        "040/1234567",
        "0401234567",
        "nolla viisikymmentä 443 218",
        "nolla neljä nolla, 123 4567",
        "nollaviiskyt viis kuus seittemän kaheksan ysi",
        "noll sjuttiotre 443 218",
        "nollfyrafyra 290 71 65",
        "oh five oh 443 218",
        "zero four zero one two three four five",
        "WA 0812-3456-7890",
        "0812.3456.7890",
        "+62 812 3456 7890",
        "nol delapan satu dua tiga empat lima enam tujuh delapan",
        "kosong delapan lima enam 1234 5678",
    ],
)
def test_a_phone_number_is_found_and_is_one_thing(text: str) -> None:
    assert findings(text) == {Finding.PHONE}


@pytest.mark.parametrize(
    "text",
    [
        "Kelan numero 020 692 204",
        "0295 020 600",
        "+358 295 020 600",
        "0800 123 456",
        "0771-123 456",
        "Hubungi 0800-1-500-400",
        "1500-123",
        "1500 123",
    ],
)
def test_a_number_behind_which_nobody_is_alone_passes(text: str) -> None:
    assert findings(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Maija Virtanen, Koivukatu 5 A 12",
        "Kävin Mäntytiellä numerossa 12",
        "asuu vanhan Turun tien varrella, Turuntie 8",
        "koivukatu 5 b",
        "Siv bor på Björkvägen 4",
        "Skolgatan 12, andra trappan",
        "She lives at 14 Birch Lane",
        "Edna Marsh, 12 School Street",
        "her postcode is SW1A 1AA",
        "Tapasin Aino Rantasen kirjastossa, hän antoi osoitteen Kauppakatu 10.",
        "tinggal di Jl. Melati No. 12",
        "Rumahnya di Gang Mawar III No. 7.",
        "Pak Budi, Perumahan Griya Asri Blok B2 No. 5",
        "jl kenanga 45",
        "rumah cat hijau di RT 03/RW 05",
    ],
)
def test_where_somebody_lives_is_found(text: str) -> None:
    assert findings(text) == {Finding.ADDRESS}


@pytest.mark.parametrize(
    "text",
    [
        "Kirjaston sivupiste on Kauppakatu 10:ssä.",
        "Toimistomme muuttaa: Kirkkokatu 5",
        "Biblioteket på Handelsgatan 10",
        "our office at 10 Market Street",
        "Asiakaspolku 2 on valmis",
        "Valtatie 4 oli poikki",
        "Vid riksväg 8 väntade ingen",
        "We met 3 people on the road",
        "kaksi kolme neljä viikkoa",
        "look at kunta.fi",
        "Kantor Kelurahan Sukamaju ada di Jl. Sudirman No. 45",
        "Perpustakaan pindah ke Jalan Merdeka 10",
        "Saya jalan terus sampai loket 12",
    ],
)
def test_addresses_of_offices_and_other_ways_pass(text: str) -> None:
    assert findings(text) == frozenset()


@pytest.mark.parametrize(
    "text", ["1234567", "tili 12 34 56 7", "1234567-2", "1234-567", "nro 12345678901234567890"]
)
def test_a_long_run_of_digits_is_found(text: str) -> None:
    assert findings(text) == {Finding.DIGITS}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kysyin ensin, mitä asiakas tarvitsi, ja vasta sitten vastasin.",
        "Kolme kertaa 5 minuuttia, klo 8.00-16.00, huone 123456.",
        "Nähdään 24.12.2026 @ Turku",
        "Laki 434/2003, 7 §",
        "+10 % på två veckor",
        "Strategi 2024–2026, 2024 - 2026 och 2026-11-26",
        "1 000 000 euroa, 25 000 000 kr",
        "08.30-16.00, 01.12.2026, 03/2025-06/2026",
        "1\n2\n3\n4\n5\n6\n7\n8",
        "Kiitos @tiimi 👩‍💻!",
    ],
)
def test_ordinary_sentences_pass(text: str) -> None:
    assert findings(text) == frozenset()


@given(harmless_words)
def test_words_alone_tell_of_health_at_most(text: str) -> None:
    assert findings(text) <= {Finding.HEALTH}


@given(harmless_words, st.text("123456789", min_size=9, max_size=30), st.data())
def test_a_run_of_digits_is_found_with_spaces_and_hyphens_between(
    before: str, digits: str, data: st.DataObject
) -> None:
    gaps = st.sampled_from(["", "", " ", "-", "\u00a0", " – "])
    spaced = "".join(digit + data.draw(gaps) for digit in digits)
    assert findings(before + spaced) & {Finding.DIGITS, Finding.IDENTITY_CODE}


@given(st.text(max_size=300))
def test_any_text_at_all_gets_an_answer(text: str) -> None:
    assert findings(text) <= set(Finding)


@pytest.mark.parametrize(
    "text",
    [
        "My colleague is on sick leave again.",
        "She told me she is ill and cannot come.",
        "He was diagnosed last month.",
        "The customer suffers from depression.",
        "She takes medication for it.",
        "A pregnant customer waited an hour.",
        "Her son has a disability.",
        "I was home with the flu.",
        "He is in a wheelchair and could not reach the desk.",
        "He had a stroke in spring.",
        "The customer's husband is in hospital.",
        "She has cancer",
        "My mental health is not good.",
        "I called in sick on Monday.",
        "He is hard of hearing so I wrote it down.",
        "I had a bad cold, so I was slow.",
        "I have a headache today.",
        "She had surgery.",
        "She is expecting a baby.",
        "The man said he was HIV positive.",
    ],
)
def test_words_about_health_are_found_in_english(text: str) -> None:
    assert findings(text) == {Finding.HEALTH}


@pytest.mark.parametrize(
    "text",
    [
        "Asiakas kertoi olevansa sairaslomalla.",
        "Olin saikulla viime viikon.",
        "Kollega jäi sairauslomalle.",
        "Asiakkaalla on todettu syövän uusiutuminen.",
        "Hän sairastaa masennusta.",
        "Asiakas oli masentunut.",
        "Lääkkeet sekoittivat hänen päänsä.",
        "Uusi lääkitys väsyttää.",
        "Työkaverini on raskaana.",
        "Asiakas oli kuulovammainen.",
        "Lapsi oli kipeänä, olin kotona.",
        "Asiakkaan mielenterveys horjuu.",
        "Hän sai diagnoosin keväällä.",
        "Olin flunssassa.",
        "Hänellä on diabetes.",
        "Äidillä on rintasyöpä.",
        "Hän joutui sairaalaan.",
        "Asiakas käy psykoterapiassa.",
        "Hän on työkyvyttömyyseläkkeellä.",
        "Asiakkaalla oli muistisairaus.",
        "Kollegan burnout näkyi.",
        "Hän sairastui.",
        "Minulla on selkäkipuja.",
        "Asiakas odottaa vauvaa.",
    ],
)
def test_words_about_health_are_found_in_finnish(text: str) -> None:
    assert findings(text) == {Finding.HEALTH}


@pytest.mark.parametrize(
    "text",
    [
        "Kunden är sjukskriven.",
        "Min kollega är sjukledig.",
        "Hon har cancer.",
        "Han lider av depression.",
        "Kunden tar medicin mot ångest.",
        "Hon är gravid.",
        "Jag var förkyld.",
        "Jag har ont i ryggen.",
        "Kunden satt i rullstol.",
        "Han har en funktionsnedsättning.",
        "Barnet är sjukt.",
        "Hon är utbränd.",
        "Han fick en hjärtinfarkt.",
        "Han låg på sjukhus.",
        "Hon har fått diagnosen adhd.",
        "Han mår psykiskt dåligt.",
        "En döv kund kom.",
        "Jag vabbade i går.",
        "Hon är mammaledig.",
    ],
)
def test_words_about_health_are_found_in_swedish(text: str) -> None:
    assert findings(text) == {Finding.HEALTH}


@pytest.mark.parametrize(
    "text",
    [
        "We moved to the new health centre.",
        "I am sick of waiting for the system.",
        "The customer was patient and thanked me.",
        "The patient asked where to go.",
        "We have a healthy team spirit.",
        "Ill ask her tomorrow.",
        "He seemed ill at ease.",
        "The button is disabled in the form.",
        "This form is a pain point.",
        "A stroke of luck!",
        "I turned a blind eye to it.",
        "My words fell on deaf ears.",
        "The form said invalid date.",
        "We abort the call after ten minutes.",
        "The manager signed off by e-mail.",
        "I was expecting a call.",
        "The coffee was cold and so was the welcome.",
        "It was a depressing queue.",
        "Equal treatment matters.",
        "Mental health services moved upstairs.",
        "Since covid we meet online.",
        "The injection of new ideas helped.",
        "I asked at the hospital reception.",
        "I'll be there, we'll see.",
    ],
)
def test_what_only_sounds_like_health_passes_in_english(text: str) -> None:
    assert findings(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Terveyskeskuksessa oli ruuhkaa.",
        "Sosiaali- ja terveyspalvelut ovat samassa talossa.",
        "Terve, mitä kuuluu?",
        "Terveisin Maija",
        "Tervehdin asiakasta nimellä.",
        "Hyvinvointialue muuttaa numeronsa.",
        "Potilas kysyi tietä.",
        "Sairaalan aulassa neuvoin vierasta.",
        "Sairaanhoitaja auttoi minua.",
        "Ohjasin asiakkaan mielenterveys- ja päihdepalveluihin.",
        "Vammaispalvelut vastaavat hitaasti.",
        "Se oli sairaan hyvä palaute.",
        "Tämä on asiakaspolun kipupiste.",
        "Aihe on kipeä asia meille.",
        "Lomake vie aikaa syövän vaiheen.",
        "Lapset syövät lounasta.",
        "Koin viikon raskaana.",
        "Työn raskaus näkyy.",
        "Lomake oli raskas täyttää.",
        "Selvitin häiriötilanteen.",
        "Puolustauduin turhaan ja valmistauduin huonosti.",
        "Masentava jono.",
        "Nauru on paras lääke.",
        "Sain lääkäriltä kiitosta.",
        "Meillä oli kuumeinen kiire.",
        "Huimasti parempi.",
    ],
)
def test_what_only_sounds_like_health_passes_in_finnish(text: str) -> None:
    assert findings(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Hälsovårdscentralen flyttar.",
        "Jag ska hälsa alla välkomna.",
        "Hälsningar från teamet",
        "Hälsade på kunden vid dörren.",
        "Sjukhusets reception var full.",
        "Sjuksköterskan hjälpte mig.",
        "Det var sjukt bra bemötande.",
        "Hon blev svartsjuk.",
        "Vi har psykologisk trygghet i teamet.",
        "Patienten frågade efter vägen.",
        "En blind fläck hos oss.",
        "Välfärdsområdet svarar.",
        "Mitt råd föll för döva öron.",
        "Systemet hade barnsjukdomar.",
        "Han dementerade ryktet.",
        "Verksamheten opererar i tre kommuner.",
        "Jag tog det med ro och väntade på svar.",
        "Kela hanterar sjukförsäkringen.",
    ],
)
def test_what_only_sounds_like_health_passes_in_swedish(text: str) -> None:
    assert findings(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Ibunya sakit, jadi ia minta didahulukan.",
        "Ia izin sakit sejak Senin.",
        "Suaminya dirawat di rumah sakit.",
        "Rekan saya lagi gak enak badan.",
        "Ia hamil tujuh bulan.",
        "Kakek itu habis operasi katarak.",
        "Ia datang mabuk dan bau alkohol.",
        "Anaknya autis.",
        "Pelanggan itu tunanetra.",
        "Bapak itu tuli sejak kecil.",
        "Ia minum obat penenang.",
        "Rekan kami cuti karena depresi.",
        "Kakinya patah dan ia memakai kursi roda.",
        "Surat dokternya belum ada.",
        "Ia baru keluar dari rehabilitasi narkoba.",
        "Nenek itu sudah pikun.",
        "Tekanan darah tinggi, katanya.",
        "Ia pingsan di depan loket.",
    ],
)
def test_words_about_health_are_found_in_indonesian(text: str) -> None:
    assert findings(text) == {Finding.HEALTH}


@pytest.mark.parametrize(
    "text",
    [
        "Ia sakit hati karena saya memotong ceritanya.",
        "Rumah sakit di seberang mengarahkan orang ke sini.",
        "Saya menelepon dinas kesehatan.",
        "Kartu BPJS Kesehatan dibawa?",
        "Jalur untuk kursi roda sudah ada.",
        "Layanan disabilitas buka pukul 08.00.",
        "Sistemnya lumpuh, jadi kami mencatat dengan tangan.",
        "Ia bertanya soal akta kelahiran.",
        "Saya patah semangat sebentar.",
        "Selama pandemi covid kami melayani lewat telepon.",
        "Ia gagap teknologi, jadi saya pelan-pelan.",
        "Banyak yang buta hukum, kata ketua tim.",
        "Antrean gila hari ini.",
        "Undang-undang nomor 25 tahun 2009",
    ],
)
def test_what_only_sounds_like_health_passes_in_indonesian(text: str) -> None:
    assert findings(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Asiakas tuli tiskille.",
        "Kustannukset nousivat.",
        "Kolleger från Kista kom hit.",
        "She loves liver and onions.",
        "We looked at the markup of the page.",
    ],
)
def test_no_word_of_another_language_is_taken_for_an_indonesian_one(text: str) -> None:
    assert findings(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "SAIRASLOMALLA",
        "sai\u00adras\u00adloma",
        "sick\n leave",
        "sick\u00a0leave",
        "syo\u0308pa\u0308",
        "on (sjukskriven)",
        "The customer’s health is failing.",
    ],
)
def test_words_about_health_are_found_however_they_are_set(text: str) -> None:
    assert findings(text) == {Finding.HEALTH}


def test_the_name_of_a_service_does_not_hide_the_word_after_it() -> None:
    assert findings("Mielenterveyspalveluissa asiakas oli masentunut") == {Finding.HEALTH}
    assert findings("I am sick of it and he is on sick leave") == {Finding.HEALTH}


@given(st.text("aeikprsuyäö -\n", max_size=2000))
def test_a_text_about_health_is_read_through_quickly(text: str) -> None:
    begun = perf_counter()
    findings(text)
    assert perf_counter() - begun < 1


@pytest.mark.parametrize(
    "text", ["sairas" * 400, "a " * 1000, "ja- " * 600, "ki" * 1000, "Jl. A " * 300]
)
def test_no_text_makes_the_search_go_round_and_round(text: str) -> None:
    begun = perf_counter()
    findings(text)
    assert perf_counter() - begun < 1


@pytest.mark.parametrize("kind", [kind for kind in Finding if kind is not Finding.IDENTITY_CODE])
def test_the_author_may_keep_everything_but_an_identity_code(kind: Finding) -> None:
    assert kind in MAY_BE_KEPT_ANYWAY
    assert may_be_overridden([kind])
    assert not may_be_overridden([kind, Finding.IDENTITY_CODE])


def test_an_identity_code_may_not_be_kept_and_nothing_else_stands_in_the_way() -> None:
    assert frozenset(Finding) - {Finding.IDENTITY_CODE} == MAY_BE_KEPT_ANYWAY
    assert may_be_overridden(MAY_BE_KEPT_ANYWAY)
    assert may_be_overridden([])
    assert not may_be_overridden(findings("Hän on sairas, 131052-308T"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_copies_an_example_that_we_show_is_not_refused(language: str) -> None:
    for example in load_examples().values():
        for text in example.texts[language].values():
            assert findings(text) == frozenset(), text
