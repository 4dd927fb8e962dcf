"""Words that tell of somebody's health, in English, Finnish and Swedish."""

import re
from functools import cache

from coaching.rules.word_lists import any_of

# In each list below one line is one pattern, in lower case. Nobody tells in which language a
# text is, so all lists are looked through for every text: a stem must be safe in all three.

# What begins a word, or a few words that follow each other. \b at the end closes the word.
_ENGLISH = r"""
(?:because of|due to|with|from) (?:his |her |my |their )?anxiety\b
psychiatric (?:ward|care|unit|treatment)
(?:his|her|my|their|a) therapist\b
sick(?:ness|note)?\b
ill(?:ness|nesses)?\b
unwell\b
(?:his|her|my|their|your|whose|\w+'s) (?:own |poor |failing |bad )?health\b
health (?:problem|issue|condition|reason|concern|trouble|scare)
(?:poor|bad|failing|declining) health\b
mental health\b
mental(?:ly)? (?:illness|problem|disorder|breakdown|condition|unstable)
(?:nervous|mental) breakdown
medical (?:reason|condition|leave|certificate|history|issue|problem|emergenc|appointment|treatment)
diagnos(?:is|es|ed)\b
symptoms?\b
depress(?:ed|ion|ive)\b
anxiety (?:disorder|attack|medic|problem|issue)
(?:suffer\w*|suffers from|treated for|has|have|had|with) (?:severe |social |bad )?anxiety\b
panic attack
(?:burn|burnt|burned)[ -]?out\b
(?:off|out|home|leave) (?:with|for|due to|because of) stress\b
stress[ -](?:related|leave)
signed off (?:work|for (?:\w+ )?(?:days|weeks|months))\b
medication|medicated\b|medicines?\b|prescriptions?\b|painkiller|sleeping (?:pill|tablet)
(?:take|takes|took|taking|on|her|his|my|their) (?:\w+ )?pills\b
antidepress|antibioti|chemo(?:therapy)?\b|radiotherapy|radiation (?:treatment|therapy)
insulin|penicillin|dialysis
therapy\b|psychotherap|physiotherapy\b
(?:see|sees|saw|seeing) (?:a|her|his|my|their) (?:psych|therap|counsel|doctor|gp\b)
(?:to|at) (?:the|a|her|his|my|their) (?:doctor|doctor's|gp|psychiatrist|psychologist)\b
doctor's (?:appointment|note|certificate|visit)
surgery\b|(?:had|having|needs?|after|for) (?:an|her|his|my|their) operation\b
(?:knee|hip|heart|back|eye|brain|shoulder|cataract) (?:operation|replacement|condition|disease)
heart (?:attack|problem|trouble|failure|rhythm)
(?:in|to|from|into|left) hospital\b
(?:is|was|been|he's|she's|wife|husband|mother|father|mum|dad|son|daughter) in the hospital\b
(?:taken|rushed|admitted|went|brought) to (?:the )?hospital\b
hospitali[sz]ed|intensive care|palliative|terminally
(?:call|called|calling) (?:an|the) ambulance
disabilit|special needs\b|learning difficult
disabled (?:person|people|customer|client|visitor|man|woman|child|user|colleague|son|daughter)
disabled (?:husband|wife|mother|father|brother|sister|resident|passenger|parking)
(?:severely|physically|mentally|permanently|partly) disabled
(?:he|she|i|who|they|customer|client|son|daughter|colleague) (?:is|was|are|am|became) disabled
(?:i'm|he's|she's) disabled
handicap|wheelchair|hearing aid|hard of hearing|deaf|prosthe|amputat
blind (?:person|people|customer|client|visitor|man|woman|user|colleague|lady|gentleman|resident)
(?:is|was|are|were|i'm|he's|she's|legally|partly|partially|nearly|almost|going|went) blind\b
(?:visually|hearing|sight|mobility|cognitively|visual|cognitive)[ -]?(?:impair|loss)
(?:lost|losing|poor|loss of) (?:her |his |my |their )?(?:hearing|eyesight|sight)\b
dyslexi|autis[tm]|adhd\b|ocd\b|ptsd\b|asperger|tourette|bipolar|schizo|psychos[ie]s|psychotic
eating disorder|anorexi|bulimi|suicid|self[ -]harm|personality disorder
stutter|stammer
dementia|alzheimer|parkinson|memory (?:disease|disorder|problem|loss|illness)
epilep|diabet|asthma|allerg|arthrit|rheumati|migraine|osteopor|sclerosis|fibromyal
hiv\b|hepatit|tubercul|pneumonia|bronchit|appendic
tumou?r|leuk[a]?emia|stroke\b|blood pressure|brain (?:damage|injury|haem|hem|bleed)
concussion|seizures?\b|faint(?:ed|ing)\b|passed out\b|dizz(?:y|iness)
traumati[sz]ed|post-?traumat|insomnia|obes(?:e|ity)|menopaus
flu\b|influenza|covid|fever\b|cough|vomit|throwing up\b|threw up\b|nause|diarrh|stomach bug
(?:had|has|have|got|caught|with) (?:a|this|the) (?:\w+ )?cold(?= (?:and|so|but|today)\b|[^ \w]|$)
(?:had|has|have|having|got|with|getting) (?:a |an )?(?:\w+ )?headaches?\b
(?:back|chest|knee|neck|stomach|joint|chronic|shoulder|severe|nerve|hip|constant) pains?\b
(?:chronic|long-term|serious|severe) (?:fatigue|condition|disease)
in (?:a lot of |great |severe |much |constant )?pain\b
injur(?:y|ed|ies)\b|fractur|sprain
br(?:oke|oken|eaking) (?:her |his |my |their |a )?(?:leg|arm|hip|wrist|ankle|foot|hand|rib|bone)
pregnan|miscarr|maternity leave|gave birth|giving birth|ivf\b|infertil|abortion
expecting (?:twins|(?:a|her|his|their|our|my) (?:first |second |third )?(?:baby|child)\b)
drug addict|alcoholi[cs]|addiction|drinking problem|in rehab\b|rehabilitation
drug (?:problem|abuse|use)\b|substance abuse|overdos
bad back\b|under the weather|feeling poorly|poorly (?:child|son|daughter)|fit note
infection|disease|disorder\b|syndrome|impairment|transplant|hernia|thyroid|slipped disc|sciatica
c(?:o)?eliac|intoleran(?:t|ce) (?:to|of) (?:lact|glut)|lactose|eczema|psoria|crohn|colitis
endometrio
cerebral palsy|aphasi|partially sighted|crutch|walking (?:stick|frame|aid)|guide dog
in (?:plaster|a cast)\b|blood (?:test|sugar)|x-ray|a&e\b|emergency room
hospital (?:appoint|stay|visit)
(?:tooth|stomach|back|ear) ?ache\b|physio\b
(?:back|knee|hearing|sight|vision|memory|sleep|stomach|speech|mobility|kidney) (?:problem|trouble)
(?:back|knee|hearing|sight|vision|memory|sleep|stomach|speech|mobility|kidney) difficult
baby (?:is due|on the way)|postnatal|stillb
"""

