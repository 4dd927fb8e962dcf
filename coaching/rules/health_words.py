"""Whether a text tells of somebody's health, in every language of the coach."""

import re
from functools import cache

from coaching.rules import health_words_indonesian as indonesian
from coaching.rules.health_words_english import HEALTH as ENGLISH
from coaching.rules.health_words_finnish import HEALTH as FINNISH
from coaching.rules.health_words_swedish import HEALTH as SWEDISH
from coaching.rules.told_together import (
    health_english,
    health_finnish,
    health_indonesian,
    health_swedish,
    teller,
)
from coaching.rules.word_lists import any_of

# In each list below one line is one pattern, in lower case. Nobody tells in which language a
# text is, so all lists are looked through for every text: a stem must be safe in all of them.

# What tells of health wherever it stands in a word: the later parts of compounds.
_WITHIN_WORDS = r"""
murtuma\w*|smärto?r\w*|transplantation
cancer
syöpä|syövä(?:n|stä|ssä|ksi)\b
sairas(?!talo)|sairau[sdkt]
taudi(?:n|t|sta|ssa|lla|ksi|lle)\b|taut(?:i|ia|eja|iin|inen|isen)\b
keuhkokuum|päänsär|särky(?:ä|lää|yn)|selkävaiv|hammassär
lääk(?:e|k|ity|itse|inn)(?!tie|tehd|huol|ala)
oireyhty|uupumu(?:s|ks)|masennu(?:s|ks)
vamma
(?:sydän|aivo)(?:inf|koht)
(?:mieliala|paniikki|ahdistus|ahdistuneisuus|syömis|luki|persoonallisuus|uni|muisti|kehitys)häiriö
(?:tarkkaavuus|keskittymis|puhe)häiriö
(?:polvi|lonkka|sydän|selkä|kaihi|silmä|olkapää|nilkka|ranne|ohitus|tekonivel|keisari)leikkau
terapia(?:ssa|an|sta)\b
raskau(?:de|t|s)
sjukdom|sjukskri
(?:lång\w*|psyk\w*|hjärt|mag|kräk|cancer|socker|minnes|lung|njur|svår|barn|ögon)sjuk
influens
värk(?:en)?\b
(?:mag|rygg|knä|led|nack|hjärt|hörsel|syn|sömn|tal|gång)(?:prob|besv|svår)
(?:selkä|vatsa|niska|hartia|rinta|nivel|polvi|hermo|lihas|kasvo|kurkku|pää|hammas|korva)ki(?:pu|vu)
(?:selkä|polvi|sydän|muisti|vatsa|puhe|kuulo|näkö|uni)(?:ong|vaiv|vaike|vika|vian)
(?:jalka|käsi|rinta|sappi|hammas|nivus)leikkau
(?:personlighets|ät|sömn)störning
depressi(?:on|iv|o)
"""

