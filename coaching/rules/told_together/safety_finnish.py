"""What tells of violence and distress in Finnish: words that stand together."""

from coaching.rules.told_together import Kind

_WHOM = r"""
(?:mua|minua|mut|minut|mulle|minulle|mun|minun|meitä|meidät|meidän|mä|minä|kolleg\w*|\
työkaver\w*|vartij\w*|hoitaj\w*|opettaj\w*|ohjaaj\w*|\
harjoittelij\w*|kuljettaj\w*|tarkastaj\w*|virkailij\w*|työntekij\w*|häntä|hänet|hänen|vaimo\w*|\
naapuri\w*|lapsi\w*|lasta|opiskelij\w*|päällen\w*|\
naamaan|kasvoih\w*|kasvoil\w*|perääni|peräämme)\b
"""

VIOLENCE: tuple[Kind, ...] = (
    # Something was done to somebody at work.
    (
        _WHOM,
        r"""
(?:lyötiin|lyöty|lyödä|lyönyt|löi|löivät|läimäy\w*|läpsä(?:isi|ytti)\w*|läimäis\w*|mätkäis\w*|\
potkittiin|potki\w*|potkais\w*|töni\w*|tönäis\w*|tönis\w*|\
tyrkkä\w*|tyrkkäs\w*|tuupp\w*|tuupat\w*|syl(?:je|ki|käi|kä|et)\w*|syljettiin|räk(?:i|äi)\w*|\
pure?(?:ttiin|i)\b|purru\w*|raavi\w*|raapi\w*|raapais\w*|\
kurist\w*|kuris\w*|hakat\w*|hakka\w*|piestiin|pieksi\w*|mukil\w*|käsiks\w*|käytiin (?:käsiksi|\
kiinni|kimppuun)|kimppuu\w*|hyökät\w*|hyökkä\w*|\
tartu\w* (?:kurk|kät|käsiv|hius|rinnu|tukka|tuka)\w*|tarttu\w* (?:\w+ )?(?:kurk|käte|käsiv|\
hiuks|rinn|rante|kaulu|tukk)\w*|rep(?:i|ittiin) (?:\w+ )?(?:hiuks|tuka|vaatt|paida|takki)\w*|\
puuko\w*|pahoinpi\w*|uhat(?:tiin|tu)\b|uhkai\w*|uhkail\w*|uhkas\w*|uhkaa\w*|seurat(?:tiin|tu)|\
seurasi(?! (?:tilann|ohje|vier|kurss|keskus|jono))|seurannut|seurailt?\w*|\
vaani\w*|kytt(?:äsi|ää|äämä|ättiin|äillyt)\w*|väijy\w*|vainoa\w*|vainos\w*|stalkk\w*|kouri\w*|\
lääpp\w*|kähmi\w*|kosket(?:eltiin|teli)\w*|\
piirit\w*|ahdist(?:i|ettiin) (?:nurk|seinä)\w*|heit(?:ettiin|ti|etty|teli)\w* (?:\w+ \
){0,3}(?:päin|kohti|päälle|perään|tuoli|kivi|kive|kahvi|pullo|nitoj|hyllyl|päähän)\w*|\
nyrk\w*|turpaan|turpiin|nakkas\w* (?:\w+ )?(?:päin|kohti)|viskas\w* (?:\w+ )?(?:päin|kohti)|\
ammut?\w*|tapat?\w*|tapp(?:aa|avan|am)\w*|raiska\w*|satutt\w*|mäts\w*|retuut\w*|riuhto\w*)\b
""",
        r"""!seurasi (?:tarkasti|kiinnost)|ajatus|idea|hyökkäs työn|satutti (?:jalk|itsen|polv)|\
kurssi|\
harjoitus|esite""",
    ),
    # What was broken.
    (
        r"""(?:asiak|mies|nainen|hän\b|joku|nuor|poik|kävij|se\b|tyyppi|isä|potila|oppila|asuka|\
hakija|\
kiukku|raivo|juop|soittaj|häiriköi|vanhem|äiti)""",
        r"""
(?:rikko\w*|rikkoi|rikottiin|hajott\w*|hajotti|paisk\w*|paiskas\w*|potk\w*|potki\w*|hakkas\w*|\
hakka\w*|löi|iski|heitti|heit(?:teli|ettiin)|kaatoi|kaatoivat|sytyt\w*|töhri\w*|\
naarmut\w*|puhkoi|puhkaisi|tuho\w*|särk(?:i|enyt)|mätki|sotki|viilsi|kiskoi|repi|viskas\w*|\
viskoi)\b
""",
        r"""
(?:ikkuna\w*|lasi(?:n|t|oven|seinä)?\b|lasin|ovi|oven|ovea|ovet|tiski\w*|tuoli\w*|pöyd\w*|\
pöytä\w*|näytö\w*|näyttö\w*|tieto(?:kon)\w*|konee\w*|auto\w*|renkaa\w*|peil\w*|\
kaluste\w*|huonekal\w*|automaat\w*|päättee\w*|seinä\w*|hylly\w*|roskiks\w*|odotustil\w*|\
vessa\w*|wc\w*|toimisto\w*|pleksi\w*|paika\w* (?:tuusan|säpäl|pask)\w*|tavaroi\w*|kasvi\w*)\b
""",
        r"""!vahingossa|vahinko|epähuom|auton oven avas|kahvinkeitin|rikkoi jään|rikkoi hiljai|\
potki \
palloa|remont""",
    ),
    # What is to come.
    (
        r"""
(?:ens(?:i)? kerralla|seuraavalla kerralla|seuraavan kerran|vielä (?:\w+ )?(?:näet|saat|maksat|\
tulen|kadut)|huomenna|tulee|tulen|tuun|tullaan|tulevansa|tulisi|palaa\w*|palaan|otan|ottaa|\
ottavansa|\
tuo(?:n|vansa|da|da)\b|tuo\b|aikoo\w*|aikovansa|saat|saatte|saa(?:n|tan)?\b|vannoi|lupas\w*|\
uhkas\w*|uhka\w*|varoit\w*|sano\w*|huusi|kirjoitti|viest\w*|käske\w*|parempi|kannattaa|pitäisi|\
haluais\w*|kertoi)
""",
        r"""
(?:puuko\w*|puukko\w*|veits(?:i|e)\w*|ase(?:en|een|tta|ella|ensa)?\b|aseen kanssa|pistool\w*|\
kirve\w*|kirves\w*|haulik\w*|kivääri\w*|pesäpallomail\w*|maila(?:n|lla) kanssa|bensa\w*|\
bensiin\w*|pommi\w*|räjäht\w*|räjäyt\w*|\
moottorisah\w*|vasara\w* (?:kans|muka)\w*|hap(?:poa|olla) naam\w*|tapan\b|tappa(?:a|vansa|\
vat)\b|ampu(?:a|u|vansa)\b|ammun\b|hakkaan|hakkaavansa|hakata\b|polttaa\b (?:talon|koko|paikan|\
toimiston|autoni|autosi)|poltan\b|polttavansa|\
turpa\w*|turpiin|köniin|nekk?uun|selkäs\w*|päihin|tappotuomi\w*|hengis\w*|henges\w*|\
viimei(?:nen|set) (?:päiväsi|päivänsä|virhe)|katuma\w*|kadut\b|kostaa\b|kosta(?:n|vansa|isi)\b|\
maksat tästä|löydä(?:n|mme) sut|löydän (?:sinut|sut|teidät)|\
tietää (?:\w+ )?missä (?:\w+ ){0,3}(?:asu|koulu|auto|lapse|käy|työsk|parkk)\w*|tiedän (?:\w+ \
)?missä (?:\w+ ){0,3}(?:asu|koulu|auto|lapse|käy|parkk)\w*|osaa tulla kotiin|kaverit mukaan|\
veljet mukaan|veljien(?:sä)? kanssa \w*selvit\w*|\
kannattaa varoa|varo selust\w*|katsoa selkä\w*|verta lattial\w*|tulee ruumiita|räjähtää|ei \
selviä hengis\w*|väkival\w*)
""",
        r"""!voileipä|leipäveits|keittiöveits|näyttely|maton|lainas (?:kirve|vasar)|\
tiski.?harja|\
aset(?:uks|us|el)|aikaa tappa""",
    ),
    # Weapons that were seen, and words that hurt.
    (
        r"""(?:oli|on\b|veti|vetä\w*|vilaut\w*|näyt(?:ti|tää|teli)|heilut\w*|kädessä|kädes|\
mukana\w*|\
taskus\w*|laukus\w*|repus\w*|kaivoi|esiin|tuli|vyöllä\w*|löytyi|osoit\w*|huito\w*|kantoi|\
hihas\w*)""",
        r"""(?:puukko|puukon|puuko|veitsi|veitse|ase\b|aseen\b|asetta|pistool|kirves|kirve\w* \
kans|\
rautaput|pippurisum|kaasusum|mattoveits|mattopuuk|haulik|nyrkkirau|teräase|viidakkoveits|\
pesäpallomail|pamppu)""",
        r"""!leip|keittiö|näyttely|museo|lainat|lainas|löytötav|retke|kalast|askartel|voitel|\
virka-?ase""",
    ),
    (
        r"""
(?:huusi|huutel\w*|huut(?:aa|eli)|nimitt\w*|haukku\w*|hauk(?:ui|uttiin)|kutsu\w*|kirjoitti|\
lähett\w*|karju\w*|solvas\w*)
""",
        r"""
(?:huora\w*|lutka\w*|neekeri\w*|n-sana\w*|vittu\w*|saatanan (?:\w+ )?(?:\w+)|natsi\w*|ryssä\w*|\
mamu\w*|homo(?:ksi|ttel)\w*|ämmä\w*|raiska\w*|tappo\w*|kuolem(?:aa|ant)\w*|rasisti\w*|kuole\b|\
seksuaal\w*|alapää\w*)
""",
    ),
    (
        r"""
(?:tappouhk\w*|pommiuhk\w*|uhkaus\w*|uhkaavasti|uhkaava(?:ksi|a)\b|väkivaltaise\w*|väkival(?:ta|\
taa|taisuu|lan|lalla)\w*|hakkaa (?:vaimo|lapsi|lasta|minua|äiti)\w*|lyö (?:vaimo|lapsi|lasta|\
minua|äiti|puoliso)\w*|\
fyysisesti kimpu\w*|(?:pelkäsin|pelkäsimme|pelkäsi|pelkään) (?:\w+ )?(?:henkeni|henkensä|\
henkemme|turvallisu|että (?:hän|se|asiakas) (?:lyö|tulee|hyök|käy|teke))\w*|tappelu\w* (?:odot|\
aul|synt|alko|tuli)\w*|\
painoin (?:\w+ )?(?:hälytys|paniikki)\w*|hälytysnapp\w*|paniikkinapp\w*|hälytti(?:n|mme)? \
(?:vartij|poliis)\w*|(?:esti|tukki|lukits)\w* (?:\w+ )?(?:oven|ovelta|uloskäyn|poistumi|tien|\
tieni)\w*|ei päästänyt (?:mua|minua|meitä|ulos)\w*|\
odott\w* (?:\w+ )?(?:mua|minua|meitä) (?:\w+ )?(?:ulkona|parkki|auton|pimeä|kotiov|pihalla|\
työpäiv|oven|bussi)\w*)
""",
        r"!kurssi|koulutus|esite|ohje uhkaus|juliste|harjoitel|testasi|testattiin",
    ),
)

