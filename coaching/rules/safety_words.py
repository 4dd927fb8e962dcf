"""Words that tell of threats, of violence and of distress.

One line is one or more patterns in lower case; a backslash at the end goes on with the next line.
Nobody tells in which language a text is, so all are looked through for every text.
"""

# Threats, blows, and people who follow others; threats to complain are none.
VIOLENCE = r"""
uhkail\w+|uhattiin|uhattu\b|tappouhk\w*|pommiuhk\w*|väkivallalla|uhkaus\w*|uhkauk\w+
(?:uhkas|uhkaa)\w* (?:\w+ ){0,4}(?:tappa|lyö|hakka|hakat|puukot|ampu|poltta|satut|kosta|tuho|\
räjäyt|käydä|vetää)
(?:uhkas|uhkaa)\w* (?:mua|minua|meitä|kolleg\w+|työkaver\w+|vartij\w+|henkilökun\w+|lapsia\w*)
uhkaava(?:sti|ksi|a|n)?\b(?! näkö)
(?:asiakas|hän|se|mies|nainen|tyyppi) uhkasi (?:tulla|että|palata)
tap(?:an|paa|etaan|amme|pavansa|paisi) (?:\w+ )?(?:mut|minut|mua|minua|sut|sinut|teidät|meidät|\
kaikki|hänet|jonkun|sen|koko)
tappavansa (?!its)
(?:löi|lyö|löivät|lyönyt|lyödä|lyömään|lyömällä) (?:\w+ ){0,2}(?:mua|minua|häntä|kolleg\w+|\
työkaver\w+|vartij\w+|nyrki\w+|kasvo\w+|naama\w*|päähän|vaimo\w+|last\w+|ohjaaj\w+|hoitaj\w+|\
opetta\w+)
(?:löi|lyö|iski|paiskasi|hakkasi|heitti) (?:\w+ )?(?:nyrk\w+|käde\w+ (?:pöytä|tiski|lasi)\w*|\
tuolin|pullon)
nyrk(?:ki|in|illä|eillä|kiä|it)\b|turpa(?:an|ani)\b|turpiin|kuonoon|lättyyn|köniin
potk(?:i|ii|aisi|as|aisee|inut|aissut) (?:\w+ )?(?:mua|minua|häntä|kolleg\w+|ove\w+|tiski\w*|\
työkaver\w+|jalka\w+|polve\w+|vartij\w+)
tönä(?:isi|s|issyt|isee)|tönittiin|töni(?:i|nyt)?\b|tuuppas\w*
(?:kävi|käy|käynyt|käymään|kävivät|hyökkäs\w*|hyökkä\w+) (?:\w+ ){0,2}(?:kiinni|päälle|käsiksi|\
kimppuun|kurkkuun|silmille)
hyökkäs\w*|käsiksi\b|kuristi|kuristaa|repi (?:mua|minua|hiuksista|vaattei\w+|paida\w+)
raapi (?:mua|minua|käsi\w*)
(?:tarttui|nappasi|otti|tarrasi) (?:\w+ ){0,2}(?:kädestä|käsivar\w+|kurkusta|rinnuks\w+|\
niskasta|hiuksista|ranteesta|kauluks\w+)
puri (?:mua|minua|kolleg\w+|kät\w+|käde\w+|käsi\w+|hoitaj\w+)
(?:sylki|sylkäisi|sylkäs|sylkee|räki) (?:\w+ ){0,2}(?:päälle\w*|naama\w+|kasvo\w+|päin|mua|\
minua|silmi\w+|kohti)
(?:heitti|heitteli|paiskasi|viskasi|heitettiin|nakkasi) (?:\w+ ){0,3}(?:päin|kohti|päälleni|\
päähän\w*|naama\w+|perääni|päälle)
(?:veti|otti|kaivoi|näytti|heilutti|esitteli|kaivaa) (?:\w+ ){0,3}(?:veits\w+|puuk\w+|aseen|\
asetta|pistool\w+|kirve\w+|vasara\w+)
puukko\b|puukon\b|puukolla|puukot\w+|puukko(?:a|nsa|taskussa)\b|teräase\w*|veitsi kädessä
veitsellä (?:uhka|huito|heilu)\w*|aseella (?:uhka|osoit)\w*
pahoinpi\w+|väkivaltai\w+|väkivaltatilan\w+
(?:fyysis\w+|henkis\w+|käyttä\w+|käytti|kokenut|koki) väkivalta\w*
(?:tietää|tietävänsä|tiedän|tiesi|selvittä\w+|selvitti) (?:\w+ )?missä (?:mä |minä |sä |sinä |\
me |te |mun |lapse\w+ )*(?:asu\w*|käy\w*|lapse\w*|perhe\w*|koti\w*)
(?:odot\w+|väijy\w+) (?:mua|minua|meitä|ulkona|parkki\w+|ovella kun pääs\w+)(?: (?:ulkona|\
parkki\w+|pihalla|autolla))
(?:seuras\w*|seurannut|seuraa) (?:mua|minua) (?:kotiin|autolle|parkki\w*|bussi\w*|pysäk\w+|ulos)
vaino(?:aa|nnut|si|tuksi)\b|stalkk\w+
(?:kosta\w*) (?:mulle|minulle|meille|tämän|vielä)|lupa(?:si|a) kostaa
(?:hakkas\w*|hakkaa|hakataan|hakattiin|hakata|piekse\w*|pieksi|pieksä\w+) (?:mua|minut|minua|\
mut|häntä|hänet|vaimo\w+|last\w+|kolleg\w+|ove\w+|sut|teidät)
mies hakkaa
(?:kähmi|kouri|lääppi|puristi)\w* (?:\w+ )?(?:mua|minua|takapuol\w+|perse\w+|rinno\w+|kolleg\w+|\
reit\w+)
raiska\w+|satut(?:an|taa|ti) (?:mua|minua|sua|teitä|jotakuta|kolleg\w+|jonkun)
polttaa (?:\w+ )?(?:tämän|koko|toimiston|talon|paikan|kaiken)|pommi(?:n|lla)?\b|räjäyttää
käyttäyty\w* (?:\w+ )?(?:uhkaav\w+|väkival\w+|aggressiivisesti)
(?:hotade|hotar|hotat|hota|hotas|hotad|hotades|hotats)(?: (?:mig|oss|henne|honom|dem|min|mina|\
en|vår|vakten|personalen|kolleg\w*|med (?:kniv|våld|stryk|att (?:döda|slå|komma|skada)))|\
 att (?:\w+ )?(?:döda|slå|komma|skada|bränna|ha ihjäl|spränga|sticka|knivhugga|krossa|hitta|\
leta|hämnas|mörda|skjuta))
(?:blev|blivit|blir|känt mig|kände mig|känner mig|kände jag mig) (?:\w+ )?hotad|hotful\w+
hotels\w+|(?:mord|död|bomb)s?hot\w*|hot (?:om|mot)\b|hot och våld mot
(?:döda|mörda|skjuta|skada|knivhugga) (?:mig|oss|dig|er|henne|honom|alla|allihop|någon|min\w*|\
personal\w*|dem)
(?:slå|slog|slagit|ha|hade) ihjäl(?! tid)
(?:slog|slår|slagit|slå) (?:till )?(?:mig|henne|honom|min kolleg\w*|en kolleg\w*|vakten|sin \w+|\
barnen|frun|läraren|skötaren) (?:i|på|med|rakt|mitt|över|gul|så)\b
(?:slog|slår|slagit) (?:till (?:mig|henne|honom|min|en|vakten)|näven|knytnäv\w*|handen i|sönder|\
sin (?:fru|sambo|son|dotter|man)|barnen|ner (?:en|min|vakten|honom|henne))
knytnäv\w*|slagsmål\w*
(?:sparka(?:de|t|r)) (?:\w+ )?(?:mig|till|på|i|dörren|henne|honom|kolleg\w*|omkull|vakten|\
disken)
knuffa\w*|puttade (?:mig|henne|honom|min)
(?:tog|tar|tagit|grep|högg|drog) (?:\w+ )?(?:tag|strypgrepp|ett grepp) (?:i|om|runt|på)
(?:högg|drog) (?:\w+ )?i (?:hår|arm|krag)\w*|ströp\b|strypt\w*|stryper|strypa
(?:bet|biter|bitit|klöste|rev) (?:mig|henne|honom|min|en kolleg\w*|kolleg\w*|läraren|skötaren)
spotta\w* (?:på|mig|i|åt|efter|mot)|nypte mig
(?:kasta|slängde|slängt|slänger|vräkte)\w* (?:\w+ ){0,3}(?:på|mot|efter|i|åt) (?:mig|oss|min|\
henne|honom|en kolleg\w*|kolleg\w*|ansikt\w*|huvud\w*)
kniv(?:en|ar|hot\w*|hugg\w*)?\b|pistol\w*|vapen\b|vapnet|yxa\b|misshand\w+|våldsam\w*
(?:med|utsatt\w* för|fysiskt|använd\w*|tog till) våld\b|överföll\w*|överfall\w*|attackera\w*
gick (?:till attack|loss på|på min|på mig)|flög på
vet var (?:jag|du|ni|vi|mina|dina|min|hon|han)\b|följde efter mig|följt efter mig|förfölj\w+
förföljd\w*|stalka\w*|hämnas (?:på )?(?:mig|oss)|ska hämnas|få stryk|på käften
väntar på mig utanför|väntade på mig (?:utanför|vid bilen|på parkeringen)
bränna (?:ner|upp)|spränga\b|tafsa\w*|våldt\w+|ofreda\w*|tog mig på (?:rumpan|brösten|låret)
threat(?:en|ens|ened|ening)? (?:me|us|him|her|my|our|them|staff|the|a|one|another|everyone|\
to (?:\w+ )?(?:kill|hit|hurt|stab|punch|burn|come|find|shoot|beat|attack|follow|wait|smash|slap|\
harm|set))\b
threatening (?:behavio\w*|manner|way|voice|message|letter|call|note|gesture|language)
(?:was|is|were|felt|feel|got|became|very|quite|turned|so|really) threaten(?:ed|ing)\b
threats? (?:of|against|at)\b
(?:death|bomb|made|making|received|got|several|physical|verbal) threats?\b
kill(?:ing|s)? (?:me|us|you|him|her|them|everyone|everybody|all|someone|somebody|my|the staff|\
staff|one of us)\b
(?:hit|hits|hitting|slapped|punched|kicked|shoved|pushed|choked|strangled|scratched|beat|beats|\
attacked|assaulted|headbutted|stabbed|bit|grabbed|groped|touched up|elbowed|whacked|\
struck) (?:me|us|him|her|my|our|them|a colleague|another|the (?:guard|security|nurse|teacher|\
clerk|worker|driver|counter|glass|door|desk|screen|carer|librarian)|one of (?:us|the|my|our)|\
someone|somebody|his (?:wife|son|girlfriend|partner|kids)|staff|hold)\b
(?:punched|punch|fists?\b|slammed his fist|slammed her fist|lunged|assault\w*|strangl\w*|\
spat (?:at|on|in)|spitting (?:at|on)|went for (?:me|my|him|her)|came at (?:me|us|my)|\
laid (?:a )?hands on|raised (?:his|her) (?:hand|fist) (?:at|to))
(?:threw|throws|throwing|hurled|chucked|lobbed|flung) (?:\w+ ){1,4}(?:at|towards|over) (?:me|us|\
my|her|him|the (?:counter|window|guard|nurse|desk)|a colleague|one of)\b
(?:pulled|had|with|waving|waved|drew|showed|carrying|got|produced) (?:\w+ ){0,2}(?:knife|gun|\
weapon|machete|axe|hammer|blade)\b
(?:violent|violently)\b|(?:physical|of|with|use|used|against|towards) violence\b
(?:knows?|find out|found out|figure out) where (?:i|you|we|my|she|he|your) (?:live|park|kids|\
child|sleep|house|famil|go|work)\w*
follow(?:s|ed|ing) me (?:home|to|out|around)|stalk(?:s|ed|ing|er)\b|beat(?:en)? (?:\w+ )?up\b
burn (?:\w+ )?(?:the place|this place|the office|the building|it down|down)
smash (?:my|your|our|his) (?:face|head|car|teeth)
(?:hurt|harm) (?:me|us|you|my|someone|somebody|one of us)\b
wait(?:s|ing|ed)? for (?:me|us|you) (?:outside|after|by my car|in the car park)|grop(?:ed|ing)
molest\w*|rap(?:ed|ist)\b|come after (?:me|us|you)|watch (?:your|my) back
(?:tuli|hyppäsi|kiipesi|loikkasi) (?:\w+ )?tiskin yli
sai (?:mua|minua|kolleg\w+) (?:\w+ )?kiinni|pidä(?: vaan)? varasi
varo(?:kin| vaan| vain| selustaasi)|lukittautu\w*|lukitsin (?:\w+ )?(?:oven|itseni)
lukitsimme (?:\w+ )?oven|piilouduin|riehu\w*|raivostu\w+ ja|sekosi tiskillä
(?:viskoi|heitteli|paiskoi|rikkoi|hajotti|potki) (?:\w+ )?(?:tavar|paikko|tuole|tuolin|ikkuna|\
lasi|ove|näytö|kalust)\w*
osui (?:\w+ )?(?:mua|minua|kolleg\w+|työkaver\w+|päähän\w*|naama\w*)
(?:soit|häly|kutsu|tilas)\w* (?:\w+ )?(?:poliisi|vartija)\w*
poliisi (?:\w+ )?(?:haki|vei|tuli|talutti)|häly(?:tys|ytys)nap\w*|hälytyspainik\w*
pelkäsin (?:henkeni|että (?:hän|se) (?:lyö|käy|tekee))
(?:haukku|huoritt|nimitt|solva|kutsui)\w* (?:mua|minua|meitä|kolleg\w+) (?:\w+ )?(?:huora|lehmä|\
idioot|ämmä|natsi|rasist|neeker|matu|vitu|saatana)\w*
huoritteli|kom över disken|hoppade över disken|fick tag i (?:min|mig|mitt)
(?:passa|akta) (?:mig|dig|er)\b|låsa? (?:in )?(?:mig|oss)\b|låste (?:in )?(?:mig|oss|dörren om)
gömde (?:mig|oss)|amok\b|bärsärk\w*|rasade loss
(?:kastade|slängde|välte) (?:\w+ )?(?:saker|stol\w*|bord\w*|grejer)
träffade (?:\w+ )?(?:mig|min kolleg\w*|kollegan) (?:i|på)|slog sönder
(?:ringde|ringa|larmade|tillkalla\w*|kallade på) (?:\w+ )?(?:polis|vakt|väktar|ordningsv)\w*
polisen (?:\w+ )?(?:hämta|kom|förde)\w*|överfallslarm\w*
rädd för (?:mitt liv|att (?:han|hon) (?:skulle|ska) slå)
kalla(?:de|t) mig (?:\w+ )?(?:hora|idiot|kärring|nazist|rasist|jävla|svin|fitta)
(?:came|climbed|jumped|leapt|reached) over the (?:counter|desk)|got hold of (?:my|me)
watch (?:myself|yourself|it or|out or)|lock(?:ed|ing)? (?:myself|ourselves|me in)
hid(?:e|ing)? (?:in|under|behind) (?:the )?(?:back|desk|counter)|berserk|rampage\w*
went (?:mad|crazy) (?:at|and)
(?:threw|flung|hurled|tossed|kicked) (?:things|chairs|a chair|stuff|the chair|over)
smashed (?:the|a|up|his)|trashed (?:the|our)|hit my colleague|hit (?:me|her|him) (?:on|in) the
(?:called|rang|phoned|had to call|call) (?:\w+ )?(?:the )?(?:police|security|cops)\b
police (?:\w+ )?(?:took|came|arrest|remov)\w*|panic (?:button|alarm)
(?:feared|scared|afraid|frightened|fear) for (?:my|our|her|his) (?:life|lives|safety)
(?:called|calling) (?:me|her|him|us) (?:a |an )?(?:\w+ )?(?:bitch|whore|idiot|cow|slut|nazi|\
racist|cunt|moron)
kannattaa varoa|(?:parasta|syytä|paras) varoa|rekisterinumero\w* (?:\w+ )?(?:ja|tiede|muist)\w*
(?:tietää|muistaa|tiesi) (?:\w+ )?(?:autoni|autosi|autonsa|kotiosoit|osoittee|lasteni)\w*
nyrki\w+|pyssy\w*|haulik\w*|kivääri\w*|ampuu|ampua|ammun|aseistau\w*|uhosi\w*|uhoaa
(?:tönäis|töni|työns|painoi|paiskas|heitti|löi|repi|tarras|raahas)\w* (?:mut|minut|mua|minua|\
hänet|häntä|kolleg\w+|meidät|vartija\w*) (?:\w+ )?(?:seinä|lattia|maa|ove|vasten|nurk|portai|\
kiinni)\w*
silmäkulma\w* (?:auki|turv)|mustan silmän|musta silmä\w*|otti kiinni (?:mua|minua|mun|minun)
lähenteli|kosketteli|(?:löi|löivät|lyönyt|lyö)(?= (?:ja|kun|mutta|niin|$|[.!]))|läimäis\w*
läimäy\w*|läpsäi\w*|nipist\w* (?:mua|minua|hoitaj\w*)|väänsi (?:\w+ )?(?:käde|sorme|ranne)\w*
käteni mustelm\w*|mustelmi\w*|sain (?:turpaan|iskun|osuman|lyönnin|nyrk\w*)
rikkoi (?:ikkunan|oven|lasin|näytön|tiskin)|tappo\w*|tapp(?:aa|avan|aisin|aisi) (?!aika)|henkeni
hengen(?:vaara|menetys)\w*|akta (?:mig|dig|oss|er)
(?:bilnummer|registreringsnummer|bilnumret|hemadress|adressen)\w* (?:\w+ )?(?:och|utantill|min)
(?:vet|visste|känner till) (?:\w+ )?(?:mitt bilnummer|vilken bil|min adress|vår adress|var mina)
smäll (?:i|på|över|rakt)
(?:fick|får|fått) (?:en )?(?:smäll|snyting|örfil|käftsmäll|spark|knuff|stöt|lavett)\w*|bössa\w*
gevär\w*|hagelb\w*|skjut(?:a|er|it) (?:mig|oss|dig|skarpt|ner)
(?:tryckte|pressade|knuffade|slängde|kastade|drog|släpade|puttade) (?:\w+ )?(?:mig|honom|henne|\
min kolleg\w*|oss)\b (?:\w+ )?(?:mot|i|ner|upp|längs|ut|bakåt|omkull)
örfil\w*|blåtira|blått öga|nöp mig|tog på mig|antast\w*|hand(?:gemäng|griplig)\w*
blev (?:slagen|knuffad|sparkad|biten|attackerad|jagad|antastad|angripen|överfallen)
jagade (?:mig|oss|min)|hytte med näven|höjde (?:handen|näven) mot|sprang efter mig
krossade (?:rutan|glaset|fönstret|skärmen)|(?:number|licence|license) plate
(?:had|'d) better (?:be careful|watch|look out|be scared)
(?:got|took|gave) (?:me |him |her )?(?:a |an )?(?:fist|punch|elbow|slap|kick|thump|shove|\
black eye|smack|beating|headbutt)\w*
shotgun|rifle|firearm|shoot (?:me|us|you|up|the)|shot at|pinned (?:me|her|him|us)
(?:pushed|pressed|shoved|threw|slammed|dragged|pulled|forced) (?:me|her|him|us|\
my colleague) (?:\w+ )?(?:against|into|onto|down|to the|by|over|out)
black eye|pinched (?:me|my)|cornered (?:me|us|her)|blocked (?:my|the) (?:way|exit|door)
(?:raised|shook) (?:his|her) fist|chased (?:me|us|my)|charged at|swung at|swings? at
took a swing|went to hit|spat\b|intimidat\w*|menac\w*|hostage\w*
was (?:hit|punched|kicked|attacked|assaulted|bitten|slapped|shoved|pushed|stabbed|followed home|\
spat)\b
got (?:hit|punched|kicked|attacked|assaulted|bitten|slapped|threatened)\b
"""

