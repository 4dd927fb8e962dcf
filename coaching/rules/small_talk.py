"""What people say to a bot without answering anything: thanks, a greeting, a wish for peace."""

import re
from collections.abc import Mapping
from enum import StrEnum


class SmallTalk(StrEnum):
    """What a short text says that answers no question."""

    THANKS = "thanks"
    OK = "ok"
    HELLO = "hello"
    BYE = "bye"
    WHAT = "what"
    NOT_NOW = "not_now"
    STOP = "stop"
    FED_UP = "fed_up"
    EMOJI = "emoji"


WANTS_PEACE = frozenset({SmallTalk.STOP, SmallTalk.FED_UP})
APOSTROPHES = re.compile(r"['’`´]")
NO_WORD = re.compile(r"[^\w?]+")
ASCII = 127
QUESTION_MARKS = re.compile(r"\?+")

# Whole sayings in every language, whichever somebody reads. Words that answer what got in the way,
# such as "no time" or "kiire", are answers and stand here only with what they are about.
SAYINGS: Mapping[SmallTalk, str] = {
    SmallTalk.THANKS: """
        thanks | thank you | thx | many thanks | thanks a lot | thank you very much | ok thanks
        kiitos | kiitti | kiitoksia | kiitos paljon | paljon kiitoksia | suuri kiitos | ok kiitos
        tack | tackar | tack så mycket | tusen tack | stort tack | tack tack | ok tack
        terima kasih | makasih | terima kasih banyak | trims | ok terima kasih
    """,
    SmallTalk.OK: """
        ok | okay | alright | all right
        okei | selvä | selvä juttu
        okej | visst
        baik | oke | baiklah | siap
    """,
    SmallTalk.HELLO: """
        hello | hi | hey | hello there | good morning | good day | how are you | how are you doing
        hei | moi | moro | terve | huomenta | hyvää huomenta | päivää | mitä kuuluu
        hej | hej hej | hallå | tjena | god morgon | god dag | hur mår du | läget | morjens
        halo | hai | selamat pagi | selamat siang | selamat sore | apa kabar
    """,
    SmallTalk.BYE: """
        bye | bye bye | goodbye | see you | good night | have a nice day
        hei hei | heippa | moi moi | moikka | nähdään | hyvää yötä | hyvää viikonloppua
        hej då | vi ses | god natt | adjö | ha det bra | trevlig helg
        dadah | sampai jumpa | sampai nanti | selamat malam | selamat tinggal
    """,
    SmallTalk.WHAT: """
        what | what is this | whats this | who are you | what now | help | i dont understand | huh
        mitä | mikä tämä on | kuka olet | kuka sinä olet | mitä nyt | en ymmärrä | häh | ohje
        va | vad | vad är det här | vem är du | vad nu | hjälp | jag förstår inte
        apa | apa ini | siapa kamu | siapa anda | saya tidak mengerti | tidak mengerti | tolong
    """,
    SmallTalk.NOT_NOW: """
        not now | later | maybe later | not today | another time
        ei nyt | myöhemmin | ehkä myöhemmin | ei tänään | en ehdi nyt | toiste
        inte nu | senare | kanske senare | inte i dag | inte idag | jag hinner inte nu
        en annan gång
        jangan sekarang | nanti | nanti saja | mungkin nanti | tidak hari ini | lain kali
    """,
    SmallTalk.STOP: """
        stop | stop it | stop this | quit | unsubscribe | leave me alone | no more
        lopeta | lopeta jo | seis | riittää | ei enää | jätä rauhaan | jätä minut rauhaan
        sluta | sluta nu | stopp | det räcker | räcker nu | lämna mig ifred | lämna mig i fred
        berhenti | hentikan | cukup | sudah cukup | jangan ganggu saya | jangan ganggu | keluar
    """,
    SmallTalk.FED_UP: """
        i am fed up | im fed up | fed up with this | i am fed up with this
        im fed up with this | im tired of this | i am tired of this | this is annoying | fed up
        boring | this is boring | so boring
        this is stupid | this is a waste of time | i hate this
        olen kyllästynyt | olen kyllästynyt tähän | tämä kyllästyttää | tämä ärsyttää
        tämä on tyhmää | tämä on ajanhukkaa | en jaksa tätä | kyllästyttää | tylsää
        tämä on tylsää
        jag är trött på det här | trött på det här | jag är less på det här | less på det här
        det här är irriterande | det här är dumt
        det här är slöseri med tid | jag orkar inte med det här | jag har fått nog | tråkigt
        det här är tråkigt | orkar inte med det här
        saya bosan | saya bosan dengan ini | saya muak | saya muak dengan ini | ini mengganggu
        bosan | bosan ah | muak | membosankan | ini membosankan | capek dengan ini
        saya capek dengan ini | malas ah | ganggu saja | buang waktu | ini buang waktu
    """,
}
MEANS: Mapping[str, SmallTalk] = {
    saying.strip(): kind
    for kind, sayings in SAYINGS.items()
    for line in sayings.strip().splitlines()
    for saying in line.split("|")
}


def is_polite(text: str) -> bool:
    """Tell whether a text only nods: where nothing is to be agreed to, it answers nothing."""
    return small_talk(text) in (SmallTalk.OK, SmallTalk.EMOJI)


def small_talk(text: str) -> SmallTalk | None:
    """Tell what a text says if that is all it says; None for what may be an answer."""
    said = NO_WORD.sub(" ", APOSTROPHES.sub("", text.casefold())).strip()
    if not said:
        return SmallTalk.EMOJI if any(ord(sign) > ASCII for sign in text) else None
    if QUESTION_MARKS.fullmatch(said):
        return SmallTalk.WHAT
    return MEANS.get(said.rstrip("? "))
