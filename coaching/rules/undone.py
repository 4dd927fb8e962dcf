"""What says that somebody has not tried it yet: such a sentence is no sign of having done it."""

import re
import unicodedata

from coaching.rules.formats import Outcome

APOSTROPHES = re.compile(r"['’`´]")
NO_WORD = re.compile(r"[^\w]+")

# How such a sentence begins, in every language, whichever somebody reads. What was tried and went
# badly ("it did not work") was tried all the same, and stands here in no form.
BEGINNINGS = """
    no time | had no time | i had no time | there was no time | no chance | had no chance
    i had no chance | did not have time | didnt have time | i did not have time | i didnt have time
    did not get to | didnt get to | i did not get to | i didnt get to
    not yet | not done | forgot | i forgot | did not do | didnt do
    i did not do | i didnt do | did not try | didnt try | i did not try | i didnt try
    did not manage to | didnt manage to | i did not manage to | i didnt manage to
    too tired | i was too tired | too busy | i was too busy
    en ehtinyt | en ole ehtinyt | en ehdi | en muistanut | en tehnyt | en kokeillut
    en vielä | en päässyt | en jaksanut | en jaksa | ei vielä | ei ehtinyt | ei ollut aikaa
    ei aikaa | ei ole ollut aikaa | ei tullut tilaisuutta | ei ollut tilaisuutta | unohdin
    unohtui | jäi tekemättä | jäi kokeilematta | aika ei riittänyt | ehdi en
    hann inte | jag hann inte | hinner inte | jag hinner inte
    hade inte tid | jag hade inte tid | hade ingen tid | jag hade ingen tid | ingen tid
    inte än | inte ännu | inte hunnit | glömde | jag glömde | har glömt | gjorde inte
    jag gjorde inte | prövade inte | jag prövade inte | blev inte av | det blev inte av
    orkade inte | jag orkade inte | orkar inte | jag orkar inte | inget tillfälle
    det fanns ingen tid | det fanns inget tillfälle
    tidak sempat | saya tidak sempat | tak sempat | nggak sempat
    gak sempat | ga sempat | enggak sempat | ndak sempat | tidak ada waktu | saya tidak ada waktu
    tidak ada kesempatan | lupa | saya lupa | tidak jadi | tidak saya lakukan | capek | capai
    saya capek | lelah | saya lelah | terlalu sibuk | saya terlalu sibuk | sibuk
"""
# These begin much else, too ("I haven't seen her so calm"): they count before one of these words,
# or alone.
BEFORE = """
    have not | i have not | havent | i havent | en ole | har inte | jag har inte | belum
    saya belum
"""
THEN = """
    been | done | found | got | gotten | had | managed | met | remembered | tried | yet
    ehtinyt | kokeillut | muistanut | päässyt | saanut | tavannut | tehnyt | vielä
    försökt | gjort | haft | hunnit | kommit | prövat | provat | testat | träffat | än | ännu
    ada | bertemu | bisa | coba | dapat | melakukan | mencoba | sempat
"""


def _any_of(said: str) -> str:
    lines = said.strip().splitlines()
    return "|".join(part.strip() for line in lines for part in line.split("|"))


_BEGINS = re.compile(
    rf"(?:{_any_of(BEGINNINGS)}|(?:{_any_of(BEFORE)})(?: (?:{_any_of(THEN)})|$))\b"
)


def tried(text: str) -> Outcome:
    """Return what a sentence under something to try makes of it: done, unless it says not yet."""
    plain = APOSTROPHES.sub("", unicodedata.normalize("NFC", text).casefold())
    is_undone = _BEGINS.match(NO_WORD.sub(" ", plain).strip())
    return Outcome.NOT_YET if is_undone else Outcome.DONE