NO_VIOLENCE = r"""
(?:uhkail|uhkas|uhkaa)\w* (?:\w+ )?(?:valit|oikeu|lehd|asianaj|laki|kantel|some|reklamaa|unoht|\
myöhäst|jäädä|loppua|sade|satee)\w*
(?:valituksella|oikeudella|lehdellä|lehdistöllä|asianajajalla|kantelulla|somella) (?:uhkail|\
uhkas)\w*
(?:lähisuhde|perhe)väkival\w+|väkivaltatyö\w*|uhka- ja väkivalta\w*|hot- och våld\w*
väkivallattom\w*
(?:it|that|this|what|one thing|suddenly) (?:struck|hit) me (?:that|how|as|when)\b
(?:struck|hit) me (?:that|how)
(?:beat|beats) (?:us|me|them) to\b|pushed (?:me|us|him|her) to (?:try|think|ask|learn|do|go)
touched my heart|hit (?:me|us|my|our) (?:target|goal)s?
domestic violence|violence prevention|våldsförebygg\w*
"""

# What somebody says of themselves; whose life is in danger may be anybody.
DISTRESS = r"""
en (?:\w+ ){0,3}(?:jaksa|kestä|selviä|pärjää|pysty|jaksais) (?:\w+ ){0,2}(?:enää|tätä|elää|\
elämää|näin|kauaa|kauan|töissä)\b
en enää (?:\w+ )?(?:jaksa|kestä|pysty|selviä|näe|halua)\w*|emmä (?:enää )?jaksa
(?:mä|minä|musta|minusta) (?:\w+ )?ei(?: enää)? (?:jaksa|pysty|ole tähän)
en (?:vaan |vain )?jaksa\b(?= ?(?:$|[.!,]))
(?:voimat|voimani|jaksaminen|jaksamiseni) (?:\w+ )?(?:lopussa|loppu|lopu|loppuivat|vähissä|\
ihan lopussa|rajoilla|koetuksella)
(?:olen|oon|olin|tunnen olevani) (?:\w+ )?(?:loppu|rikki|hajalla|lopussa|palasina|romuna|\
hajoamassa|uuvuksissa|loppuun palanut|epätoivoinen|toivoton|arvoton)\b
itke(?:n|skelen|ttää)\b
itkin (?:\w+ )?(?:joka|vessa\w+|koto\w+|auto\w+|töi\w+|työ\w+|koko|illal\w*|yöl\w*|kotimatkalla|\
pukuhuone\w*|aamul\w*)
itku (?:\w+ )?(?:tulee|tuli|kurkussa|silmässä|herkässä|pääsi)
(?:pelottaa|pelkään|pelkäsin|ahdistaa|kammoan) (?:\w+ )?(?:tulla|mennä|lähteä|töihin|töissä|\
työvuor\w*|työpaikal\w*|maanantai\w*|esihenkilö\w*|pomo\w*|yksin|huominen|huomista|joka)
(?:minua|mua) (?:\w+ ){0,2}(?:ahdistaa|pelottaa|itkettää|oksettaa)
ahdistaa (?:\w+ )?(?:ihan|koko|niin|hirveästi|että|joka)\b
(?:haluan|haluaisin|halusi|haluaa|haluavansa|toivon|toivoo|toivovansa|tekisi mieli|tekis mieli|\
parempi) (?:\w+ )?(?:kuolla|kuolemaa|kuollut|kuolevansa|lopettaa kaiken|nukkua pois)
en (?:enää )?(?:halua|jaksa) (?:enää )?(?:elää|herätä|olla elossa)
(?:ette|e)i (?:enää )?(?:halua|jaksa|jaksanut|halunnut) (?:enää )?elää
(?:tap(?:an|paa|pavansa|paisi)|satut(?:an|taa|tavansa)|vahingoit\w+) (?:\w+ )?its(?:e|eni|ensä|\
eään)\b
itsemurh\w*|itsetuho\w*|(?:ilman (?:mua|minua)|jos (?:mua|minua) ei) (?:\w+ )?(?:olis|olisi)
(?:en|enkä) (?:\w+ )?(?:saa|saanut|ole saanut) (?:\w+ )?(?:unta|nukuttua)
en (?:ole )?(?:nuku|nukkunut|nukkunu) (?:\w+ )?(?:enää|öisin|viikkoon|kunnolla|päiväkausiin)
valvon (?:yöt|öisin)
(?:kaikki|elämä|mikään|työ) (?:\w+ )?(?:tuntuu|on) (?:\w+ )?(?:turhalta|turhaa|toivottomalta|\
merkityksettömältä|mustaa|yhdentekevää)
millään ei (?:\w+ )?(?:ole|tunnu)|mikään ei (?:\w+ )?(?:tunnu|huvita|auta|kiinnosta enää)
(?:pää|hermot|mä|minä) (?:\w+ )?(?:hajoa\w*|hajoo|räjähtää|pettää|petti)\b|romahd\w+|romahta\w+
murruin|sekoan|olen sekoamassa|burn ?ou\w*|loppuunpala\w*
(?:orkar|klarar|pallar|fixar|mäktar) (?:jag )?(?:\w+ )?inte (?:\w+ ){0,3}(?:längre|mer|mera|med|\
leva|en dag till|fortsätta)\b
står inte ut
jag (?:orkar|klarar|pallar) (?:bara |verkligen |helt enkelt )?inte\b(?! (?:svara|läsa|bära|\
lyfta|skriva|köra|äta))
kan inte mer\b
jag är (?:\w+ )?(?:slut|trasig|knäckt|förstörd|utmattad|helt färdig|förtvivlad|på botten|tom|\
utbränd|ett vrak)\b(?! med)
känner mig (?:\w+ )?(?:värdelös|hopplös|förtvivlad|tom|knäckt|maktlös|instängd|\
fullständigt ensam|helt ensam)
jag (?:\w+ )?(?:gråter|grät|storgrät|gråtit)
(?:gråter|grät|gråtit) (?:jag|mig|varje|hela vägen|på toa\w*|i bilen|hemma|i omklädnings\w*)
gråten i halsen|nära till gråt|(?:började|börjar) jag gråta
(?:rädd|livrädd|skräck|ångest)\w* (?:för |inför |över )?(?:att )?(?:\w+ )?(?:gå till jobb\w*|\
komma till jobb\w*|jobb\w*|min chef|chefen|måndag\w*|nästa pass|varje pass|skift\w*|\
telefonpass\w*)
vågar (?:jag )?inte (?:gå|komma|åka) (?:in|till|på) ?(?:jobb\w*|arbet\w*)?|har ångest|får ångest
ont i magen (?:av|inför|varje|innan|när jag)
(?:vill|ville|önskar|önskade) (?:\w+ )?(?:inte leva|dö|inte finnas|få dö|försvinna för gott|\
inte vakna)\b
(?:orkar|orkade) inte leva|ta(?:r|git)? (?:sitt |mitt )?liv(?:et)? (?:av|$)|ta livet av
skada (?:mig|sig) själv|självmord\w*|bättre om jag inte fanns
(?:sover|sov|sovit) (?:\w+ )?(?:inte|knappt|ingenting)|kan inte sova|ligger vaken|vaknar klockan
(?:ingenting|inget|allt|livet|jobbet) (?:\w+ )?(?:känns|är|spelar) (?:\w+ )?(?:meningsfullt|\
meningslöst|hopplöst|svart|nattsvart|roligt längre|någon roll|outhärdligt)
(?:bryter|bröt|brutit|brast) (?:jag )?(?:\w+ )?ihop|kollapsa\w*|går sönder inombords
bristningsgräns\w*|hatar (?:mig själv|mitt liv|att gå till jobb\w*)
mår (?:jag )?(?:så |riktigt |jätte|skit|för)?dåligt|mår skit
(?:i )?(?:can't|cannot|can not|couldn't|cant) (?:\w+ ){0,2}(?:do|take|cope|handle|bear|stand|\
face) (?:\w+ ){0,4}(?:any ?more|any longer|much longer|another day)
can't (?:go on|cope|keep going|face (?:work|going|coming|another))\b
(?:i'm|i am|just) not coping
i(?:'m| am|'ve been| have been| feel| was) (?:\w+ ){0,2}(?:at breaking point|falling apart|\
broken|burnt out|burned out|at the end of my (?:rope|tether)|drowning|struggling to cope|\
worthless|hopeless|empty|numb|desperate|at rock bottom|so alone|completely alone|finished|\
a wreck|a mess|suicidal|exhausted all the time|terrified)\b
i (?:\w+ )?(?:cry|cried|sobbed|weep|wept|broke down|burst into tears|keep crying)\b
i(?:'m| am| was| end(?:ed)? up| started| have been|'ve been) (?:\w+ )?(?:crying|sobbing)
i(?:'m| am| was)? (?:\w+ )?in tears|hid(?:ing)? in the (?:toilet|loo|bathroom)
(?:i )?dread(?:ing)? (?:\w+ )?(?:com|go|every|each|monday|work|my shift|the phone)\w*
(?:scared|afraid|terrified|frightened) (?:to come|to go|of coming|of going|of my (?:manager|\
boss|supervisor|lead)|to be alone|every)\b
sick with worry|panic (?:before|every)
(?:want|wants|wanted|wish|wishes|wished) (?:\w+ ){0,2}(?:to die|to be dead|were dead|was dead|\
to disappear|not to wake|never wake)
(?:don't|didn't|doesn't|not) want to (?:live|be here any ?more|wake up|be alive|exist)
(?:kill|hurt|harm)(?:ing)? (?:myself|himself|herself|themselves)
end (?:it all|my life|his life|her life|their life)|better off (?:dead|without me)|suicid\w*
no point (?:in )?(?:living|going on|anything|to anything)|self[ -]harm\w*
(?:nothing|none of it) (?:\w+ )?(?:matters?|to matter|helps any ?more|means)\b
everything (?:\w+ )?(?:feels|seems|is) (?:\w+ )?(?:hopeless|pointless|black|meaningless)
i (?:\w+ )?hate (?:myself|my life|coming to work|going to work)
(?:can't|haven't|can not|don't) (?:\w+ )?(?:sleep|slept)\b(?! (?:in|over))|lying awake
breaking me\b|having a breakdown|at my wits' end
onko (?:tässä|missään|tällä|elämässä) (?:\w+ ){0,2}(?:järkeä|mieltä|mieli|tarkoitusta)
(?:ulospääsyä|ulospääsyn|pakotietä)
(?:kukaan|kukaan ei) (?:\w+ )?(?:huomaisi|kaipaisi|välittäisi)|katoaisin|voisin vaan kadota
haluan kadota|pohjalla olen|olen pohjalla|någon mening med (?:det|allt|livet|något)
ingen (?:\w+ )?utväg|ingen (?:skulle )?(?:märk|sakna|bry sig)\w* (?:\w+ )?(?:om )?(?:jag|mig)
vill försvinna|bara försvinna|any point (?:to|in) (?:this|it|any|going|life)
(?:no|any) way out\b|(?:nobody|no one) would (?:\w+ )?(?:notice|miss|care) (?:me|if)
want to disappear|(?:what's|what is) the point (?:any ?more|of (?:it all|living|going on))
(?:helpompi|parempi|helpompaa|parempaa) (?:\w+ )?(?:jos|kun|ku|ettei) (?:\w+ )?(?:en|\
ei) (?:\w+ )?(?:herä|olis|ois)\w*
en heräisi|ei heräis\w*|tärisen\b|vapisen\b|(?:sydän|syke) (?:\w+ )?(?:hakkaa|tykyttää|takoo)\w*
(?:en|enkä) (?:mä |minä )?saa (?:enää )?(?:nukuttua|unta|henkeä|syötyä)
oksetta\w* (?:\w+ )?(?:töihin|ennen|aamu)\w*|(?:pala|möykky|paino) (?:kurkussa|rinnassa)
olen (?:\w+ )?(?:yksin|kauhuissani|epätoivo\w*|paniikissa|uupunut|poikki henkisesti|aivan yksin|\
umpikujassa)
(?:oon|olen) (?:\w+ )?(?:umpikujassa|paniikissa|kauhuissani|uupunut|uupunu|väsynyt elämään|\
täysin poikki)
joka aamu (?:\w+ )?(?:ahdista|pelko|itku|oksett|pelottaa)\w*
(?:työ|tää|tämä|homma) (?:\w+ )?(?:tappaa mut|vie hengen|syö mut|hajottaa)
en (?:\w+ )?(?:kelpaa|ole minkään arvoinen)
kukaan ei (?:\w+ )?(?:auta|välitä|kuuntele) (?:mua|minua)
en uskalla (?:\w+ )?(?:tulla|mennä|vastata|töihin|enää)
pelkään (?:töi|puhel|asiakk|aamu|vuoro|maanant)\w*
hermot (?:\w+ )?(?:loppu|riekale|menny|menee)\w*|voin (?:\w+ )?(?:tosi |todella |aika )?huonosti
mulla on (?:\w+ )?paha olla|minulla on (?:\w+ )?paha olla
(?:lättare|bättre|skönare) (?:\w+ )?(?:att|om jag) (?:inte )?(?:vakna|slipp|leva|finnas|inte)\w*
jag (?:skakar|darrar|hyperventilerar|fasar)\b
hjärtat (?:rusar|bultar|slår) (?:\w+ )?(?:när|varje|så|inför)|klump i (?:magen|halsen|bröstet)
jag är (?:\w+ )?(?:rädd varje|livrädd|skräckslagen|helt ensam|ensam om allt|uppgiven|desperat|\
i botten)
jag orkar (?:snart |bara |helt enkelt |verkligen )?inte
ingen (?:\w+ )?(?:hjälper|lyssnar på|bryr sig om) mig|jag duger inte
jag är (?:inget värd|värdelös)|vågar (?:jag )?inte (?:svara|lyfta|gå|öppna|längre)
fruktar (?:varje|måndag|nästa)|jobbet (?:tar livet|äter upp|knäcker|dödar) (?:av )?mig
på gränsen till sammanbrott|sammanbrott\w*|jag håller på att gå sönder
jag mår (?:\w+ )?(?:dåligt|skit|uselt|pyton)|jag vill (?:bara )?(?:ge upp|försvinna|dö)
(?:easier|better) (?:\w+ )?(?:not to wake|if i (?:didn't|did not|wasn't|weren't|was not)|\
to just not|to be gone)
not (?:to )?wake up
i (?:shake|tremble|shiver|feel sick|throw up|panic|freeze|\
hyperventilate) (?:\w+ )?(?:every time|each time|before|whenever|when the)
(?:my|a) (?:heart|chest|stomach) (?:races|pounds|tightens|knots|churns|is in knots)
knot in my (?:stomach|chest)
i(?:'m| am| feel) (?:\w+ )?(?:terrified|petrified|trapped|helpless|in despair|alone with this|\
a failure|useless|overwhelmed|burning out|exhausted and)\b
(?:nobody|no one) (?:\w+ )?(?:helps|listens to|cares about) me
(?:this|the) job is (?:killing|destroying|breaking|crushing) me|want to give up
given up on (?:life|everything)
(?:dare|daren't|afraid to|scared to) (?:\w+ )?(?:answer the phone|open the door|go to work|\
pick up)
i(?:'m| am) (?:\w+ )?(?:not okay|not ok|not alright|close to the edge|on the edge|losing it)
at my limit|reached my limit|close to tears|fighting back tears
feel like (?:crying|giving up|screaming|dying)
"""

NO_DISTRESS = r"""
en (?:\w+ )?jaksa (?:enää )?(?:odottaa|lukea|kantaa|syödä)|kuoll(?:a|ut) nauru\w*|itken naurusta
itkin naurusta|(?:cry|crying|cried) (?:with|from) laugh\w*|skrattade så jag grät|grät av skratt
"""
