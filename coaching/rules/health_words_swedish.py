"""Words in Swedish that tell of somebody's health, how they are said and written at work."""

# What begins a word, or a few words that follow each other. \b at the end closes the word.
HEALTH = r"""
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
på fyllan|fyllo\w*|fylleri\w*|fyllan\b|berus\w*|onyktr?\w*|bak(?:is|full|smäl)\w*|supit\b|söp\b
alkis\w*|alkoholi\w*|alkoholen|a-lagare|nykter\w*|sprit(?:en|lukt\w*)?\b
(?:luktade?|stank|stinker|doftade?) (?:\w+ )?(?:av )?(?:sprit|alkohol|öl|vin|fylla|hasch|gräs|\
vodka|brännvin)
(?:druckit|dricker|drack|dricka) (?:\w+ )?(?:igen|för mycket|varje|hela|tätt|sig|bort)
(?:han|hon|mannen|kvinnan|kunden|klienten|killen|tjejen|pappan|mamman|gubben|besökaren|hen|\
grannen) (?:är|var|kom|verkade|blev) (?:\w+ )?(?:full|påverkad|drogad|på örat|i gasen)\b(?! av|\
 med| i | fart)
stupfull|dyngrak|knark\w*
drog(?:er|erna|ad|ade|fri|prob\w*|missb\w*|test\w*|påver\w*|beroende)\b|narkotik\w*|narko\w*
heroin\w*|kokain\w*|amfetamin\w*|cannabis\w*|hasch\w*|subutex\w*|metadon\w*|fentanyl\w*
pundar\w*|missbruk(?:ar\w*|et|sprob\w*|svård\w*|ande|are)?\b(?! av (?:makt|förtroende|medel))
avgift(?:as|ades|ning\w*)|avtändning\w*|abstinens\w*|återfall(?:it|er|et)?\b|behandlingshem\w*
aa-möt\w*|spel(?:missb|bero|prob)\w*
beroende av (?:tablett|alkohol|spel|drog|piller|sömn|smärt)\w*|tablettmiss\w*|injicer\w*
hög på\b|sjukan\b|sjukla\b|snor(?:ig|iga|ar)\b|häng(?:ig|iga)\b|hes\b(?! röst i)
(?:rösten|rösten min) (?:är |var )?(?:borta|bort|försvann)|tappa(?:de|t) rösten|tog rösten
frossa\w*|spy(?:r|dde|tt)?\b|magsjuk\w*|kräk\w*|influensa\w*|korona\w*
corona(?:n|smit\w*|test\w*|viru\w*)?\b|vattkopp\w*|mässling\w*|scharlak\w*|svinkopp\w*|löss\b
springmask\w*|bihål\w*|urinväg\w*|infektion\w*|inflam\w*|blodförgif\w*|blodpropp\w*|stroke\w*
(?:har|hade|fick|fått|med|lider av|mot|besked om|diagnosen|slut för \w+,) (?:kol|ms|als|tbc|ibs|\
tia)\b
,? kol,|hjärnblöd\w*|vinterkräk\w*|magkatarr\w*|magsår\w*|blåskatarr\w*|luftrör\w*|karantän\w*
hemma med (?:\w+ )?(?:feber|hosta|barn som är sjuk|snuva)
sår(?:et|en) (?:på|i|som|lukt|var|har)\w*|ben(?:sår|brott)\w*|liggsår\w*
knöl(?:en|ar)? (?:i|på)\b|hittat en knöl|cyst\w*|polyp\w*|(?:grå|grön) starr|starr(?:en|op\w*)\b
glaukom\w*|gula fläcken|(?:magnet)?röntg\w*|datortomogr\w*|ultraljud\w*|mammogra\w*|biops\w*
(?:gastro|kolo|artro|rekto)skopi\w*|provsvar\w*|stent\w*|bypass(?:en|op\w*)|pacemaker\w*|kateter\w*|stomi\w*|syrgas\w*
inhalator\w*|sprut(?:a|an|or|orna)\b(?! ut)|injektion\w*|piller\w*
tablett(?:er|en|erna)?\b(?! med (?:kund|formul))|dosett\w*|panodil|alvedon\w*|ipren\b|panadol\w*
burana|treo\b|waran\b|marevan|sobril|tramadol|morfin\w*|oxynorm|ritalin\w*|concerta|litium\w*
zoloft|cipralex|ssri|insulin\w*|ozempic|kortison\w*|blodförtunn\w*|astmamed\w*
operationen? (?:\w+ )?(?:i |på |efter |gick|blev|skjut|var|av )\w*|narkos\w*|stygn\w*|gips\w*
haltar?\b|haltade|linka(?:r|de)\b|går med käpp\w*|kryck\w*
(?:darr|skak)(?:ade|ar|iga|ande)? (?:i |på )?(?:\w+ )?händer\w*
händerna (?:\w+ )?(?:darr|skak)\w*|andfådd\w*|andnöd\w*|andan tog slut|hjärtklapp\w*|medvetsl\w*
kramp(?:anfall\w*|ade|er i)\b|(?:fick|får|fått) (?:ett |sitt )?anfall|föll ihop|epilep\w*
yr i huvud\w*|svimning\w*|näsblod\w*|blödde|blöder|blödning\w*|blåmärk\w*|svullen\w*|svullna\w*
fraktur\w*|\w+fraktur\w*
(?:bruten|brutit|bröt|brutet) (?:\w+ )?(?:handled|fotled|vrist|nyckelben|axel|näsa|lårben|\
finger|tå|höft|arm|ben|rygg|nack)\w*
ledgång\w*|gikt\w*|skolios|ischias\w*|ryggskott\w*|whiplash\w*
(?:dålig|dåliga|ont|trasig|värkande|opererad\w*|utslit\w*) (?:\w+ )?(?:rygg|knän?|höft(?:er)?|\
hjärta|lungor|ben|syn|hörsel|axel|axlar|nerver|öron|ögon|njurar)\b(?! på)
(?:ryggen|knäet|knät|höften|hjärtat|lungorna|benen|axeln|nerverna|njurarna|synen|hörseln|\
minnet) (?:\w+ )?(?:krångl|värk|svik|bråk|är slut|är dålig|dålig|försämr|gav|ger|strejk|\
håller inte|lade av|la av)\w*
depp(?:ig|iga|ar|ade)\b
(?:hon|han|jag|kollegan|mamman|pappan|kunden|klienten|killen|tjejen|hen) (?:är|var|har varit|\
verkar|känns|blev) (?:\w+ )?nere\b(?! (?:i|på|vid|hos|med)\b)
(?:mår|mådde|må|mått) (?:\w+ )?(?:psykiskt|dåligt|pyton|skit|uselt|kass)|gått ner sig
(?:gått|gick|går|rakt|stången) in i väggen|bränt? ut sig|brände ut sig|utbränd\w*|utmattn\w*
utmattad\w*|stress(?:sjuk|relat|samman)\w*
(?:borta|hemma|ledig|sjukskriven|frånvarande) (?:\w+ )?(?:för|på grund av|med|\
av) (?:\w+ )?(?:stress|depp|utmatt|ryggen|nerver|operation)\w*
panikång\w*|panikatt\w*|på psyk(?:et)?\b|psyk(?:et|akut\w*|vård\w*|mottag\w*|fall)\b|lpt\b
tvångsvård\w*|sluten (?:avdelning|vård)
(?:han|hon|mamman|pappan|kunden|klienten|mannen|kvinnan|sonen|dottern|blev) (?:\w+ )?(?:inlagd|\
intagen)\b
(?:lades|lagts|ligger|låg) inn?e? på (?:sjuk|avd|psyk)\w*|skär sig|skar sig|skurit sig
ärr(?:en|et)? (?:på|efter|från)|ätstör\w*|anorex\w*|bulimi\w*|tvångstank\w*|i terapi\w*
samtalskontakt\w*|går i samtal|hör röster|hörde röster|vanföreställ\w*|paranoid\w*
mani(?:sk|ska)\b|bipol\w*|trauma(?:t|n|tis\w*)\b|ptsd|på smällen|nyförlöst|förlossn\w*
(?:föddes|födda|född|fötts) för tidigt|prematur\w*|på neo\b|neonatal\w*|intensiv(?:en|vård\w*)\b
iva\b|ivf\b|fertilitet\w*|barnlös\w*|(?:fick|fått|gjort) missfall|missfall\w*
förlorade (?:\w+ )?(?:barnet|bebisen|fostret)|foglossning\w*|kejsarsnitt\w*|ammar\b|amning\w*
klimakter\w*|mensvärk\w*
(?:han|hon|kunden|mamman|pappan|gubben|tanten|damen|klienten|besökaren|hen|som|mannen|\
kvinnan) (?:ser|hör|såg|hörde) (?:\w+ )?(?:jättedåligt|dåligt|illa|knappt|nästan inget|\
inte längre|sämre)
lomhörd\w*|blind(?:a|käpp\w*)? (?:dam|man|kund|kvinna|flicka|pojke)\w*|permobil\w*|vit käpp
förlam\w*|rörelseh\w*|utvecklingsst\w*|downs\b|förståndsh\w*|särskol\w*|autis\w*|touret\w*
npf-\w+|asperg\w*|alzheim\w*|parkins\w*|huntingt\w*|celiaki\w*|hiv\w*
minnet (?:\w+ )?(?:svik|svek|dålig|är borta)\w*|glömsk\w*|demens\w*|invalid(?:pens|itet|iser)\w*
sjukpens\w*|sjukbidrag\w*|arbetsoför\w*|dövbl\w*|dysle\w*|språkstörning\w*|läs- och skrivsvår\w*
långtidssjuk\w*|sjukling\w*|palliativ\w*|hospice|döende\b|obotlig\w*|metastas\w*
cell(?:gift|prov)\w*|strålning(?:en|s\w*)\b|strålbeh\w*|levercirr\w*|njursten\w*|gallsten\w*
ledsjuk\w*|hudsjuk\w*|sockersj\w*|blodsock\w*|kolest\w*
(?:ligger|låg|inlagd|hamnade) på (?:en )?avdelning\w*
(?:svaga?|dåliga?) (?:lungor|hjärta|ben|rygg|knän|syn|hörsel|njurar|minne)\b|påkörd\w*
(?:trafik|bil|mc)olyck\w*|var med om en olycka|råkade ut för en olycka|ramla(?:t|de)\b
kan inte (?:arbeta|jobba|gå|stå|röra sig) (?:mer|längre|alls)
(?:klart|tydligt|säkert|verkade ha|måste ha) tagit något
m[iu]n(?:des|ns|ts) inte (?:sitt|sin|var hon|var han|vilken dag)
läkare?n? (?:har )?(?:ordinera|skrev|skrivit|hitta|konstater|förbjö|misstänk|sa (?:till|att))\w*
fler undersökningar|värde(?:na|n) (?:\w+ ){0,2}(?:hög|låg|förhöj|dålig)\w*|provtag\w*|utreds för
under utredning för|äter (?:\w+ )?(?:ingenting|knappt|inte|nästan inget)\b(?! (?:lunch|med))
gått ner i vikt|magrat|sin dos\b|dosen\b|substitution\w*|bandage\w*|mitella\w*
varit (?:ren|drogfri|vit|torr)\b|hållit sig (?:ren|nykter|drogfri)|låg i magen
magen (?:strul|krångl|bråka)\w*|urin(?:en|väg\w*|läck\w*)?\b|prostata\w*|inkontin\w*
tarm(?:en|sjuk\w*|cancer|prob\w*)\b|risig\b
fylla\b(?! (?:i|på|ut|år|upp|hela|alla|den|det|raden|blankett))|gammal fylla
ny(?:tt|a)? (?:höft|knä|njure|hjärta|lever)\b|tecken som stöd|teckenspråkig\w*|starka tabletter
svull(?:en|na|nad|et)\b|lymf\w*|rökt (?:på|gräs|braj|hasch)|röker (?:på|gräs|hasch)
(?:en|sin) joint\b
rund under fötterna|lite på lyran|på pickalurven|salongsberu\w*
(?:ergo|fysio|psyko|samtals|tal|gruppterapi|rid)terapi\w*|i terapi|logoped\w*
sjukgymnast(?:en)?\b(?! (?:ring|på))|naprapat\w*|kiroprakt\w*|hjärninf\w*|infarkt\w*
stick(?:märk|sår)\w*|operationsbord\w*|operationssal\w*|(?:är|var) i vecka \d\d|graviditet\w*
(?:för|på grund av|av) (?:ryggens|hjärtats|hälsans|nervernas|knänas) skull
(?:sin|min|hans|hennes|onda) (?:rygg|knä|höft|axel|nacke|hjärta|lunga|njure|lever|\
mage)\b(?= (?:gör|gjorde|krångl|värk|opere|strul|är|var|håller|ger|gav|la|svik))
(?:pappan?|mamman?|mannen|frun|sambon|hustrun|maken|han|hon|sonen|dottern|fadern|modern|\
kollegan|grannen|klienten|kunden) (?:dricker|super|spelar bort|knarkar|\
missbrukar)\b(?! (?:kaffe|te|vatten|upp|en kopp|lite vatten))
hostade|hostar|hosta\b(?! upp)|snöt sig|nyser|nös\b|frös och skak\w*|trött(?:het)?ssyndrom
kronisk\w* (?:smärt|sjuk|trött|värk|besvär|bronk)\w*|sjukdomsfall\w*|rehab\w*
stödstrump\w*|rollator\w*|nedsatt\w* (?:syn|hörsel|rörlig|kogn|arbets|immun)\w*|funktionsn\w*
könssjuk\w*|klamydia\w*|hudutslag\w*|eksem\w*|utslag (?:på|i|över)|klåda\w*|allergichock\w*
jordnötsall\w*|anemi\w*|järnbrist\w*|blodvärd\w*|sänka(?:n)? (?:är|var)|högt blodtr\w*
sömn(?:prob|svår|störn|apn|lös)\w*|sömnbesv\w*|mardröm\w*|melatonin\w*|huvudvärk\w*|migrän\w*
yrsel\w*|tinnitus|öronvärk\w*|öroninf\w*|halsinf\w*|tandvärk\w*|ögoninf\w*|hjärtfel\w*
hjärtprob\w*|klaff(?:fel|oper)\w*|leversjuk\w*|njursvikt\w*|lungsjuk\w*|dialys\w*|transplant\w*
muskelsjuk\w*|muskelvärk\w*|nervsjuk\w*|nervsmärt\w*|ms-sjuk\w*|als-sjuk\w*|hpv\w*|cellprov\w*
knut i bröst\w*
"""
