"""What tells of health in Finnish: words that stand together in a sentence."""

from coaching.rules.told_together import Kind

_WHO = r"""
(?:hän|hänellä|hänen|mä|mulla|mun|mul|minä|minulla|minun|minua|olen|oon|itse|joka|jolla|jonka|\
se|sillä)\b
(?:asiak|kolleg|työkaver|mies|miehe|nai(?:nen|sel|sen)|rouva|herra|äiti|äidi|isä|lapsi|lapse|\
poik|poja|\
tyttö|tytön|tytöl|tytär|tyttär|vanhu|vanhem|mummo|mumm|pappa|papa|vaari|naapur|oppila|opiskel|\
hakija|potila|vaimo|puoliso|sisko|velje|veli|pomo|esihen|esimie|kävij|soittaj|asuka|eläkel|tyyp|\
lainaaj|\
matkustaj|kuljetta|työnhak|kaver|vauva|opettaj|nuor)
"""
_PART = r"""
(?:selkä|selkää|selän|selkäni|selkänsä|polvi|polve\w*|lonkka\w*|lonka\w+|olkapää\w*|olkapäi\w*|\
niska\w*|\
käsi|kädet|kädessä|käde\w+|kättä\w*|käsi(?:ni|nsä|ä|ään|en)|sormi|sorme\w+|ranne|rante\w+|\
jalka\w*|jalat|\
jala\w+|jalko\w+|nilkk?a\w*|varvas|varpaa\w+|pää|päätä\w*|pääni|päänsä|päässä|maha\w*|vatsa\w*|\
vatsan|\
rinta\w*|rinnassa|rinta(?:an|kehä)\w*|sydän|sydäm\w+|keuhko\w*|munuai\w+|maksa(?:ni|nsa|ssa|n)|\
korva\w*|\
silmä\w*|silmi\w+|hamma[sh]\w*|hampa\w+|leuka\w*|iho\w*|nivel\w*|kurkku\w*|kurku\w+|kylk\w*|\
kylje\w*|\
hartia\w*|kyynär\w*|reisi\w*|kasvo\w*|haima\w*|aivo\w*)\b
"""