_FINNISH = r"""
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
keliaki
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
"""

_SWEDISH = r"""
avgiftning
psykiatrisk\w* (?:avdelning|vård|mottagning)
(?:från|till|på|in på) sjukhuset\b
terapeuten?\b
sjuk(?:a|e|are|as)?\b
(?:är|var|blev|blivit|varit|blir|barnet) sjukt\b(?! \w)
sjuk(?:dom|skri|led|anm|frånv|lön|penn|ers|int|dag|lig|peng|perio|betyg|na|perm|pens)
(?:låg|ligger|legat|inlagd|inlagt|hamna\w*|kördes|kom|åkte) (?:in )?på sjukhus
(?:till|från|i) sjukhus\b
vabb|vab\b|vabar|friskskri
diagnos(?:en|er|erna)?\b|diagnostiser
deprim|depression|utbränd|utbrändhet|utmattning|ångest|panikatt|panikång
medicin(?:en|er|erna|era|erar|erad|ering|ens)?\b|medicinskt? skäl
medicinska (?:skäl|besvär|probl)
läkemedel(?!sver)|läkar(?:intyg|besök|tid|utlåt)|(?:hos|till) (?:en )?läkare(?:n)?\b
(?:hos|till) (?:en )?(?:psykolog|psykiater|terapeut|kurator)(?:en)?\b
psykisk|psykos\b|psykosen\b|psykot|psykiska|schizofr|bipolär|självmord|suicid|självskad|ätstörn
adhd\b|autis|tvångssynd|utvecklingsstör|dyslexi|stamma(?:r|de)\b(?! från)|stamning
demens|dement(?:a)?\b|minnessjuk|minnesprobl|minnessvår
cellgift|cytostat|strålbeh|dialys|antibioti|värktabl|sömntabl|sömnmed|smärtstill
terapi(?:n)?\b|psykoterapi|samtalsterapi
operera(?:d|ts|des|s)\b|(?:knä|höft|hjärt|rygg|ögon|starr|axel|hand)operation
efter (?:sin|en|min|hans|hennes) operation\b
hjärt(?:inf|att|fel|prob|bes|flim|stop)|hjärn(?:blöd|skak|skad|tum)|blodtryck|tumör|leukemi
epilep|diabet|astma|allerg|reumati|artros|migrän|benskör
hepatit|tuberk|tbc\b|lunginfl|bronkit|blindtarm|halsfluss|öroninfl|inflammation
feber|förkyl|kräk|diarré|magont|illamå|(?:må|mår|mådde) illa\b|yrsel|svimma
(?:har|hade|fick|med|och|svår) hosta\b|hosta(?:r|de|t)\b
ont i (?:mag|rygg|huvud|hals|knä|axel|axl|nack|ben|fot|hjärt|bröst|kropp|hela|led|arm|hand)
värk(?:en|ar|er|te)?\b|smärt(?:a|an|or|orna)\b|huvudvärk|ryggont
(?:har|fick|haft|fått) corona\b|corona(?:smit|test|posi)
(?:bruten|brutit|bröt|brutet) (?:sin |sitt )?(?:arm|ben|hand|fot|lår|höft|hand|revben|nyckelben)
benbrott|lårbensb|stuka(?:d|t|de)\b|förlama|rörelsehind|rörelsened
(?:rygg|knä|hjärn|arbets|nack|synn|hörsel|hand)skad|arbetsolyck
funktionsned|funktionshind|funktionsvar|handikapp|rullstol|rollator|hörapparat|protes(?:en|er)?\b
synskad|synfel|synned|hörselned|nedsatt (?:syn|hörsel)|döv(?:a|t)?\b(?! öra)
(?:är|var|blev) blind\b|blinda? (?:kund|person|man|kvinn|klient|besök|kolleg|människ|dam|pojk)
gravid|missfall|abort(?:en|er)\b|(?:gjort|göra|gjorde) abort\b|förloss|kejsarsn|havandesk
mammaled|(?:väntar|vänta|väntade) (?:barn|tvilling|sitt|sin|smått)|barnlöshet
rehab|arbetsoför|arbetsför(?:måga|mågan) (?:är )?nedsat
missbruk(?:are|spro|aren)|(?:alkohol|drog|narkotika|tablett)missbruk
alkoholis|alkoholprob|narkoman
ohälsa|hälsotills|hälsoprob|hälsoskäl|hälsobes
(?:hans|hennes|min|sin|deras) (?:egen |psykiska |dåliga )?hälsa\b
symptom|symtom|övervikt(?:ig|iga)\b|intensivvård|palliativ
sjukt barn\b|bältros|borrelia|(?:går|gick|gått) in i väggen|blodprov|npf\b|ledarhund|krycko|gipsa
operera(?:r|de)? (?:sitt |sin )?(?:knä|höft|rygg|axel|ögon|hjärt|foten|handen)
kognitiv\w* (?:svik|ned|svår)|barnlös|krasslig|snuv(?:a|ig)\b|halsont|sömnlös|eksem|diskbrå
sköldkör
(?:förnya\w* |hennes |hans |mitt |sitt |ett |på )recept(?:et)?\b|laktos|gluteninto
sjukhus(?:vist|bes|inl)|på sjukhus\b|(?:till|på) akuten\b|(?:ringde|kom|med) (?:en |i )?ambulans
skada(?:t|de)? (?:sig|rygg|knä|foten|handen|armen|axeln)
"""

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
    return re.compile(
        rf"\b(?:{any_of(_HARMLESS)})"
        rf"|(?P<health>\b(?:{any_of(_ENGLISH + _FINNISH + _SWEDISH)})|{any_of(_WITHIN_WORDS)})"
    )


def tells_of_health(text: str) -> bool:
    """Tell whether a text has words about somebody's health."""
    words = " ".join(text.lower().replace("’", "'").split())
    return any(match["health"] for match in _first_swallow_the_harmless().finditer(words))