_ONESELF = r"""
(?:mä|mua|mulla|mun|mulle|minä|minua|minulla|minun|minulle|itse|olen|oon|olin|ole|en\b|enää|\
voisin|haluan|halua|haluaisin|itken|itkin|pelkään|valvon|tunnen|tunne|jaksan|jaksa|jaksanut|\
elämäni|mieleni|aamulla|aamuisin|iltaisin|\
kuolisin|pystyn|kykene|mikään|ois|vihaan|tekis|päässäni|ahdistaa|pelottaa|itkettää|oksettaa|\
tärisen|romahdan|romahdin|joka aamu|joka ilta|tuntuu)
"""

DISTRESS: tuple[Kind, ...] = (
    (
        _ONESELF,
        r"""
(?:en|enkä|etten) (?:\w+ ){0,2}(?:jaksa|jaksanut|kestä|kestänyt|selviä|selvinnyt|pysty|pystynyt|\
kykene|halua|tahdo|saa|tunne|näe|löydä|osaa|nuku|nukkunut|uskalla|pääse)(?:isi)? (?:\w+ \
){0,3}(?:enää|elää|mitään|tätä|näin|jatkaa|nukutuksi|nukkua|\
unta|herätä|ylös|sängystä|yhtään|öisin|iloa|toivoa|tulevaisuu\w*|ulospääsy\w*|syytä|töihin|\
puhua|hengittää|päivää|huomis\w*|olla|tehdä|kohdata|lopettaa itkemistä|itkemättä|sunnuntai\w*|\
yö\w*)\b
(?:uupu\w*|loppuun (?:palan|kulun|aje|väsyn)\w*|palanut loppuun|palan loppuun|burn ?out\w*|\
romahd\w*|romahta\w*|hajoan|hajoamassa|murru\w*|murtumassa|hajoamispist\w*|ihan (?:loppu|\
finaalissa|hajalla|rikki|poikki|tyhjä|sökönä|palasina|puhki)|\
täysin (?:loppu|hajalla|tyhjä|rikki|uuvuksissa)|olen (?:\w+ )?(?:tyhjä|turta|arvoton|epätoivoi|\
hyödytön|umpikujassa|loppu\b|toivoton|lopussa)|voimat (?:on |ovat )?(?:\w+ )?(?:loppu|lopussa|\
ehty)\w*|viimeisillä voimi\w*|kaikki (?:on |tuntuu )?(?:\w+ )?(?:turhaa|\
yhdentek|mustaa|toivoton|samantek)\w*|mikään (?:ei )?(?:\w+ )?(?:tunnu|kiinnosta|ilahduta|\
auta)\w*|tunnu (?:enää )?miltään|tunne (?:enää )?mitään|tyhjyyttä|turtana|jaksamisen raj\w*|\
äärirajo\w*|pohjalla\b)
(?:itk(?:en|in|enyt|eä|ettää|etti|emään|uun|eskel)\w*|kyynel\w*) (?:\w+ ){0,4}(?:ennen|jälkeen|\
autossa|vessassa|kotona|töissä|joka|aina|matkalla|työpäiv\w*|töihin|aamu\w*|ilta\w*|yö\w*|\
työmatk\w*|taas|koko|pukuhuon\w*|varastoss\w*|kaapissa|salaa|usein|iltaisin)\b
(?:joka|ennen|autossa|vessassa|aamui\w*|iltai\w*|öisin|töissä|salaa|taas) (?:\w+ \
){0,3}(?:itk(?:en|in|enyt|eä|ettää|etti)|kyynel)\w*
(?:pelkään|pelottaa|kauhistut\w*|ahdistaa|oksettaa|oksensin|oksennan|tärisen|vapisen|paniikki) \
(?:\w+ ){0,3}(?:töihin|maanant\w*|aamulla|pomo\w*|esihenkilö\w*|esimies\w*|lähteä|mennä|tulla|\
joka aamu|ennen (?:työ|vuoro)\w*|työvuoro\w*|puhelim\w*|sunnunta\w*|jo pelkkä|työpaik\w*)
(?:haluan|haluaisin|toivon|toivoisin|tekisi mieli|voisin|ajattel\w*|mietin|miettinyt|parempi|\
lopettaisin|päättää) (?:\w+ ){0,4}(?:kuolla|kuolis\w*|kuollut|kuolem\w*|kadota|lopettaa \
(?:kaiken|elämäni|tämän kaiken)|nukahtaa pois|päättää päiväni|etten (?:herää|heräisi|olisi)|\
olla (?:poissa|kuollut)|ilman minua|hypätä|itsemur\w*|satuttaa itseäni|ajaa (?:rekan|ojaan|\
puuhun|kolarin)|päiväni)\b
(?:vihaan itseäni|elämä(?:ni|llä)? (?:\w+ )?(?:ei ole|merkity|turha|arvo|mielt)\w*|ei (?:ole \
)?(?:mitään )?(?:syytä|järkeä|mieltä|väliä) (?:\w+ )?(?:elää|jatkaa|enää|herätä|onko mua)\b|\
painajai\w*|valvon (?:yöt|öisin|kaikki|joka)\w*|\
sydän (?:hakkaa|takoo|jyskyt)\w*|rintaa puristaa|rintaa ahdistaa|ei ulospääsyä|viiltel\w*|\
kukaan ei (?:kaipaisi|huomaisi|välittäisi))
""",
        r"""!ilost|naur(?:oin|u|aen)|onnesta|liikutuks|kahvi|akku|paperi on|helpotuk|sipul|\
asiak\w+ \
itki|ei jaksa(?:nut)? jonottaa""",
    ),
    (
        r"""(?:asiak|hän|mies|nai|rouva|kolleg|työkaver|nuor|oppila|opiskel|poik|tyttö|soittaj|\
vanhu|\
äiti|isä|hakija|asuka|työnhak|potila|kävij|se\b)""",
        r"""
(?:tappa\w* itsen\w*|itsemur\w*|itsetuh\w*|päättää (?:päivän|elämän)\w*|lopettaa (?:elämän|\
kaiken)\w*|hirtt\w*|(?:halua|haluais|jaksa|jaksais|tahdo|jaksanut|halunnut)\w* (?:enää \
)?(?:elää|olla elossa|herätä)|elää enää|haluaa (?:vain )?kuolla|haluaisi kuolla|\
haluavansa kuolla|olisi parempi (?:kuollee|pois)\w*|parempi kuollee\w*|elämä\w* (?:\w+ )?(?:ei \
ole (?:\w+ )?(?:elämisen|mitään)|ei enää (?:\w+ )?(?:merkit|mieltä|arvo))\w*|hyvästi\w*kirj\w*|\
jäähyväis\w*|hypp(?:ää|ääv)\w* (?:sillal|juna|katol|parvek)\w*|hypätä\w* (?:sillal|juna|alas|\
parvek|katol)\w*|\
ei ole (?:\w+ )?(?:syytä|mitään syytä) elää|satutta\w* itse\w*|viilte\w*|kyllästyny\w* elämään|\
väsynyt elämään|ei heräisi (?:enää|aamul)\w*)
""",
    ),
)