HEALTH: tuple[Kind, ...] = (
    # Memory that goes.
    (
        _WHO,
        r"""
(?:on )?alkanut (?:\w+ )?(?:unoh\w+|sekoil\w*|hourai\w*)|unohtele\w*|unohdel\w*|unohtel\w*
muisti\w* (?:on |ei |alkaa |alkoi |oli )?(?:\w+ )?(?:tee tep|pelaa|toimi|men\w+|huono\w*|\
katkei\w*|hata\w*|\
lyhyt|pätk\w+|temp\w*|hauras)|ei (?:enää )?(?:muista|tunnista|tunne|tiedä|tiennyt|tunnistanut|\
muistanut) \
(?:\w+ )?(?:kotiin|lapsi\w+|tytär\w+|poika\w+|vaimo\w+|mies\w+|missä (?:on|asuu|oli)|mikä \
(?:päivä|vuosi|\
kuukausi)|mitä (?:päivää|vuotta)|omaa|kuka|oma)\w*|eksy\w* (?:omaan|omassa|koti|kotimat)\w*
harhail\w+ (?:yöllä|öisin|ulkona|käytäv)\w*|sekav(?:a|ana|asti|oitu\w*)|dementt\w*|seniili\w*
kysyy samaa (?:asiaa )?(?:\w+ )?(?:yhä|uudest|monta|kymmen|joka|taas|viid)\w*
""",
        r"!lomake|lomakk|ohje|ilmoitus",
    ),
    # Eyes and ears, and what helps them.
    (
        r"""
(?:ei|en|eikä|tuskin|vaikea|hankala|vaikeuksia) (?:\w+ )?(?:näe|kuule|nähnyt|kuullut|nähdä|\
kuulla|erota|\
erottanut|lukea|saa selvää) (?:\w+ ){0,2}(?:hyvin|pientä|pieniä|tekstiä|kunnolla|juuri|oikein|\
enää|\
lähelle|kirjaim\w+|vasemmalla|oikealla|mitään|puhetta|lähes|ilman)\b
\w*(?:viittom|viittoo|pistekirj|implant|kuulokoj|kuulolait|suurennusl|kuulolaite|huuliltaluk|\
huulilt)\w*
(?:näkö|kuulo|näön|kuulon|näkönsä|kuulonsa|näköni|kuuloni) (?:\w+ ){0,2}(?:men\w+|heik\w+|\
huon\w+|\
lähtö\w*|lähte\w*|katos\w*|puuttu\w*|alentu\w*|hämär\w*|sumen\w*|takia|vuoksi)\w*
(?:menett\w+|menetti|menettän\w+) (?:\w+ )?(?:näkö|kuulo)\w*|lukee huulilta\w*|huonokuul\w*|\
heikkonäk\w*|näkövamm\w*
""",
        r"!taustamelu|melun|linja|yhteys|mikrofoni|mikki|kurssi|esite|tulostin",
    ),
    # Aids, limbs and how somebody moves.
    (
        r"""
\w*(?:pyörätuol|pyörätuo|rollaattor|rollaat|kävelykep|kainalosauv|kyynärsauv|kävelytuk|\
kävelytelin|sähkömopo|\
hoitosänk|nostolait|henkilönost|proteesi|tekojal|tekokä|tukikaulu|tukiranne|polvituki|selkätuk|\
lastoi|\
kipsattu|kipsis|insuliinipump|insuliinipiik|sensori käs|happiviiks|happirik|hengityskon|\
avannepus|\
stoomi|turvaranne|turvapuhel|apuväline|vaippa (?:vuot|vaiht)|katetri|peg-let|tukisuk)\w*
(?:liikku|liikku\w+|kulke\w*|kävele\w*|käveli) (?:\w+ )?(?:huonosti|vaival\w+|hitaasti|kepillä|\
kepin|\
keppi\w*|sauvo\w+|tuettuna|vaikeasti|telin\w+)
(?:ei|en) (?:enää )?(?:pääse|päässyt|pysty|pystynyt|kykene|voi|pystyisi|saa) (?:\w+ \
)?(?:portai\w*|ylös \
tuolista|kävel\w*|seiso\w*|nostamaan|nostaa (?:mitään|kättä)|kirjoittamaan kädell\w*|sängy\w*|\
liikkumaan)
(?:menett\w+|ilman|puuttu\w+|amputoi\w*|katkaist\w*) (?:\w+ )?(?:jalka\w*|jala\w+|käde\w+|\
käten\w+|silmä\w*|sorm\w+|rinta\w+)
""",
        r"""!pyörätuoli(?:ramp|luisk|paik)|apuvälinelainaamo(?:n|on)? (?:muutt|muut|avaa|uus)|\
apuvälinepalv""",
    ),
    # A part of the body that hurts or is mended.
    (
        _PART,
        r"""
(?:kipe\w*|kipu\w*|kivu\w*|kivist\w*|särk(?:ee|i|y|yä|enyt)\w*|vaivaa\w*|vaivan\w*|vihloo\w*|\
vihlo\w*|jomott\w*|\
jyskyt\w*|pakott\w*|puut(?:uu|ui|unut)\w*|tun(?:noton|nottom)\w*|turvok\w*|turvon\w*|turpos\w*|\
leika\w+|\
operoi\w*|murtu\w*|mursi\w*|katke(?:si|nnut)\w*|tulehtu\w*|vuota\w*|vuoti\w*|halvaan\w*|\
tär(?:is|ise)\w*|\
vapi(?:se|si)\w*|jumis\w*|jumi(?:ssa|in)?\b|kipsi\w*|palo(?:i|haav)\w*|palanut|viil(?:si|\
täny)\w*|paketissa|\
rikki\b|hajalla|paskana|loukka\w*|telo\w*|nyrjäh\w*|venäh\w*|kramp\w*|kuti(?:aa|si)\w*|\
ihottum\w*|pistä(?:ä|nyt)\w*|\
reistai\w*|reistaa\w*|pettää|petti|oireile\w*|väsyn\w* sydän|pist(?:i|ää) rinn\w*|sär(?:yt|yn|\
kyjä)\w*)\b
""",
        r"!sydäntä särkevä|jäi käteen|kivikat|kädet täynnä|tulostin|printteri|kone|päätä rasit",
    ),
    # Away from work for health, or cancelled for it.
    (
        r"""
(?:pois(?:sa)?\b|poissaol\w*|saikul\w*|saikku\w*|saika\w*|\w*lomalla|peru\w*|kotona|lähti|\
lähte\w*|myöhäs\w*|\
siir(?:si|retä|täm|rän)\w*|jäi\b|jään\w*|tule\b|tullut\b|päässyt\b|pääse\b|vuoro\w*|tuura\w*)
""",
        r"""
(?:sai[kr]\w*|leikkau\w*|hoito(?:on|jen|jaks)\w*|magneet\w*|lääkär\w*|hammaslääk\w*|sairast\w*|\
kuvau(?:s|k)\w* sair\w*|\
flunss\w*|kuum(?:e|ee)\w*|migreen\w*|oksen\w*|mahatau\w*|vatsatau\w*|selkä\w*|selän|uupu\w*|\
hermo(?:t|jen|rom)\w*|\
mielenterv\w*|stressi(?:n|stä)\w* (?:takia|vuoksi)|jaksami\w*|tutkimuks\w*|kontrolli\w*|\
labra\w*|dialyys\w*|sytostaa\w*|\
fysio\w*|rokotu\w*|lapsi sair\w*|keuhkok\w*|korona\w*|saikul\w*|sairaal\w*|terveys(?:syi|teni|\
tens)\w*|kipu\w*|kivu\w*|\
toimenpit\w*|röntgen\w*|ultra\w*|neuvola(?:an|ssa)|terapi\w*|polikl\w* (?:käyn|aika)|\
tapaturm\w*|kaatu\w*)
""",
        r"!leikkauslist|korona-aik|ruuhka|säästö|hoitaja(?:na|ksi|t|n)?\b|lehtileik",
    ),
    # Hospital departments and those who treat.
    (
        _WHO,
        r"""
(?:onkolog\w*|kardiolog\w*|neurolog\w*|psykiatr\w*|psykolog\w*|ortoped\w*|iholääk\w*|\
gynekolog\w*|gyneko\w*|urolog\w*|\
reumatolog\w*|hematolog\w*|geriatr\w*|muistipoli\w*|kipupoli\w*|syöpä\w*|sydänosast\w*|\
sydänpoli\w*|naistent\w*|\
äitiyspoli\w*|päihdeklin\w*|a-klin\w*|katkol\w*|katkaisu\w*|kirurg\w*|silmälääk\w*|korvalääk\w*|\
keuhkopoli\w*|keuhkolääk\w*|\
erikoislääk\w*|toimintaterap\w*|puheterap\w*|psykoterap\w*|saattohoi\w*|hospits\w*|\
vuodeosast\w*|leikkaussal\w*|\
sairaal(?:aan|assa|asta)|psykalla|psykalle|kuntoutuks\w*|suljetu\w*|hoitoko(?:ti|di)\w*|\
päivystyksest\w*|kriisipoli\w*)\b
""",
        r"""!aukiolo|muuttaa|muutti|esite|esitt|työskente|oli töissä|töissä (?:sair|psyk)|\
ilmoitus|uusi \
osoite|sairaalassa töissä""",
    ),
    # The mind.
    (
        _WHO,
        r"""
(?:hermo(?:t|nsa|ni) (?:on |ovat |oli )?(?:\w+ )?(?:riekal\w*|loppu|men\w+|kireällä koko|\
pala\w*)|psyyk\w*|henki(?:sesti|nen) \
(?:\w+ )?(?:huono\w*|väsy\w*|kuorm\w*|romaht\w*|hauras|terveys|vointi)|mielentervey\w*|\
mielialalääk\w*|romaht(?:i|anut|ane)\w*|\
(?:ei|en) (?:ole )?(?:poistu|lähte|lähde|uskalla|uskaltanut|pääse|poistunut|noussut) (?:\w+ \
)?(?:kotoa|sängystä|ulos|kodista)\w*|\
puhuu itsekseen|puhui itsekseen|näkee (?:olemattomia|näkyjä|harhoja)|kuulee (?:olemattomia|\
ääniä)|harha\w* (?:näky|luul)\w*|\
pelkotil\w*|fobi\w*|paniik(?:in|ki|issa)\w*|(?:krooni|jatkuva)\w+ (?:väsymy|kipu|uupum|\
ahdist)\w*|itkuine\w*|itkuherk\w*|\
viilt(?:ää|eli|elee)\w*|nälkiinn\w*|näänny\w*|ahmi(?:mis|nut)\w*|yliannostu\w*|otti pillereitä|\
ahdistu(?:s|nut|neisuu|ksesta|ksen)\w*|\
terapeut\w*|kriisi(?:apu|terap)\w*|suruterap\w*|mieli (?:\w+ )?(?:mustana|järkky\w*|sairas\w*)|\
kaksisuunt\w*|maani\w*)
""",
        r"!ahdistaa (?:lomak|kirje)|henkinen ilmap",
    ),
    # Drink and drugs as they are noticed.
    (
        _WHO,
        r"""
(?:samma(?:l|lt)\w*|lasittun\w*|pupillit|taskumat\w*|pullo (?:laukus|pöytälaat|kassis|taskus|\
kaapis)\w*|pullo (?:mukana|viinaa)|\
(?:viina|vodka|konjakki|kossu|kalja)(?:pullo|tölk)\w*|haise\w* (?:\w+ )?(?:vanha|tunkkai|pilve|\
ruoho|pontikk|rommi)\w*|\
hengitys haisi|horju\w*|hoipper\w*|hoippu\w*|tuskin pysyi (?:pystyssä|jaloillaan)|pysynyt \
pystyssä|pilve(?:ssä|ä|en)\b|sekaisin (?:jostain|\
aine|lääk|kuin|piri|pillere)\w*|aineis(?:sa|ta|iin)\b|aineet\b|tökkii|koukussa (?:\w+ \
)?(?:pilll?er|lääk|huume|nuus|pel|alko|opi)\w*|\
juo(?:ma)?put(?:ki|kes)\w*|juo(?:nut|misen|minen|maan|misest|misongelm)\w*|otti huikk\w*|\
huikka\w* (?:taukotil|pöyd|aamu)\w*|tuiskeessa|tuhannen \
päissään|kaatokän\w*|pienessä sievässä|sievässä\b|pulloon tarttu\w*|korkki (?:on |taas \
)?(?:auki|auke)\w*|korkkas\w*|tipattom\w*|raitis\w*|\
toipuva alko\w*|neula(?:t|n|nsa) |ruisku\w*|vieroitus\w*|vierotus\w*|bentso\w*|piri\w*|\
ekstaas\w*|lakka\w* haist\w*|pelaa (?:rahansa|palkkansa|\
kaiken)|peliongel\w*|riippuv\w+|päihtee\w+|päihtein\w*)
""",
        r"""!juonut (?:kahv|vet|tee)|juonen|juoni|riippuvat|huojui pöytä|riippuvuussuhd|\
riippuva(?:a|t|\
inen) (?:säästä|järjestel)""",
    ),
    # A child that is coming, or does not come.
    (
        r"""
(?:vauva (?:on )?(?:tulossa|syntyy|potkii)|lapsi syntyy|vauvamaha\w*|vauvanmaha\w*|\
pallovatsa\w*|odotusai\w*|laskettuaika\w*|\
(?:kolmas|toinen|neljäs|esikoinen|ensimmäinen) (?:lapsi )?(?:on )?tulossa|pieniin päin|\
raskaan[ae]\w*|paksuna|supistuks\w*|\
lapsivesi|lapsettomuus\w*|lapsettomuusho\w*|alkionsiir\w*|ivf\w*|kohtukuol\w*|menetti (?:vauva|\
lapse|raskau)\w*|aamupahoinvoin\w*|\
neuvola(?:an|ssa) (?:raskau|ultra)\w*|kätilö(?:n|lle|llä) |imettä(?:ä|vä|nyt)\w*|synnytyks\w*|\
synnyttä\w*|odottaa (?:perheen)?lisäystä|\
perheenlis\w*|viimeisillään\w*|rv\b)
""",
        r"""!odotusaika (?:puhel|on|oli|lyhen)|odotusaika\w* (?:\w+ )?(?:minuut|viikko|jono)|\
odotusaik(?:oja|ojen)|odotusai(?:ka|kaa|an|at)\b""",
    ),
    # What somebody takes, and may not eat.
    (
        r"""
(?:unoh\w*|otta\w*|otti|ottanut|syö|söi|syönyt|popsi\w*|tarvit\w*|alo(?:itti|itan)\w*|lopet\w*|\
ilman|jakaa|haki|hake\w*|uudet|vahv\w*|\
määrä\w*|vaihd\w*|nost\w*|käyttä\w*|pistä\w*|pisti|loppu\w*|joutuu)
""",
        r"""
(?:lääk(?:e|k|ity)\w*|lääket\w*|pillere\w*|napit\b|nappe?ja\b|tabletit|tablett\w*|tablet(?:in|\
it|teja)\b|mielialalä\w*|unilä\w*|rauhoittav(?:ia|at)\b|\
kipulä\w*|särkylä\w*|silmätip\w*|astmapiip\w*|inhalaat\w*|insuliin\w*|verenohen\w*|antibioot\w*|\
hormone(?:ja|it)\w*|kortison\w*|\
antihistam\w*|masennuslä\w*|vaippoja|laastari\w* (?:kipu|nikot)\w*|e-pillerei\w*|kuuri(?:n|a|\
lla)\b|annos\w* (?:lää|aamu|ilta)\w*|pistok\w*)
""",
        r"!lääkekaap|lääkkeiden keräys|palautuspiste|apteekk|reseptit?(?:neuv)",
    ),
    (
        r"""
(?:ei|en|eikä|ilman|pelkkää|erityis|tarkka|oma|tiukka|pitää välttää|välttä\w*) (?:\w+ )?(?:saa |\
voi |pysty |syö )?(?:\w+ )?(?:gluteen\w*|\
laktoos\w*|sokeri\w*|suola\w*|maito\w*|pähkin\w*|vehn\w*|viljaa|kiinte\w* ruo\w*|ruokavali\w*|\
dieet\w*|sosem\w*)
""",
        r"""(?:koska|takia|vuoksi|lääkär|sairau|allerg|vatsa|maha|suolis|munuai|hengen|kohtau|\
ihot|\
diabe|keliak|oire|terveys|kun)""",
    ),
    # Fits, falls, and names of illnesses that the long list lacks.
    (
        r"""
(?:lyyhist\w*|lysäht\w*|tuupert\w*|tajut\w*|taju\b|taju(?:nsa|ton|nnan)\w*|vaahto\w* suus\w*|\
rintakip\w*|rintaki(?:pu|vu)\w*|haukkoi happea|happi (?:ei|loppu)\w*|\
hengity(?:s|ks)\w* (?:vink|rohi|vaik|kat|ahdi)\w*|sydän(?:käyr|film|filmi|kohtau|pysä|leik|sair|\
vik|vai|infark)\w*|rytmi(?:häir)\w*|slaagi\w*|\
lymfoo\w*|melanoo\w*|sarkoo\w*|myeloo\w*|angina\w*|eteisvär\w*|aneurysm\w*|emboli\w*|\
veritulp\w*|trombo\w*|aivokalvon\w*|enkefal\w*|borrelio\w*|\
sappikiv\w*|haimatul\w*|verenvuototau\w*|kystinen|lihassair\w*|lihastau\w*|narkolep\w*|\
dyspraks\w*|dyskalk\w*|hinkuys\w*|märkärup\w*|silsa\w*|\
syyhy\w*|paleltum\w*|ms-\w*|als\b|suonikohj\w*|tyrä\w*|kystit\w*|gastriit\w*|hermovaur\w*|\
hermosär\w*|hermosai\w*|nivelsai\w*|selkärankareu\w*|\
fibro\w*|kroonine\w* (?:sai|kip|tau|väs|vai)\w*|pitkäaikaissai\w*|perussair\w*|perustau\w*|\
perinnöll\w* sair\w*|kuolemansair\w*|masennu\w*|masentun\w*|\
dement(?!er)\w*|altzh\w*|alsheim\w*|diapet\w*|diabetek\w*|alkoholisti\w*|allergine\w*|allegi\w*|\
sairauslom\w*|sairasloma\w*|sairaslo\w*|sairausl\w*|\
sydän(?:sairas|potil)\w*|syöpäsair\w*|syöpäpoti\w*|syöpähoi\w*|muistisair\w*|uniap\w*|\
silmäsai\w*|ihosair\w*|munuaissai\w*|keuhkosair\w*|\
toimintakyvyt\w*|vuodepoti\w*|vuoteen oma\w*|sängyn oma\w*|liikuntakyv\w*|kuihtu(?:i|nut|u)\w* \
(?:pois|silm)\w*|riutu\w*|kuolemaisill\w*|\
(?:toipu\w*|parane\w*|selvi\w*) (?:\w+ )?(?:leikk|tauti|taudi|onnett|halv|infarkt|kohtauk|syöv|\
sairau|masen|uupu|burn|synny)\w*)
""",
        r"!vammautu(?:mis|misen)|tyrän?nopeus",
    ),
    # How somebody is, said without the name of it.
    (
        _WHO,
        r"""
(?:huonossa kunnossa|huonoon kuntoon|elää (?:enää )?(?:\w+ )?(?:viikkoja|kuukausia|hetken)|\
hoidois(?:sa|ta)\b|hoitoja\b|hoidon (?:aikana|takia|vuoksi|jälkeen)|\
tutkimuksi(?:in|ssa)\b|jatkotutk\w*|vointi (?:\w+ )?(?:huono\w*|heik\w*|romah\w*)|voi(?:nut|\
ntins)\w* (?:\w+ )?huono\w*|voi (?:tosi |todella |aika |\
erittäin |hyvin )?huonosti|huono olo|huonovoint\w*|pahoinvoi\w*|oksenta\w*|oksensi|oksettaa|\
pyörryttä\w*|huimaa\w*|huimaus\w*|huimas\w*|heikotta\w*|kuume\w*|\
yskii|yski|yskinyt|yskä\w*|yskis\w*|niistä\w*|nenä (?:\w+ )?(?:vuota|tuki)\w*|flunss\w*|\
rokulipo\w*|vilustu\w*|kylmetty\w*|sairast\w*|sairaste\w*|\
kipei(?:nä|den|tä)\b|tarttui joku pöpö|pöpö\w*|kipujen\b|kivuis\w*|kipuja\b|kivut\b|kovissa \
kivuissa|hengenvaaras\w*|teholla\b|letkuissa|pidätyskyv\w*|\
vaippoihin|erityisen tuen|erityislap\w*|kehitysvam\w*|kehitysvii\w*|aistiyli\w*|nepsy\w*|\
diagnoo\w*|invalid\w*|vammat\b|vammaiset?\b|työkyvyt\w*|kuntoutustu\w*)
""",
        r"""!huonossa kunnossa (?:oleva )?(?:tie|talo|tuoli|kone|laite)|(?:talo|tie|kone|tuoli|\
laite|\
rakennus|hissi)\w* (?:\w+ )?huonossa kunnossa|palvelu voi huono""",
    ),
)