# What is left aside although a word above stands in it: names of services and workplaces,
# trades, and sayings. It is looked for first and swallows what it matches.
_HARMLESS = r"""
blind to|turn\w* a deaf ear|(?:market|economy|system|joke) is sick
sokea sille|blind för
(?:\w+- ja )?\w+(?:palvelu|yksik|poliklini|vastaanot|keskus(?!tel)|keskuk|osasto)\w*
\w+(?:toimisto|hoitaja)\w*
\w+(?:lautakun|virasto|liitto|liiton|yhdisty|vakuutus|vakuutuk|vakuutet)\w*
\w+- (?:ja|och) (?:\w+(?:palvelu|huolto|huollo|vård|omsorg|tjänst|mottagning)\w*)
\w+(?:mottagning|enhet|tjänst|avdelning|klinik|rådgivning|sköter|förbund|central|byrå|verke)\w*
\w+(?:vård|vården|vårdens|försäkring|försäkringen|gymnast\w*|stuga\w*)\b
mielenterveys(?:työ|talo|viik)\w*
vammais(?:neuvost|järjest|foorum)\w*
\w+(?:hoitopiiri|kuljetu)\w*
(?:mental health|disability|rehabilitation|diabetes|cancer|addiction|maternity|allergy|therapy|\
illness|dementia|prescription) (?:and \w+ |or \w+ )?(?:services?|units?|clinics?|teams?|office|\
department|desk|nurses?|cent(?:re|er)s?|ward|awareness|strategy|policy|act|week|council)\b
(?:doctor's|gp|dental|the) surgery (?:front|reception|desk)
sick (?:and tired |to death )?(?:of|joke|beat)\b
(?:worried|worry|homesick) sick\b
ill-(?!health)\w+
ill (?:at ease|advised|prepared|informed|equipped|suited|timed|tempered|mannered|will|defined)\b
ill (?:feeling|conceived|fated|effects|judged|founded|treated|treatment)\b
ill (?:be|do|try|get|go|ask|call|make|take|have|need|never|always|let|tell|write|send|use|keep)\b
(?:speak|spoke|think|bode|bear) ill\b
symptoms? of (?:a|an|the|poor|bad|our|how|something)\b
diagnos(?:is|ed) (?:of )?(?:the|our|why|where|what) (?:problem|fault|issue|process|queue|situation)
(?:best|own|bitter) medicine\b|bästa medicin(?:en)?\b
(?:paras|parasta|hyvä|hyvää|tehokas) lääke(?:ttä)?\b
pain points?\b|pain in the\b|kipu(?:pist|koh|raj|kynny|il)\w*|ki(?:vu)tto\w*|smärtpunkt\w*
kipeä(?:n|t|ä|nä)? (?:asia|aihe|kohta|kohda|paikka|paika|kysymy|tarve|tarpee|muisto|totuu|päätö)\w*
sairaan (?:hyv|hien|palj|iso|nop|kiv|vaik|hita|tärk|help|hausk|tylsä|kauan|siist|ärsyt|pitkä)\w*
(?:blind spot|turn\w* a blind|blind to|blind cop|blind date|blind trust|blind fläck)\w*
sym(?:p)?tom på (?:att|en|ett|dålig|brist)\w*
sokea(?:n|t|a)? (?:piste|kohta|kohda|täplä|usko|luotta)\w*
(?:deaf ears|dövt öra|döva öron)\b
stroke of\b|pregnant pause|miscarriage of|handicap(?:ped)? by (?:the|our|a)\b|retail therapy
cough\w* up\b|(?:impostor|imposter) syndrome|fever pitch|resfeber|\w*vauvakuume\w*|matkakuume\w*
(?:(?:your|my|our|their) )?health and safety
sydä\w+ särk\w*|(?:tilanne|ilmapiiri|väli\w*|suht\w*|riita) (?:\w+ )?tulehtu\w*
tulehtu\w* (?:\w+ )?(?:ilmapiir|tilan|riita|riida|väli|suhte|keskust|asia)\w*
loukkaantu\w* (?:\w+ )?(?:sano|kommen|puhe|ääne|vasta|siitä|minulle|kysymy|sävy|päätö|tava)\w*
(?:korona|corona)n?(?:aika|aja|vuo|raj|til|pand|tid|år|rest|ava|tuk)\w*
(?:korona|corona)n? (?:aikaan|aikana|jälkeen|ajan|myötä|alkaessa|takia)
(?:under|efter|sedan|före) (?:korona|corona)n?
handikappserv\w*|\w+servicen\b
svartsjuk\w*|barnsjukdomar\w*
allergic to (?:jargon|change|meeting|bureau|paper)\w*
alcoholic (?:drink|bever)\w*
wheelchair (?:ramp|access|lift|space|symbol)\w*|pyörätuoli(?:ramp|luisk|paik)\w*
rullstols(?:ramp|plats|anpass|hiss)\w*
(?:during|before|since|after|pre|post|under|efter|innan|sedan|före)[- ]+(?:the )?covid\w*
covid(?:-19)?[- ](?:time|era|year|period|restrict|rule|tid|år)\w*
(?:aikaa|työaikaa|energiaa|voimia|voimaa|resursseja|rahaa|budjettia|luottamusta) syöv\w+
(?:koin|koimme|koki|kokee|kokevat|koen|koetaan|pidin|pidän|pitää|piti|näen|tuntu\w+) \
(?:\w+ ){0,2}(?:raskaana|kipeänä)\b
raskaana (?:päivänä|viikkona|aikana|hetkenä|kautena|jaksona|vuonna|syksynä|keväänä)
raskautta(?:v|a)\w*|(?:työn|viikon|päivän|tilanteen|keskustelun|tehtävän|prosessin) raskau\w+
säästö\w*leikkau\w*|budjettileikkau\w*|määräraha\w*leikkau\w*
sjukt (?:bra|mycket|kul|roli|snabb|nöjd|irrit|jobbi|stress|trevl|långs|lång|svår|viktig|trött)\w*
(?:prestations|besluts|söndags)ångest\w*
"""


@cache
def _first_swallow_the_harmless() -> re.Pattern[str]:
    """Return the one pattern of all lists, put together when the first text comes."""
    begins = ENGLISH + FINNISH + SWEDISH + indonesian.HEALTH
    return re.compile(
        rf"\b(?:{any_of(_HARMLESS + indonesian.HARMLESS)})"
        rf"|(?P<health>\b(?:{any_of(begins)})|{any_of(_WITHIN_WORDS)})"
    )


def tells_of_health(text: str) -> bool:
    """Tell whether a text has words about somebody's health."""
    words = " ".join(text.lower().replace("’", "'").split())
    if any(match["health"] for match in _first_swallow_the_harmless().finditer(words)):
        return True
    return _told_together(_harmless().sub("…", words))


@cache
def _harmless() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(_HARMLESS + indonesian.HARMLESS)})")


_told_together = teller(
    *health_english.HEALTH,
    *health_finnish.HEALTH,
    *health_swedish.HEALTH,
    *health_indonesian.HEALTH,
)
