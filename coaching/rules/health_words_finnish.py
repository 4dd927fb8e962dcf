"""Words in Finnish that tell of somebody's health, how they are said and written at work."""

# What begins a word, or a few words that follow each other. \b at the end closes the word.
HEALTH = r"""
katko(?:lla|lle|lta|hoi\w+)\b
ahdistuk\w+ (?:takia|vuoksi|johdosta)
psykiatri\w+ (?:osasto|hoi|sairaala)\w*
sairaala(?:sta|an|ssa)\b
(?:katkais|murs)\w+ (?:jalka|käte|kylki|ranne|nilka|solis)\w*
terapeut\w+
loukkaantu\w+
(?:leikkauk\w+|toipumi\w+) ja (?:toipumi|leikkauk)\w+|leikkauksesta(?:ni|an|nsa)\b
toipu(?:u|i|nut|mass?a) \w+
sairas|sairaus|saira(?:ud|uk|ut)|sairaan\b|sairaa(?:na|ksi|t)\b|sairaall[ea]\b|sairai
saikku|saiku
sairaala(?:hoi|jaks|kierre)
(?:joutu|jout|vie|jäi|kotiutu|makaa|makasi)\w* (?:\w+ )?sairaala(?:an|sta|ssa)\b
(?:on|oli|ollut|olen|olin|ovat|olivat) sairaalassa\b
kipeä(?:nä|ksi|n|t)?\b|kipeytyi
ki(?:pu|vu)|puolikuntoi
flunss|kuume(?:en|tta|essa|eseen|ilu|ili|lle)?\b|nuha(?:ssa|a|n|kuume)?\b|yskä|yski
oksen(?:s|t|nu)|ripuli|migreen|influenss|angiin|pahoinvoin|huonovoint|huimau|huimasi\b
koronassa|koronaoire|koronatest|koronatartun|koronaposit|(?:sai|saanut|saa|sain) koronan\b
masentunu|masentune|ahdistuneisuu|ahdistuskoh|kärsi\w* ahdistu|ahdistukse(?:sta|en) kärsi
uupunu\w* (?:kotiin|saira|saik)|loppuunpala|loppuun pala|burnout
paniikkikoht|stressiperäi|unettomuu|uniapnea
mielenterv|mielisaira|mielenhäir|psyyk|psykoos|psykoot|skitsofr|kaksisuunt|bipolaar
itsemurh|itsetuho|traumap|traumatisoi|anoreks|bulimia
adhd\b|autis|asperger|dementia|dementikko|dementoi|muistiong|muistivaik|muistiongel
epileps|diabeet|diabet|astma|allergi|reuma|verenpain|sydänvi|sydänoire|sydänong|sydänpys
halvau|halvaan|aivotäräh|aivoveren|aivovamm|aivoinf|aivohal|kasvaim|kasvain|leukemia|anemi
keliaki|keliaak
ahdistukse(?:ni|nsa|si)\b
keuhkoahtau|hiv\b|hepatiit|tuberkuloos|umpisuol|nivelrik|osteopor|iskias|välilevy|borrelioo
hengitysvaik|fibromyal|ylipain|vaihdevuo|endometrioo|nyrjäh|venähd|tapaturma(?!vakuut)
luunmurtum|murtuma(?:n|a)?\b|pyörty
(?:pää\w*|selkä\w*|hammas\w*|korva\w*) särk|särk(?:ee|i) (?:pää|selk|hamm|korv)
(?:käsi|kätensä|käteni|jalka\w*|nilkka\w*|ranne|ranteensa|lonkka\w*|lonkan)(?: on| oli)? murtu
diagnoos|diagnoso
oirei|oireet\b
lääkäri(?:ssä|in\b|ntodist|nlausun|käyn)
(?:käy|kävi|mennä|meni|menossa|varasi) lääkäri(?:llä|lle)\b
(?:psykiatri|psykologi|terapeuti)(?:lla|lle)\b
sytostaat|sädehoi|solunsalp|dialyys|insuliin|antibioot|penisill|saattoho|tehohoi|leikkausjon
(?:uni|rauhoittav\w+) ?(?:pilleri|tablet)
resepti(?:nsä|lääk)|reseptin (?:uusi|uudist)
leikkaukse(?:en|ssa|sta)\b
leikattiin (?:\w+ )?(?:polv|lonk|sydän|selk|silm|olkap|nilk)
toipila
vamm(?:a|o)|invalidi|pyörätuoli|rollaatt
kuuro(?:n|a|lle|na|t|ja|jen|sokea|utu)?\b(?! korv)|huonokuuloi|kuulovi|kuulolait|kuulokoj
sokea(?:n|lle|lla|a|na|t)?\b|heikkonäköi|liikuntaest|liikuntaraj|toimintaraj
dysleksi|änkyt|proteesi|amputoi
raskaana\b|raskaut|raskaude|raskaus|keskenmen|abort(?:in|ti|tia|oi)\b|synnyty|hedelmöity
lapsettomuu
äitiyslom|odotta(?:a|vat|nut|va) (?:\w+ )?(?:vauva|lasta\b|kaksos)
kuntoutu(?:s|k|j|m)|työkyvytt|työkyvyn (?:mene|heik|alen)
päihdeong|päihderiip|päihdehoi|päihdekunt|alkoholis|alkoholiong|narkoma|huumeriip
terveydentil|terveydelli|terveysong|terveyssy|terveyshuol|terveyshait
terveyte(?:nsä|ni|si)\b
puhevi|afasia|afaatti|neuropsyk|nepsy|downin|munuais|elinsiir|kilpirauh|ihottum|psoria|atoop
laktoosi
(?:vauvaa|lasta|kaksosia) odotta|odottava\w* äi|laskettu aika|synnyttä(?:nyt|mässä|mään)
juomaong|alkoholiong|(?:peli|alkoholi|huume)riippuv|hoitojakso|osastohoi|verikoe|verikok|röntgen
ambulanss(?:in|illa)\b|(?:sai|saanut|saa) (?:\w+ )?kohtauksen\b|kipsissä|kainalosauv|kyynärsauv
loukkasi (?:itsensä|jalk|kät|pää|sel|polv|nilk|ran)|hengenahd|rytmihäir|verensok|kolesterol
opaskoir
(?:huono|heikko|heikent\w+) (?:kuulo|näkö)\b
(?:kuulo|näkö)(?:nsä|ni)? (?:on |oli )?(?:huono|heik)
kävelyvaik|liikkumisvaik|liikkumisraj
(?:huono\w*|heikenty\w*|hänen|äidin|isän) terve(?:ys|yt|yd)\w*
känni(?:ssä|in|t|ä|läi|n)\w*|humala(?:ssa|an|inen|isen|isena|n|tila)\w*|humaltu\w*|päissään
pöhnä\w*|juovuksi\w*|juop(?:po|ottel|u|ott)\w*|alkk(?:is|ari|iks|isten)\w*|spurgu\w*
ryyp(?:py|pä|pi|ätä|pää)\w*|dokaa\w*|dokas\w*|tissut\w*
(?:juo|joi|juonut|juomaan|juopi) (?:\w+ )?(?:liikaa|taas|viinaa|kaljaa|rahansa|itsensä|\
päivittäin|joka|tauotta|aamusta|putkeen|viikko\w*)
(?:ratkesi|sortui|palasi|retkahti) (?:\w+ )?(?:juo\w+|viina\w+|pullo\w+|aine\w+)|retkaht?\w*
retkahd\w*|raitistu\w*|raittii(?:na|sti|n|ksi|t)\b(?! ilma)|raitis\b(?! ilma)
aa-(?:kerho|ryhm)\w*|minnesota\w*|myllyhoi\w*|vieroit\w*|viekkar\w*|viekkei\w*
katk(?:olla|olle|olta|aisuhoi\w*)
(?:haisi|haisee|tuoksui|lemusi|löyhkäsi|lemahti) (?:\w+ ){0,2}(?:viina|alkoho|kalja|olu[te]|\
väkev|viini|kannabi|pilve|vodka|konjak)\w*
viinan?(?:lle|haju|haju\w*|lta|kirot|sta|t)?\b|krapula\w*|kankku\w*|darra\w*|promill\w*|huume\w*
narkk\w*|nist(?:i|it|in|ejä)\b|aineissa|aineiden (?:käyt|vaik)\w*|kamoissa|kovia aineita
(?:on|oli|olla|veti|vetää|käyttää|käytti) (?:\w+ )?(?:aineita|piriä|pirissä|tökös\w*)
sekakäyt\w*|subutex\w*|bup?reno\w*|subu(?:a|n|t|ja)?\b|metadon\w*|amfetam\w*|kannabi\w*|hasis\w*
kokai(?:n|in)\w*|heroiin\w*|fentany\w*|piikit\w+|pistohuu\w*|piikki (?:kädessä|käsivar\w*)
(?:peli|netti|some|aine|lääke|seksi)(?:riippuv|koukku|koukus|ong)\w*|päihty\w*
päihde(?!palv|työ|yks|klin|hoitaj|pol|linja|ohj|neuv)\w*|kuumeil\w*
kuume(?:tta|essa|ena|ile)\w*|lämpöil\w*
(?:nousi|noussut|nous|oli|mulla|hieman|vähän) (?:\w+ )?lämpöä\b
lämpö (?:nousi|noussut)\b(?! (?:patter|huone|sal|sisä|ulko))|nousi lämpö\b
räkä(?:ssä|inen|taut|isenä|nokka)\w*|räkäs(?:sä|enä)\b|lenssu\w*|nuha\w*|köhi\w*|köhä\w*
kurkku (?:\w+ )?(?:kipe|käh|karh)\w*|ääni (?:\w+ ){0,2}painuksissa\b|käheänä
(?:vatsa|maha|oksennus|kenno|suu|rysä|nielu)(?:taut|kip|tul|pöp|kräm)\w*
noro(?:virus|a|ssa|n)?\b|virus(?:taud|infek|tul)\w*
korona(?:ssa|n|a|lla|ko|tes|kuu|ksi|oir)?\b(?! (?:aikaan|aikana|jälkeen|ajan|vuos|myötä|\
alkaessa))
karanteeni\w*|vesirok\w*|tuhkarok\w*|tulirok\w*|vihurirok\w*|vyöruus\w*|kihomad\w*|syyhy\w*
täitä\b|täit\b|kurkunpää\w*|poskiontel\w*|keuhkoput\w*|(?:\w+)?tulehdu\w*|tulehtu\w*
virtsatie\w*|eturauha\w*|peräpuk\w*|säärihaav\w*|makuuhaav\w*|avohaav\w*
haava(?:n|ssa|a|t|hoito|sidos)?\b|haavau\w*|ruusu jala\w*|veritulp\w*|laskimo\w*|suonikoh\w*
kihti\w*|kihdi\w*|kilppar\w*|kilpirauh\w*|gluteeni\w*|suolisto\w*|crohn\w*|colitis|refluks\w*
sappik\w*|munuaiski\w*|maksakirr\w*|keltatau\w*|ontu\w*|onnu(?:n|it)\w*|linkut\w*|linkku\w*
nilkut\w*|(?:kävely)?kepin kanssa|kävelykep\w*
(?:huono\w*|kipeä\w*|kipeytyn\w*|reistai\w*|leika\w+|operoi\w+|hajon\w+|heik\w+) (?:polv\w+|\
lonk\w+|selkä\w*|selän|jalka\w*|jalat|jaloi\w+|sydän|sydäm\w+|hartia\w*|niska\w*|rante\w+|\
silmä(?:t|nsä|ni)?|olkap\w+|keuhko\w*|nivel\w*)\b
(?:polv|lonk|selk|selä|jalka|jala|sydän|niska|ranne|olkapää|nilkka|silmät|keuhkot|\
nivelet)\w* (?:on |oli |ovat |olivat |meni |hajosi |petti )?(?:\w+ )?(?:jumissa|jumiutu\w*|\
paskana|hajalla|rikki|mennyt|meni|kipe\w*|vaivaa\w*|reistaa\w*|oireil\w*|petti|poikki|leikattu|\
leikataan|leikattiin|operoi\w*|huono\w*|murtu\w*|särk\w*|tulehtu\w*|romuna)
noidannuol\w*|nikama\w*|luudutu\w*|väliulkon\w*|rasitusmurt\w*|revähd\w*|revähty\w*|venäyt\w*
nyrjä\w*|kipsi(?:n|ssä|in|ä)?\b|tikkejä|tikit (?:pois|poist|päässä|jalassa)|kaihi\w*|kaihe\w*
glaukoom\w*|silmänpain\w*|silmänpohj\w*|verkkokalv\w*|makula\w*
ei (?:enää )?(?:näe|kuule) (?:lukea|enää|kunnolla)
(?:näkee|kuulee|näki|kuuli|näkevä|kuuleva) (?:\w+ )?(?:huonosti|heikosti|huonommin)
(?:huonosti|heikosti) (?:näke|kuule)\w*|näkö (?:\w+ )?(?:mennyt|menee|heik|huono|heikkeni)\w*
kuulo (?:\w+ )?(?:mennyt|menee|heik|huono|heikkeni)\w*
(?:käde\w+|kädet|kättä|kätensä|kädet) (?:\w+ )?(?:vapis|täris)\w*
(?:vapis|täris)e\w* (?:käsi|käde|kät)\w*|hengästy\w*
hengitys(?:suoj)?(?:kone|laite|halv|pysäh|vinku)\w*|happivi\w*|happilait\w*|happipull\w*
hengen(?:ahd|saan)\w*|kyhmy\w*|patti\b(?= (?:rinn|kain|nis|kau))|koepala\w*|biops\w*|tähyst\w*
magneetti(?:kuv|in|kuvau)\w*|magneettiin|tietokonekuv\w*|tt-kuv\w*|ultraään\w*|mammogra\w*
röntge\w*|(?:veri|labra|laboratorio)(?:ko[ek]|näyt|arvo|tulo)\w*|labroi\w*|labrassa|labraan
stent\w*|pallolaajen\w*|ohitusleik\w*|sydämentahd\w*|tahdistin\w*|katetr\w*
avan(?:ne|teen|nepuss)\w*|letkurav\w*|tekonive\w*|sädet\w*|sädehoi\w*|sytosta\w*
syto(?:t|ja|kset|hoi)\w*|kemo\w*|solunsalp\w*|inhalaa\w*|astmapiip\w*|kortison\w*|tipassa\b
tippa(?:telin|pullo|letku)\w*|pistoks\w*|pistos\w*|injektio\w*
(?:leikkauksen|leikkauksensa|operaation) (?:\w+ )?(?:jälkeen|takia|vuoksi)
(?:leikattu|leikattiin|leikataan|operoitu|operoitiin|operoidaan) (?:\w+ )?(?:polv|lonk|silm|\
selk|sydä|nilk|rint|suol|olkap|kaihi|kasv|umpi|tyrä)\w*
\b[abcde]-(?:lausun|todist)\w*|lääkärin\w* (?:tod|laus)\w*
(?:kela\w* )?(?:kuntoutustu|sairauspäivär|vammaistu)\w*
työkyky\w* (?:on |oli )?(?:\w+ )?(?:alentu|heik|menny|mene|raja)\w*|työterveydessä|työterveyteen
työterveyslääkäri(?:llä|lle|n)\b|ensiavussa|ensiavusta|ensiapuun
päivystykse(?:ssä|en|stä) (?:\w+ )?(?:yöllä|lapsen|isän|äidin|miehen|jonott)\w*
(?:joutu|vietiin|kiidät|oli|meni|lähti|lapsen kanssa) (?:\w+ ){0,2}päivystykse(?:en|ssä)
(?:on|ovat|oli|olivat|makaa|joutui|vietiin) teholla|teholle\b
(?:joutu\w*|jouduin|vietiin|makaa|makasi) (?:\w+ ){0,2}osasto(?:lla|lle)\b
suljetu(?:lla|lle|lta)\b|suljettu osasto|pakkohoi\w*|psyk(?:alla|alle|an|ka)\w*
kuntoutu(?:u|nut|i)\b|kuntoutujana|ambulans\w*|elvytet\w*|elvytyk\w*|tajuttom\w*|tajuton\w*
tajunnan\w*|tajuntansa|kourist\w*
(?:sai|saanut|saa|saattaa saada|tuli) (?:\w+ )?(?:kohtauksen|kohtauksia|kohtaus|slaagin|\
sätkyn)\b
sairaskoh\w*|lyyhisty\w*|pyörryt\w*|pyörty\w*|pökrä\w*|heikotti\b|verta vuot\w*|vuoti verta
nenäveren\w*|marevan\w*|panadol\w*|burana\w*|ibuprof\w*|ibumetin\w*|parasetam\w*|tenox\w*
diapam\w*|ketipin\w*|lyrica\w*|oxynorm\w*|oksikod\w*|tramal\w*|tramadol\w*|xanor\w*|opamox\w*
rivatril\w*|concerta\w*|ritalin\w*|metform\w*|eliquis|thyroxin\w*|ozempic\w*|imovane\w*
stilnoct\w*|voltaren\w*|kodei(?:in|n)\w*|morfii\w*|litium\w*|sertralii\w*|ssri\b|essital\w*
cipralex\w*|antabus\w*|statiini\w*|beetasalp\w*|verenohenn\w*|unilääk\w*
rauhoittavi(?:a|lla|en)\b(?= (?:lääk|nap|tabl)|[.,]|$)
nappe?ja\b(?= (?:aam|ill|kol|nuk|sel|sär|jotta))|pillere\w*|pillerit?\b
tablet(?:in|it|teja|tia) (?:\w+ )?(?:aam|ill|päiv|sär|nuk)\w*|doset\w*|lääkeja\w*
piippu(?:a|nsa) (?:astma|hengi)\w*|masis\w*|masik\w*|masennu\w*
masentu(?:i|a|nut|neena|neelta|neen)\b|masiksessa|alamaiss\w*|alakulo\w*
(?:matala|alavire|synkkä|maassa) ?miel\w*
mieli(?:ala\w*)? (?:\w+ )?(?:maassa|matal|mata|synk|mustana|musta|alhaalla)\w*
mieliala(?:häi|oire|lääk|n las|t)\w*|hermoromah\w*|hermolepo\w*|loppuunpal\w*
palo(?:i|nut) loppuun|palanut loppuun|palamassa loppuun|(?:bör|bur)n(?:is|outti|out)\w*
uupumukse\w*
(?:jäi|jäänyt|jäin|pois|poissa) (?:\w+ ){0,3}(?:uupu|stressi|masen|selä|selän|leikka)\w*
kallonkut\w*|terapia(?:ssa|an|sta|käyn|aika|istun)\w*|viilte\w*|viillel\w*|viilto\w*|psykoos\w*
psykoot\w*|harhoj\w*|harhainen|harhaise\w*|harhaisu\w*|ääniä päässä|kuulee ääniä|vainohar\w*
mania\b|maaninen|maanis\w*|kaksisuun\w*|bipo\b|syömishäi\w*|syömishäiriö\w*|pakko-oir\w*
pakkoajat\w*|ahdistuneisuu\w*|ahdistushäi\w*|ahdistuskoh\w*|paniikkihäi\w*
sosiaalisten tilanteiden pelko\w*|ptsd|posttraum\w*|traumoj\w*|trauma(?:n|t|sta|a)?\b
(?:on|oli|olen|tuli|ollut) (?:\w+ )?(?:paksuna|pieniin päin|odottavana|siunatussa tilassa|\
viimeisillään)
äippä\w*|äitiysloma\w*|raskaut\w*|raskauspah\w*|keskonen|keskosi\w*|keskosena|sektio\w*
sektiol\w*|imettä\w*|synnyt(?:ti|tänyt|tää|täjä|tämä|yksen|ykses)\w*
synty(?:i|ivät|nyt) (?:\w+ )?(?:keskos|ennenaik|sekti)\w*|kohdunpoi\w*|kohdunul\w*|kuukautis\w*
vaihdevuo\w*|lapsettomuu\w*|hedelmöi\w*
(?:menetti|menettivät|menettänyt) (?:\w+ )?(?:vauvan|vauvansa|sikiön|raskauden)|touret\w*
nepsy\w*|neuroepä\w*|neuromoni\w*|autis\w*|aspi\b|asperg\w*
(?:kirjolla|kirjon)\b(?= lapsi|,|\.| ja| oleva)|down(?:in|ilapsi)\w*|cp-\w+|ms-(?:tau|potil)\w*
als(?:ia|-tau|iin)\w*|huntingt\w*|alzhei\w*|altsu\w*|altsheim\w*|parkins\w*|parkkis\w*
muisti(?:nsa|ni)? (?:on |oli |alkaa |alkoi )?(?:pätki|reist|heiken|huonontu|pettä|petti|\
menny)\w*
muistitest\w*|muistisai\w*|höper\w*|keuhkoaht\w*|copd\w*|hahmotush\w*|hahmotusvai\w*|kielihäi\w*
kielellinen erityisv\w*|kehitysvii\w*|erityislap\w*|lukihäi\w*|lukivai\w*|lukivaikeu\w*
avustajakoi\w*|opaskoi\w*|valkoi\w+ kepp\w*|halvaantu\w*|hemiple\w*|neliraaja\w*|selkäydin\w*
aivotäri\w*|aivoinfar\w*|aivoverenv\w*|hapenpuut\w*|sokeritau\w*
sokerit (?:\w+ )?(?:heitt|lask|nous|alhaal|korkeal)\w*|verensok\w*|insuli\w*|diabee\w*
rintasyö\w*|syöpä\w*|syövä[nslk]\w*|metastaa\w*|etäpesä\w*|kasvain\w*|kasvaim\w*|saattohoi\w*
kuolemansair\w*|elinaikaa (?:\w+ )?jäljellä|ylipaino\w*|alipaino\w*|lihav\w+ leik\w*
(?:vaimo|mies|miehe|äiti|äidi|isä|lapsi|poika|tytär|mummo|ukki|veli|sisko|puoliso|kolleg|\
asiakas|asiakkaa)\w* (?:on|oli|ovat|makaa) (?:\w+ )?osasto(?:lla|ssa)\b
(?:jäi|jäänyt|ajettiin|joutui) (?:\w+ )?(?:alle|kolariin|onnettomuuteen)|kolarissa
kaatu(?:i|nut|neensa|nut) (?:\w+ )?(?:suihku|liukka|portai|pyörä|jäi|pahasti|ja (?:löi|\
mursi))\w*
ei (?:enää )?(?:pysty|kykene|voi) (?:enää )?(?:töihin|työhön|käymään töissä|tekemään töitä|\
kävele\w+|liikku\w+|nousemaan|puhumaan)
vetänyt (?:jotain|jotakin|aineita|lääk\w+)|ottanut jotain\b|selvin päin|kuivilla
kostea(?:lla|lle|n illan)\b|korvaushoi\w*|annoksensa|annoksen haku\w*
ei (?:enää )?muista(?:nut)? (?:\w+ )?(?:nimeään|osoitettaan|syntymä\w+|missä asu\w+|mikä päivä)
muistamat\w*
(?:hän|asiakas|mies|nainen|rouva|vanhus|äiti|isä) (?:on|oli|tuli) (?:\w+ )?sekava\w*
lääkäri(?:n)? (?:määrä|kiels|käsk|kirjoitti|totesi|löysi|passitti|epäil|arvel|sanoi (?:hänelle|\
minulle|mulle|äidille|isälle|että))\w*
lisätutkimu\w*|(?:arvot|arvoni|arvonsa) (?:\w+ )?(?:koholla|huono\w*|pielessä|heitt\w*)
kokeissa (?:kävi|löyty|näky)\w*|tutkimuksissa (?:löyty|selvi|kävi)\w*
(?:ei|ettei) syö (?:\w+ )?(?:mitään|juuri|enää|kunnolla)|laihtu\w*
side (?:päässä|kädessä|silmällä|jalassa)|siteissä|mitella\w*|yrjö\w*|laattasi|laatannut
pissavai\w*|virtsa\w*|virtsan\w*|rakkovai\w*|aikuisvaip\w*|kipee(?:nä|ks|ksi|t)?\b|kipiä\w*
tokkura\w*|tukiviitto\w*|aivo(?:veri|ver|halv|kas|vam|tär|inf|vere)\w*|veritul\w*
(?:uusi|uutta|uuden) (?:lonk|polv|munuai|sydän|sydäm|maksa|keuhko)\w*
imusolmuk\w*|turvo(?:ksissa|nnut|nneet|tus\w*)|hiprakas\w*|pikkuhiprak\w*|laitamyötä\w*
nousuhumal\w*
(?:veti|vetänyt|vetää|poltti|polttanut|polttelee) (?:\w+ )?(?:pilve\w+|jointi\w*|kukkaa|\
tupakan paikalla)
jointti\w*|sätkän pilveä
(?:korva|korvat|korvan|kurkku|vatsa|maha|pää|hammas|hampaat|nielu)\w* (?:on |oli |ovat |olivat |\
niin )?(?:\w+ )?(?:kipei|kipeä|kipee|tulehtu|särk|lukossa)\w*
korvatulp\w*|leikkauspöy\w*|leikkaussal\w*|tutkimuksiin\b|tutkimuksissa käy\w*
(?:toiminta|puhe|psyko|fysio|ratsastus|pari|ravitsemus)?terapi(?:aan|assa|asta|akäyn\w*|\
ajakso\w*)
(?:toiminta|puhe|fysio|psyko)terapeut\w*|fyssari\w*|naprapaat\w*|osteopaat\w*|kiropr\w*
hierojalla|(?:pistos|neula|viilto)jäl\w*|raskausviik\w*|viikolla \d\d\b(?= (?:eikä|ja|raska))
(?:polv|lonkk|keuhko|munuai|haim|sapp|selkäran|nikam|kilpirauh|suolisto|ruokator|kohtu\b|\
munasar|rintarau)\w*(?:vaiv|vika|vian|tauti|ong|kip|leik|vaur|syö)\w*
(?:oma|minun|mun|hänen|äidin|isän|lapsen|kollegan|asiakkaan) (?:selkä|polv|lonk|sydä|keuhko|\
munuai|maks|silm|jalka|pää)\w* (?:\w+ )?(?:takia|vuoksi|kanssa|reistai\w*)
(?:selän|polven|sydämen|jalan|silmien|keuhkojen|lonkan|pään) (?:takia|vuoksi|kanssa|kunnon)
hoidossa (?:\w+ )?(?:riippuv|päihde|syöp)\w*
(?:kuntoutus|tutkimus|hoito|osasto|leikkaus|saattohoito)(?:jakso|osasto)\w*|sairaskertom\w*
hoitotahto\w*|elämänsä loppu\w*
kuolemansa lähe\w*|kuolee pian|parantumat\w*|toivoton tapaus|näkökyv\w*|kuulokyv\w*
toimintakyky\w* (?:\w+ )?(?:heik|alentu|lask)\w*|liikuntakyv\w*|rajoitt\w+ liikku\w*
tuki(?:liivi|side|kaulu)\w*|niskatu\w*|pyörät(?:uol)\w*|sähkömop\w*|kepei\w+|sauvoilla|tukisukat
hoitotes\w*|kantasol\w*|luunmurt\w*|rasva(?:maks)\w*|hiivatul\w*|sukupuolitau\w*|klamydi\w*
hiv-\w+|nivel(?:psor|reuma|rik|vai)\w*|(?:allergi|anafyl|yliherk)\w*|pähkinä-?allerg\w*
kohonnut (?:verenp|lämp)\w*|tulehdusarv\w*|crp\b|hemoglo\w*|anemia\w*|raudanpuut\w*|b12-\w+
unettom\w*|univaike\w*|univai\w*|nukahtamisl\w*|melatoniin\w*|painajais\w*|uniapne\w*
väsymysoirey\w*|jaksamattom\w*
"""
