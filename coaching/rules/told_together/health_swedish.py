"""What tells of health in Swedish: words that stand together in a sentence."""

from coaching.rules.told_together import Kind

_WHO = r"""
(?:han|hon|hen|jag|mig|min|mitt|mina|hans|hennes|honom|henne|sin|sitt|sina|som)\b
(?:kund|klient|kolleg|kvinna|man(?:nen)?\b|dam|tant|farbror|gubbe|elev|barn|patient|sökande|\
granne|pappa|mamma|son(?:en)?\b|dotter|fru|sambo|chef|invånar|besökar|hyresgäst|kille|tjej|\
pojke|flicka|förälder|resenär)
"""
_PART = r"""
(?:rygg|nack|knä|höft|axel|axlar|arm|hand|händer|finger|fingrar|ben(?:et|en)?\b|fot|fötter|\
huvud|mage|bröst|hjärta|lung|njur|lever|öra|öron|öga|ögon|tand|tänder|käke|hud|led(?:er|erna)\b|\
hals|revben|armbåg|tå\b|tår\b|handled|vrist)\w*
"""

HEALTH: tuple[Kind, ...] = (
    # Memory, eyes, ears, aids.
    (
        _WHO,
        r"""
börja(?:t|r|de) (?:att )?(?:glömma|tappa minnet|bli glömsk|bli förvirrad)|glömmer (?:saker|allt|\
namn|bort (?:vem|var)|vem|vilken|vad hon|vad han)|minns inte (?:\w+ )?(?:namn|vilken|var (?:hon|\
han)|sin|sitt|sina|vem)|minnet (?:\w+ )?(?:är|har|blir|börj|svik|försäm)\w*|känner inte \
(?:längre )?igen (?:sin|sina|mig|oss)|vet inte (?:längre )?(?:vilken dag|vilket år|var (?:hon|\
han) (?:är|bor))|hittar inte hem|(?:är|var|blir|blev|verkar|verkade) (?:\w+ )?(?:förvirrad|\
dement|senil|virrig)\b(?! av)|frågar (?:om )?samma sak|irrar (?:omkring|runt)
(?:ser|hör|hörde|såg) (?:\w+ )?(?:dåligt|illa|inte (?:längre|något|bra)|nästan ingenting|knappt|\
mycket lite|bara)|(?:kan|kunde) (?:inte|knappt) (?:längre )?(?:se|höra|läsa) (?:\w+ )?(?:bra|\
texten|liten|små|mig|vad|utan|längre|något)|svårt att (?:höra|se|gå|tala|svälja|andas|röra|\
resa)|teckenspråk\w*|punktskrift\w*|läser på läppar\w*|läppavläs\w*|hörslinga för|implantat\w*|\
hörsel(?:n|app|skad)\w*|syn(?:en|skad|ned) (?:\w+ )?(?:är|blir|har|försv|försäm)\w*
\w*(?:rullstol|rulstol|rollator|permobil|gåstol|krycka|kryckor|benprotes|armprotes|protes|\
nackkrage|insulinpump|syrgas|lyftsele|trygghetslarm|käpp|stödkorsett|stomipås|kateter|blöja|\
respirator|hörapparat|ortos|elmoped)\w*|(?:går|gick|rör sig) (?:\w+ )?(?:dåligt|illa|långsamt|\
med (?:käpp|stöd|svårighet|kryck|stav)|haltande)\w*|(?:kan|kunde|orkar|klarar) inte (?:längre \
)?(?:gå|stå|trapp|lyfta|resa sig|komma upp|skriva för hand|ta sig)|(?:förlorade|saknar|förlorat|\
amputera\w*) (?:\w+ )?(?:ben|arm|hand|fot|öga|syn|hörsel|bröst|finger|fingr)\w*
""",
        r"""!dålig linje|bakgrund|buller|mikrofon|kurs|broschyr|skrivaren|svårt att se \
(?:skillnad|\
numret|varför|hur)""",
    ),
    # Parts of the body, absence, care.
    (
        _PART,
        r"""(?:ont|värk|gör ont|gjorde ont|opere|svull|domna|bruten|brutit|bröt|inflam|bråka|\
krångla|\
strejka|skada|skadat|stuka|darra|skaka(?! på)|gips|infekt|blöd|kramp|stel|förlam|brännska|gav \
vika|slut\b|trasig|utslit|sprick|sträck|byt(?:s|t) ut|pajade|paj\b|kliar|dunka|bult|molar|\
utslag|transpl|röntg|ur led|förband|bandag|sydd)""",
        r"""!skakar? på huvudet|slut på|skrivar|dörr|till hands|av egen hand|i handen|stel \
stämning""",
    ),
    (
        r"""(?:borta|hemma|frånvar|ledig|avbok|boka|ställde in|ställa in|sen\b|gick tidigt|gå \
hem|kom \
inte|kunde inte komma|missade|flytta|sjukfrånv|vikarie|inte på jobbet|tillbaka|deltid|\
halvtid)""",
        r"""(?:operation|opere|ryggen|nerver|nervös|utmatt|utbränd|behandling|undersök|röntgen|\
magnet|\
tandläk|läkar|sjukhus|sjukgymn|förkyl|feber|migrän|kräk|mag(?:sjuk|inf)|hälsa|hälsos|psykisk|\
mått|mår |mådde|provtag|dialys|cellgift|strål|infektion|olycka|influ|huvudvärk|mvc|ultraljud|\
terapi|rehab|utredning|stress(?:en)? )""",
        r"!behandlingstid|hälsade|behandling av ärend|hälsar|hälsocentr|ärende",
    ),
    (
        _WHO,
        r"""
(?:onkolog|kardiolog|neurolog|psykiatr|psykolog|ortoped|hudläk|gynekolog|urolog|reumatolog|\
geriatri|minnesmott|smärtklinik|smärtmott|bröstmott|hjärtavd|hjärtmott|mödravård|mvc\b|bvc-psy|\
beroendemott|beroendev|kirurg|ögonläk|öronläk|specialistläk|arbetsterap|logoped|hospice|vårdhem|\
vårdavd|akutmott|akuten|avgiftn|rehabil|barnmorsk|kurator|samtalsst|bup\b|psyket|psykakut|\
hjärtsvikt|sjukhuset|intensiven|lasarettet)\w*
""",
        r"""!öppettid|har flyttat|flyttar|broschyr|arbetar (?:på|som)|jobba(?:r|de) (?:på|som)|\
skylt|\
nya adress""",
    ),
    # The mind, drink and drugs.
    (
        _WHO,
        r"""
(?:psykisk\w*|mentalt? (?:\w+ )?(?:slut|skör|instabil|sjuk|utmatt|ohälsa)\w*|nerverna (?:är|var|\
har|höll)|nervsammanbr\w*|sammanbrott|bröt ihop|brutit ihop|ångest\w*|fobi\w*|panik(?:en|slag|\
attack|ång)\w*|pratar med sig själv|hör röster|ser syner|lämnar inte (?:hemmet|lägenheten|\
sängen)|går inte ut(?: längre)?|kommer inte upp ur sängen|skär(?:a|er)? sig|svälter sig|\
hetsät\w*|tog (?:en )?överdos\w*|överdos\w*|deppression\w*|deprition\w*|nedstämd\w*|nere \
(?:länge|sedan)|utmattad|kroniskt (?:trött|sjuk)|trauma\w*|sorgeterap\w*|terapeut\w*|tvångs\w*|\
gråtmild\w*|stressad sjuk|tablett\w* för (?:nerv|sömn|ångest)\w*)
(?:sluddra\w*|glasartad\w*|pupiller\w*|plunta\w*|(?:sprit|vodka|vin|öl)flask\w*|flaska\w* i \
(?:väskan|lådan|skåpet|skrivbord|fickan)|vingl\w*|ragla\w*|knappt stå|dricker (?:på jobb|igen|\
för|varje|mer|i smyg|sig|upp|tätt)\w*|smygsup\w*|super\b|söp|(?:är|var|blev|kom) (?:\w+ \
)?(?:full|packad|berusad|hög|påverkad|bakis|aspackad|pårökt|påtänd|onykter)\b(?! av| i| med|a)|\
luktade (?:\w+ )?(?:öl|vin|fylla|gräs|brass|sprit|alkohol|bakfyll)\w*|andedräkt\w*|nykter \
alko\w*|tagit återfall|sprutnarko\w*|hasch|kokain\w*|beroende av (?:piller|tabl|alko|spel|opi|\
med)\w*|spelberoen\w*|spelar bort|abstin\w*|avvänj\w*|snortat|piller\w*)
""",
        r"!psykisk arbetsmiljö|köpanik|hög tid|trauma i tra",
    ),
    # A child that is coming, medicine, food, fits, illnesses, how somebody is.
    (
        r"""
(?:väntar (?:\w+ )?(?:barn|bebis|tvilling|smått|tillök)\w*|bebis(?:en)? (?:kommer|på väg|föds)|\
bebismage\w*|gravidmage\w*|beräknad (?:födsel|förloss)\w*|har (?:en )?bulle i ugnen|på smällen|\
ofrivilligt barnl\w*|missfall\w*|havande|värkarna|vattnet gick|morgonillam\w*|illamående\w*|\
förlossn\w*|ammar\b|gravid\w*|i vecka \d+|fertilitets\w*|barnmorsk\w*|förlorat? (?:sitt |ett \
)?(?:barn|foster))
(?:glöm\w*|tar|tog|tagit|äter|åt|behöver|utan|slutat (?:med|ta)|börjat (?:med|ta)|hämta\w*|ny|\
nya|stark\w*|får|fick|går på|sätts? in på) (?:\w+ ){0,3}(?:medicin\w*|medecin\w*|medisin\w*|\
piller\w*|tabletter\w*|insulin\w*|sprut\w*|antidepr\w*|smärtstill\w*|sömn(?:medel|med|tabl)\w*|\
lugnande|antibio\w*|penic\w*|kortison\w*|hormon\w*|inhal\w*|ögondrop\w*|blodförtun\w*|\
vitaminsprut\w*|penna\w* insulin|morfin\w*)
(?:tål inte|får inte äta|kan inte äta|måste undvika|specialkost|diet|glutenfri|laktosfri) \
(?:\w+ ){0,5}(?:gluten|laktos|socker|mjölk|nötter|salt|vete|mag|sjuk|diabet|läkar|allerg|tarm|\
för (?:sin|hennes|hans)|på grund|eftersom)\w*|(?:tål|tåler) inte (?:gluten|laktos|mjölk|nötter|\
ägg|vete|fisk|skaldjur)
(?:föll ihop|segnade|tuppade av|svimma\w*|krampa\w*|fradga\w*|slaganfall\w*|hjärtstill\w*|\
bröstsmärt\w*|ont i brö\w*|kippa\w* efter|andningss\w*|andades tungt|yr\b(?! av)|lymfom|melanom|\
myelom|kärlkramp|förmaksfl\w*|aneurysm|propp (?:i|på)|hjärnhinn\w*|borrelia|gallsten|\
bukspott\w*|blödarsj\w*|cystisk|muskeldyst\w*|narkolep\w*|dyskalk\w*|dyspra\w*|kikhosta|skabb|\
köldskad\w*|nervvärk|ryggskott|bechterew\w*|lungemb\w*|tumör\w*|cancer\w*|kanser|demens\w*|\
altzh\w*|alshei\w*|diabet\w*|alkholi\w*|alergi\w*|allergi\w*|sjukskriv\w*|sjukskiv\w*|stroke|\
hudcanc\w*|ms\b(?= |,)|kol-\w+|långvarig\w* (?:sjuk|smärt|besv)\w*|underliggande sjukd\w*|\
kronisk\w*|obotlig\w*|sängliggan\w*|sängbund\w*|avmagra\w*|funktionsneds\w*|funktions(?:hind|\
vari)\w*|särskilda behov|personlig assistent|utvecklingsst\w*|npf\b|downs|förlamad|epilepti\w*)
(?:mår|mådde|mått) (?:\w+ )?(?:dåligt|illa|inte bra|uselt|sämre|skit)|(?:är|var|ligger|låg|\
blev) (?:\w+ )?(?:svårt sjuk|dödssjuk|döende|i koma|i respirator|på intensiven|inlagd|\
sängliggande|intagen|under behandling|halvsidesför\w*)|(?:genomgår|genomgick|får|fick|gått|går) \
(?:\w+ )?(?:behandling(?! av)|cellgift|strålning|utredning (?:för|av) (?:adhd|autis|dem)|kemo|\
kemoterapi|dialys|terapi|rehab)\w*|(?:hostar|hostade|nyser|nös|snorig|förkyld\w*|febrig|\
feber\w*|kräktes|kräks|spydde|magsjuk\w*|influensa\w*|halsont|diarr\w*|infektion\w*)|(?:har|\
fick|fått|lider av) (?:\w+ )?(?:hjärt|rygg|njur|lung|lever|mag|nerv|hud|led|ögon|tarm)\w*(?:fel|\
probl\w*|sjuk\w*|besvär|svikt|värk|skada|ont|infl\w*)
""",
        r"!mår dåligt av köer|väntar(?:um|tid)|hostade upp|diet(?:ist)?en flytt|apotek",
    ),
)
