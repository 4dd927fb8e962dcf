"""What tells of wrongs and lost data in Finnish: words that stand together."""

from coaching.rules.told_together import Kind

_RECORDS = r"""
(?:\w*tieto\w*|\w*tied(?:ot|oi)\w*|\w*rekister\w*|\w*järjestelm\w*|\w*asiakirj\w*|\w*papere\w*|\
\w*paperi\w*|\
\w*kansio\w*|\w*hakemu\w+|\w*päätök\w+|\w*päätös\w*|\w*kertomu\w+|\w*kirje\w*|\w*osoite\w*|\
\w*osoitt\w+|\
\w*lasku\w*|\w*lomak\w+|\w*liitte\w*|\w*todistu\w+|\w*tulot|\w*merkin\w+|\w*lausun\w+|\
\w*dokument\w*|\
\w*tiedosto\w*|\w*listan?\b|\w*sähköposti\w*|\w*suunnitelm\w+|\w*sopimu\w+)
"""

DATA_PROTECTION: tuple[Kind, ...] = (
    # Looked at without a reason.
    (
        r"""
(?:kats\w*|kuikui\w*|kurk(?:is|ki|kasi|isti)\w*|urk(?:ki|i)\w*|luk(?:i|ee|en|ea|enut|emas|emaan|\
eneet)\w*|selai?l\w*|selas\w*|hak(?:i|enut|ee|ea|emas)\w*|tarkist\w*|avas\w*|avaa\w*|avan\w*|\
tutki\w*|penk(?:oi|oo)\w*|nuuski\w*|etsi\w*|kaivo\w*|kaive\w*|vilkais\w*|vilkuil\w*|\
tsek\w*|tsekk\w*|googl\w*|klikk\w*|käv(?:i|in|nyt) (?:\w+ )?(?:katso|luke|tutki)\w*|selvitt\w*)\b
""",
        _RECORDS,
        r"""
(?:uteliai\w*|utelia\w*|huvik\w*|huvin vuok\w*|mielenkiinno\w*|kiinnostu\w*|tylsyy\w*|ilman \
(?:syytä|lupaa|perust\w*|asiaa|oikeut\w*|asiakassuh\w*|tarvet\w*|työt\w*)|luvatta|ei (?:ollut |\
ole )?(?:\w+ )?(?:oikeut\w*|kuulu\w*|asiaa|lupaa|hänen asiak\w*)|eivät kuulu\w*|\
\w*naapuri\w*|eksä\w*|exä\w*|exän\w*|ex-\w+|entis\w+|sisko\w*|veljen\w*|serk(?:un|ku)\w*|\
anop\w*|anoppi\w*|appiuk\w*|kaverin\w*|ystävän\w*|tuttu\w*|tutun\w*|sukulai\w*|julkk\w*|\
kuuluis\w*|tunnet\w+ (?:henkil|laula|näytt|polii|urh)\w*|poliitik\w*|kansanedust\w*|\
jääkiekko\w*|miesystäv\w*|\
poikaystäv\w*|tyttöystäv\w*|treffi\w*|vuokraisän\w*|kollegan (?:tieto|papere|palk|sairau|\
omia)\w*|työkaverin(?:sa|i)? (?:tieto|tiedo|palk|papere)\w*|omia tietoj\w*|äitins\w*|isäns\w*|\
ilkeyttä\w*|tinder\w*)
""",
        r"!pyynnöstä|kanssa|mielenkiinto|valtuu|avusta|puolesta|pyysi",
    ),
    # Sent to the wrong one, or left lying about.
    (
        _RECORDS,
        r"""
(?:väärä(?:lle|än|ssä|ltä|t|llä|n)?\b|vääri(?:in|lle)\b|toise(?:lle|n) (?:asiak|perh|hakij|\
potil|henk|ihm|oppil|naise|miehe|vanhem|hakem|asuk)\w*|toiselle\b|aivan toiselle|jonkun (?:muun|\
toisen)|ihan muu\w*|eri (?:ihmis|asiakk|perhe|henkilö)\w*|\
vieraalle|ulkopuoli\w*|sivulli\w*|naapuriin|entiselle|sekai?sin|vaihtu\w*|whatsapp\w*|\
facebook\w*|insta\w*|some(?:en|ssa)\b|omaan (?:sähköp|gmail|puhelim|kännyk)\w*|omalla puhel\w*|\
gmail\w*|yksityis\w* (?:sähköp|puhel)\w*|chatgpt\w*|tekoäly\w*|toimittaj\w*|lehdis\w*)
(?:jä(?:i|ivät|tettiin|tetty|tin|tti|änyt|äneet)\w*|unoh(?:tu|di|det)\w*|loju\w*|löyty\w*|\
kato(?:si|nnu)\w*|hävi(?:si|nny)\w*|huk(?:ku|ka|at)\w*|varastet\w*|pudo\w*|tippu\w*|heitet\w*|\
heitti\w*|makas\w*) (?:\w+ ){0,4}(?:pöyd\w*|tiski\w*|bussi\w*|juna\w*|juni\w*|raitiovau\w*|\
ratika\w*|\
metro\w*|auto\w*|taksi\w*|kahvi\w*|tulosti\w*|printteri\w*|kopio\w*|roski\w*|paperinker\w*|\
käytäv\w*|odotustil\w*|odotusaul\w*|aula\w*|vessa\w*|neukkari\w*|kokoushuo\w*|penki\w*|\
keitti\w*|ikkunal\w*|sohva\w*|kadul\w*|näkyv\w*|esille|esillä|kaikkien|lattial\w*|pihalle|\
parkki\w*)
(?:pöydä|tiski|bussi|juna|ratika|auto|taksi|kahvi|tulosti|printteri|kopio|roski|käytäv|odotus|\
aula|neukkari|kokoushuo)\w* (?:\w+ ){0,3}(?:jäi|jäivät|unohtu|loju|löyty|makas|jätet)\w*
""",
        r"""!oman (?:avai|takki|laukku|kirjan)|löytötav|esittei|esite|asiakas (?:oli )?(?:hukan|\
unoht|\
hukkas|kadot)|väärä lomake|väärän lomak|väärä liit|väärällä lomak|hän(?:eltä)? (?:oli \
)?(?:hukan|unoht|hukkas|katos)|väärä osoite (?:netis|kartal)""",
    ),
    # Screens, passwords, photos, talk.
    (
        r"""(?:näyttö|näytöl|näytön|näytöst|ruutu|ruudu|tietokone|kone\b|kone(?:en|elt|el)|\
päät(?:e|\
teel|teen)|läppär|istunto|järjestelmä|monitor|sessio)""",
        r"""(?:auki|avoin|avoinna|avoimena|lukitsematt|lukitsem|lukko|kirjautun|näky|näkyvi|\
näkyä|näki|\
luke(?:a|ma)|kaikkien|kirjautuneena|jäi (?:päälle|auki)|käännet)""",
        r"""(?:tie(?:do|to)|asiakk|potila|toisen|toisten|muiden|muut|perhee|kaikk|nime|henkilö|\
sivulli|\
jono|ohikulk|kahvi|lounaa|taukoa|tauon|lukitsem|yön|yöksi|edelli|hetu|kuka tahansa|papere|hakem|\
kollega|työkav)""",
        r"!oma(?:t|n|a|nsa)? (?:hakem|tie|asia)|aukiolo|jonotusnum|vuoronum|hidas|kaatu",
    ),
    (
        r"""(?:salasan|tunnus\b|tunnuks|kirjautumis|pin-?koo|toimikort|kulkukort|virkakort|\
avainkor|\
kulkulätk)""",
        r"""
(?:jae(?:taan|ttu)|jaettiin|jakoi|jakaa|laina\w*|anto\w*|antaa|anno\w*|sain|lapul\w*|lappu\w*|\
post-it\w*|tarral\w*|teipat\w*|näppäim\w*|seinä\w*|valkotaul\w*|kaikki (?:tietä|käyt)\w*|koko \
tiimi|samoja|samaa|samat|yhtei\w*|mun\b|minun|toisen|kollegan|työkaverin|kirjoitet\w*|\
kirjoit(?:ti|in)|kertoi|kerroin|omilla tunn\w* toi\w*|sijaise\w*|harjoittelij\w*|vaihtanut|\
esillä|näkyvil\w*)
""",
        r"""!asiak\w+ (?:oli )?(?:unoht|ei muist|hukka|tarvit)|kirjastokort|verkkopank|\
pankkitunn|\
oman(?:sa)?|uuden|vaihta|ohje""",
    ),
    (
        r"""(?:kuva(?:n|t|si|sin|ttiin|nnut|a|lla|ili|aa|nsa)?\b|kuvia|valokuv|kännykkäkuv|\
video|\
nauhoit|äänit|kuvakaappau|screenshot|selfie|filma)""",
        r"""(?:asiak|potila|henkilökort|passi|ajokort|hakemu|papere|asiakirj|lap(?:sest|si)|\
oppila|\
näytö|päätök|tiedo|asukka|lausun|kelakor)""",
        r"""(?:puhelim|känny|whatsapp|ryhmä|lähett|laittoi|jakoi|julkais|some|facebook|insta|\
tiktok|\
salaa|luvatta|ilman lup|kaverei|nauro|naur|perhee|omaan|omalla|storyyn|snap)""",
        r"!passikuv|luvan kanssa|suostumu|pyysi luvan|itse otti",
    ),
    (
        r"""(?:puhu|kerto|kerro|juoru|huutel|huusi|jutel|juttel|luki ääneen|luettel|lörpöt|\
paljast|\
mainits|nauro|kuuli|kuului|keskustel|naurettiin|vuota|vuoti|vuoto)""",
        r"""(?:asiak\w+ (?:\w+ )?(?:asi|tie|nim|velo|ongel|avioer|tilan|tulo|osoit|terv|diagn|\
perh|\
salai|hakem|hetu|henkilötun|taust|vaivo)|potila\w+ (?:\w+ )?(?:asi|tie|nim|terv|diag)|(?:perhee|\
oppilaa|asukkaa|hakija)\w* (?:\w+ )?(?:asi|tie|velo|nim|ongel|tilan)|nimillä|henkilötunnu|\
hetu)""",
        r"""(?:bussi|juna|hissi|käytäv|kahvi|lounaa|ruokal|kotona|kaverei|kaveril|puolisol|\
miehelle|\
vaimol|ystäv|ääneen|kaikkien|kuulte|jono|kuuli|odotus|aulas|baari|juhli|naapur|kovaan|muut|\
ulkopuol|toimittaj|saunas|harrast)""",
        r"!kahvihuoneessa ei|omista asioist|omia asioi",
    ),
)

_AT_WORK = r"""
(?:esihenkil|esimie|pomo|johtaj|työkaver|kolleg|päällik|vetäj|virkamie|rehtori|hoitaj|meillä|\
meidän|joku meistä|tiimi|opettaj|ohjaaj|sijai|urakoits|toimittaj|lähijoht|työpaik|kaupunginjoht|\
kunnanjoht|luottamusm|valtuutet|virkailij|osasto|yksikön|yksikö|toimisto|sihteer|mestari|\
työnjoht|lautakun|taloushenk|kassanhoit|tarkasta|käsittelij|kanslis|isännöits|lautamie|kunna|\
hankinta|mua|minua|minut|minulle|mulle|varatoimi|asiantunt|talouspääl|porukas|hän\b)
"""

MISCONDUCT: tuple[Kind, ...] = (
    (
        _AT_WORK,
        r"""(?:raho|raha|määrärah|budjet|kassa|avustu|pesäm|luottokor|maksukor|firman kor|\
virkamatk|\
työmatk|edustus|lahjoitu|bensakor|varoja|varoil|varat|työaja|laskuu|tilille|tililt|hankin|ostet|\
ostaa|osti)""",
        r"""
(?:oma(?:an|n|a|t|ksi|lle|ia|iin)\b|omiin|mök(?:ki|il|in)\w*|loma(?:matk|n|ll|an|reiss)\w*|\
matkoihin|matkoja|reissu\w*|yksityi\w*|henkilökoh\w*|taskuu\w*|tasku\w*|perheen\w*|vaimons\w*|\
miehens\w*|lapsens\w*|tyttärens\w*|golf\w*|juhli\w*|remont\w*|katoa\w*|kadonnu\w*|kato(?:si|\
nne)\w*|puuttu\w*|häviää|\
hävin\w*|vie\b|vetää väl\w*|kähve\w*|kavals\w*|kuitit? (?:\w+ )?(?:puut|väär|tekai)\w*|lainaa \
kassas\w*|laittoi omaan|pimit\w*|siirtä\w* omal\w*|kirjekuor\w*|ravintola\w*|kylpylä\w*|\
veneen\w*|kaverin|ilman kuitt\w*|ylimääräist\w* tili\w*)
""",
        r"""!asiak\w+ (?:omaa|omat|raha|oma)|omat rahat riitt|omaan asia|omaan tahti|oma(?:an|\
n) vuoro|\
omaa raha|hänen rahans|asiakas (?:maks|osti|pyysi)|remontin (?:ajak|vuok)""",
    ),
    (
        _AT_WORK,
        r"""(?:otta|otti|ottaa|ottanut|vastaanot|sai\b|saa\b|saanut|pyy(?:si|tä)|vaati|\
odotta\w* \
vastapal|antoi|annettiin|sujaut|tarjos|ottivat|hyväksy|maksoi)""",
        r"""(?:lahjo(?:ja|jen)|lahja(?:n|t|kort)\w* (?:\w+ )?(?:asiak|urak|toimit|yrit|vastap)|\
(?:asiak|\
urak|toimit|yrit|hakij)\w+ (?:\w+ )?(?:lahj|raha|konjak|viini|viski|matka|lippu|kirjekuo|\
palkkio)|konjak|viskipul|kirjekuor|vastapalvelu|rahaa (?:\w+ )?(?:asiakk|urakoi|jotta|siitä|\
pöyd|hakij)|ilmais\w+ (?:matk|remon|lipu|illal|loma)|rahat? kouraan|käteis\w+ kouraan|ilman \
kuitt|provisio|palveluksen vastap|voitel)""",
        r"""!kieltäyt|palaut|ei ottanut|ei otettu|en ottanut|suklaa|kukkia|kukat|kiitos|\
eläkkeelle|\
syntymäpäiv|tukea|etuu""",
    ),
    # One's own people.
    (
        r"""(?:esihenkil|esimie|pomo|johtaj|työkaver|kolleg|päällik|vetäj|virkamie|rehtori|\
meillä|\
kunnanjoht|kaupunginjoht|valtuutet|tarkasta|käsittelij|virkailij|osaston|yksikön|lautakun|\
puheenjoht|hankinta|mestari|luottamusm)""",
        r"""(?:palkat|palkkas|palkkaa|valits|valitt|antoi|antaa|annet|myönsi|myönt|saa\b|sai\b|\
suosi|\
suosii|ohi\b|ohitt|nosti|nimitt|osta|osti|tilaa|tilas|teetä|järjest|hoiti|hoitaa|siirsi|luvan|\
paikan|paikka|viran|virka|työn\b|työpaik|urak|sopimu|jonon|jono|asunno|lupa|käsittel|peru|\
mitätö)""",
        r"""(?:(?:oma(?:lle|n|t|nsa)? )?(?:vaimo|miehe|veljen|velje|sisko|siskon|serk|sukulai|\
kaveri|\
ystävä|ystävi|poikansa|pojalle|pojan(?:sa)|tytär|tyttär|lanko|lango|kummi|tuttav|tutui|tutull|\
tuttuj|golfkav|naapurins|puolison|puoliso|anop|veljenpoi|siskonpoi|hyvä veli|perheensä|omille|\
omiaan|miniä|vävy)\w*)""",
        r"""!asiak\w+ (?:vaimo|mies|veli|veljen|sisko|poika|tytär|ystäv|puoliso|kaver)|kanssa \
(?:tuli|\
käv)|suosit(?:tel|us)|hoiti (?:äiti|isä)|auttoi|autta""",
    ),
    # Papers and figures that are not true.
    (
        _AT_WORK,
        r"""(?:väären|vääri?ste|tekai|keksi|muut(?:ti|taa|el|tamaan|et|in)\w*|peukal|kaunis|\
silot|\
sievis|päiväsi? takautu|takautuv|takapäiv|päivä(?:si|ys)|poist(?:i|aa|am|et|ett)|deleto|silppu|\
hävit|tuho(?:si|ta|am|tt)|piilo|salas|salaa|salat|peit(?:t|el)|lakais|allekirjoit|merkits|\
merkkas|merkit|kirja(?:a|si|ma|ttiin|ta|amaa)|lisä(?:si|ä)|valehdel|valehtel|feik|jättää \
(?:kirj|merk)|jätt)""",
        r"""(?:allekirjoitu|nimelläni|nimissäni|nimeni|päiväm|päivät(?:y)|päiväys|luku(?:ja|j|\
ih|a)|\
lukuj|tilasto|pöytäkirj|tunte|tunti|työaj|ylitöi|ylityö|kilometr|matkalasku|kuit|laskuj|laskun|\
todistu|raport|tarkastus|asiakirj|lokit|lokei|todist|valituk|valitu|virhe|virhei|tapaturm|kulu|\
tuloks|käyntej|käynnit|käynte|arvosan|läsnäol|muistio|papere|päätöks|maton alle|poikkeam|\
kirjauk|viestit|sähköposti)""",
        r"""(?:väären|vääri?ste|tekai|keksi|peukal|kaunis|silot|takautu|takapäiv|silppu|hävit|\
tuho|\
piilo|salas|salaa|salat|peit|lakais|valehdel|valehtel|feik|käski|pyysi (?:mua|minua|meitä|muut|\
poist|allekirj)|painosti|vaati (?:mua|minua|meitä)|nimelläni|nimissäni|ei (?:ole )?(?:\w+ \
)?(?:tehty|tehnyt|tapahtun|ollut|käyny)|joita ei|jota ei|jottei|etteivät|toisen (?:nim|puol)|\
puolesta(?:ni)?|jälkikät|ilman lupa)""",
        r"""!asiak\w+ (?:pyysi|oli keksi|keksi)|jälkikäteen kiit|tarkastusaik|piilotet\w+ \
(?:vik|linkk)|\
luvan kanssa""",
    ),
    # Bullied, harassed, discriminated against.
    (
        r"""(?:esihenkil|esimie|pomo|johtaj|työkaver|kolleg|päällik|vetäj|rehtori|tiimi|\
lähijoht|\
työpaik|työyhtei|muut\b|porukas|töissä|meillä|johto|mestari|työnjoh|kahvihuon)""",
        r"""
(?:häirits\w*|ahdist(?:ele|eli|elta|ellut)\w*|kiusa\w*|simput\w*|nöyryyt\w*|nolaa\w*|nola(?:si|\
ttiin)\w*|pilkk\w*|pilkat\w*|naureske\w*|mitätöi\w*|vähättel\w* (?:mua|minua|naisi)\w*|\
huuta(?:a|nut|vat) (?:mul|minul|meil|alais|kaik|palav)\w*|huusi (?:mul|minul|meil|alais|\
kaik)\w*|haukk?u\w*|sulke\w* (?:ulos|ulkop)\w*|\
sulki\w* ulko\w*|ulkopuolelle (?:jät|sulk)\w*|jätetään (?:kutsu|ulkop|pois|tiedo)\w*|jättävät \
(?:mut|minut)|mykkäkoul\w*|syrji\w*|rasis\w*|seksis\w*|seksuaal\w*|kommento\w* (?:\w+ \
)?(?:vartalo|rinto|pukeutum|ulkonä|peppu|kropp|ihonvä|aksent|uskon|hameet|painoa)\w*|kosket\w*|\
koski(?:i)? (?:mua|minua|pep|reite)\w*|\
kouri\w*|lääpp\w*|käsi (?:\w+ )?(?:reide|polvel|pepul|takapuol)\w*|(?:tuhm|kaksimiel|rivo)\w* \
(?:vits|viest|juttu|puh)\w*|pyyt\w* (?:\w+ )?(?:hotelli|treffe|kotiinsa|illalliselle kahden)\w*|\
uhka\w* (?:\w+ )?(?:potku|irtisan|siirto|siirtää)\w*|koska (?:olen|hän on|oon) (?:\w+ \
)?(?:nainen|ulkomaal\w*|maahanm\w*|muslim\w*|homo|lesbo|\
liian vanha|vanha|romani|raskaana|musta|tummaih\w*|venäläi\w*|vammai\w*)|savust\w*|juoruaa \
musta|levittää juoru\w*|kostaa (?:mulle|minulle)|kosti\b|pakot(?:ti|taa) (?:mut|minut|meidät)|\
painost\w*|tekee elämä\w* helvet\w*|alista\w*|n-sana\w*|nimittel\w*)
""",
        r"""!asiak\w+ (?:huusi|haukk|huut)|häiritsev(?:ä|ää) (?:melu|ään)|rehtori käsit|\
kiusaamisesta \
(?:kurss|koulut)|koulussa kiusa|kosketusnäyt|häiritsee kesk""",
    ),
)
