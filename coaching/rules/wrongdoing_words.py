"""Words that tell of a breach of data protection or of misconduct, as in `safety_words`."""

# What went to the wrong person, was looked up out of curiosity, or got lost.
DATA_PROTECTION = r"""
(?:lähet|laito|postit|annoin|ojensin|tulost|näyt|luin|kerroin|liitin|jaoin|meni|menivät|toimit|\
luovut|välit|s-posti|meila)\w* (?:[^.!?]{0,60} )?(?:väärä(?:lle|än|an) (?:asiakka|ihmis|henkilö|\
osoit|sähköp|vastaanott|perhee|potila|äidi|isä|koti|posti|numero|chat|jakelu)|\
toiselle asiakkaalle|ulkopuolis)\w*
(?:toisen|väärän|vieraan|jonkun muun) (?:asiakkaan|ihmisen|henkilön|perheen|potilaan|lapsen|\
oppilaan) (?:\w+ ){0,2}(?:tie(?:to|do)|paper|päätö|päätök|kirje|lasku|asiakirj|lausun|hakemu|\
kansi|kanta|osoite|resept)\w*(?: [^.!?]{0,50})?(?:lähet|jäi|meni|anno|näky|näyt|tulost|väär|\
vahing|mukaan|kirjekuor|posti|sai|liitt|auki)\w*
(?:lähetin|annoin|avasin|tulostin|luin ääneen|näytin|postitin|\
liitin) (?:[^.!?]{0,30} )?(?:toisen|väärän|vieraan|jonkun muun) (?:asiakkaan|ihmisen|henkilön|\
perheen|potilaan|lapsen|oppilaan)
(?:katse|katso|urkk|selai|kurkk|nuusk|luke|luki|hakee|haki|tutki|tutkii|penko|kaive|kaivo|\
vilkui|tarkist|klikkai|käy|kävi)\w* (?:[^.!?]{0,40} )?(?:naapur|eksä|exä|entis|tuttav|tuttuj|\
sukulais|sukulai|julkki|kolleg|työkaver|serku|tyttäre|anop|ystäv|kaver|poikaystäv|miesystäv|\
vaimo|sisko|velje)\w* (?:[^.!?]{0,20} )?(?:tie(?:to|do)|paper|potilas|rekister|järjestelm|\
asiakirj|hakemu|kantaa|asiakkuu)\w*
tieto\w* (?:[^.!?]{0,40} )?(?:huviksee\w*|uteliaisuu\w*|ilman (?:lupaa|syytä|perustetta|asiaa)|\
luvatta)\b
(?:ilman lupaa|luvatta|uteliaisuuttaan|huvikseen) [^.!?]{0,40}(?:tie(?:to|do)|rekister|potilas|\
paper|järjestelm)\w*
tietovuo\w+|tietomur\w+|tietoturvaloukka\w*|tietosuojaloukka\w*|tietosuojarik\w*
salassapi\w+ (?:\w+ )?(?:riko|rikko|rikot|loukka|pettä|petti)\w*|rikko\w* (?:\w+ )?salassapi\w+
rikottu salassapi\w+
(?:tiedot|tietoja|tieto|papereita) (?:[^.!?]{0,20} )?(?:vuoti|vuota|levisi|levinneet|leviää|\
vuoda)\w*
vuot(?:i|aa|anut) (?:\w+ )?(?:tietoja|asiakastie|papere)\w*
(?:lainas|antoi|annoin|käytt|jaamme|jaetaan|jakaa)\w* (?:[^.!?]{0,30} )?(?:tunnuks|salasan|\
toimikort|virkakort|kirjautum)\w*
samoilla tunnuksilla|salasana\w* (?:[^.!?]{0,20} )?(?:lapu|jaet|kaikki|seinä|post-it)\w*
toisen tunnuksilla|mun tunnuksilla|minun tunnuksillani
(?:hukkasin|kadotin|unohdin|unohtui|jätin|jäi|jäivät|katosi|hävisi|\
varastettiin) (?:[^.!?]{0,40} )?(?:asiakaspaper|asiakirj|kansio|läppär|tietokone|kannettava|\
muistitik|tikku|työpuhelin|työpuhelim|muistio|potilaspaper|hakemuks)\w*
(?:asiakaspaper|asiakirj|kansio|läppär|tietokone|kannettava|muistitik|usb-tik|työpuhelin|\
potilaspaper|hakemuks)\w* (?:[^.!?]{0,20} )?(?:jäi|jäivät|unohtui|unohtuivat|katosi|hävisi|\
varastettiin|kadonnut|lojui|lojuivat|oli kaikkien)\b
(?:puhu|juoru|kerto|huutel|kuulu|posta|julkais|some|\
whatsapp)\w* (?:[^.!?]{0,30} )?asiakka\w+ (?:[^.!?]{0,20} )?(?:asioi|nime|kuva|tie(?:to|\
do))\w* (?:[^.!?]{0,30} )?(?:bussi|kahvi|juna|some|facebook|whatsapp|kaveri|ulkopuol|ääneen|\
hississä|kotona)\w*
(?:valokuva|kuvas|kuvan)\w* asiakka\w+ (?:\w+ ){0,3}(?:some|whatsapp|kaver|puhelim)\w*
(?:skick|sänd|sänt|mejl|mail|posta|gav|gett|lämn|dela|visa|skrev|läste|kopiera|bifoga|råkade|\
fick|kom|hamna|gick|hamnat)\w* (?:[^.!?]{0,60} )?(?:fel (?:person|kund|adress|mottagar|mejl|\
människ|familj|e-post|klient|förälder|patient|inkorg|grupp|brevlåd)\w*|en annan (?:kund|klient|\
person|familj|patient)|någon annans (?:\w+ )?(?:papper|uppgift|beslut|brev|journal|ärend|faktur|\
ansök))
(?:annan|annat|fel|någon annan|andra|en annan) (?:kunds?|klients?|persons?|patients?|familjs?|\
elevs?|människas) (?:\w+ )?(?:uppgift|papper|beslut|brev|räkning|ärend|journal|faktur|akt|intyg|\
ansök)\w*
(?:går|gick|gått|läser|läste|läst|tittar|tittade|tittat|söker|sökte|sökt|kollar|kollade|kollat|\
snokar|snokade|slår upp|slog upp|slagit upp) (?:[^.!?]{0,50} )?(?:grann|sitt ex\b|ex-|sin exman|\
sin exfru|släkting|bekant|kändis|vänner|väninna|svärmor|svärson|kompis|en kollegas|kollegors|\
dotterns|sin bror|sin syster|pojkvän|flickvän)\w*(?: [^.!?]{0,40})?(?:system|register|uppgift|\
journal|akt|ärend|databas|i datorn|skojs skull|nyfiken)\w*
snoka\w*|(?:av|ren) nyfikenhet|dataintrång\w*|dataläck\w*|personuppgiftsincident\w*
(?:bryter|bröt|brutit|brott mot|brytit) (?:mot )?(?:\w+ )?(?:sekretess|tystnadspl|dataskydd|\
gdpr)\w*
sekretessbrott\w*|läck(?:t|te|er|ta|a) (?:\w+ ){0,2}(?:uppgift|ut|kund|person|information)\w*
uppgifter\w* (?:\w+ ){0,2}(?:läckt|läckte|spridits|spreds|kommit ut)
(?:tappade|tappat|glömde|glömt|förlade|slarvade bort|lämnade|blev kvar|låg kvar|kvarglömd\w*|\
stals|borta) (?:[^.!?]{0,40} )?(?:pärm|mapp|usb|minnespinn|dator|akt(?:en|erna)?\b|handling|\
journal|kundpapper|klientpapper|jobbmobil|tjänstetelefon|ansökning)\w*
(?:pärm|mapp|usb-minn|minnespinn|datorn|laptop|akten|handling|journal|kundpapper|klientpapper|\
jobbmobil|ansökning)\w* (?:[^.!?]{0,30} )?(?:blev kvar|låg kvar|glömdes|låg framme|försvann|\
stals|borta|kvarglömd)\w*
(?:lånade|lånar|lånat|delar|delade|använder|använde|ger ut|gav) (?:[^.!?]{0,30} )?(?:lösenord|\
inlogg|användarnamn|behörighet|passerkort|tjänstekort)\w*
samma (?:lösenord|inlogg\w*)|lösenord\w* (?:\w+ ){0,3}(?:lapp|skärm|vägg|alla)\w*
lägger ut (?:\w+ ){0,3}(?:kund|klient|elev|patient)\w*
(?:sent|send|sending|emailed|e-mailed|mailed|posted|gave|given|handed|forwarded|shared|printed|\
showed|read out|attached|copied|cc'd|disclosed|put|told|went|texted|\
faxed) (?:[^.!?]{0,60} )?(?:(?:the )?wrong (?:person|customer|address|recipient|family|client|\
e-?mail|inbox|man|woman|envelope|parent|patient|mailing|group|number)|(?:another|\
a different) (?:customer|client|person|resident|family|patient|parent)|(?:someone|\
somebody) else's (?:\w+ )?(?:data|details|papers|file|letter|decision|records|form|report|\
documents))
(?:another|a different|the wrong|the other|other) (?:customer|client|person|resident|patient|\
family|pupil|tenant)(?:'s|s'|s)? (?:\w+ )?(?:data|details|papers|file|files|letter|decision|\
records|documents|report|information|bill)\b
(?:look|snoop|peek|peep|check|search|read|brows|pull|access|open|dig|\
nos)\w* (?:[^.!?]{0,40} )?(?:neighbou?r|ex\b|ex-|celebrit|relative|friend|famous|family member|\
colleague|girlfriend|boyfriend|sister|brother|cousin|mother-in-law|daughter|date)\w*(?:'s|\
s')? (?:[^.!?]{0,30})?(?:system|record|file|data|register|details|case|account|history|entry)\w*
snoop\w*|data (?:breach|leak|protection breach)\w*|privacy breach
breach(?:ed|es|ing)? (?:of )?(?:confiden|privacy|data|gdpr|secrecy)\w*|gdpr (?:breach|violation)
leak(?:ed|s|ing) (?:\w+ ){0,3}(?:data|details|information|records|list|names|personal|files|\
it to|to the press)
(?:data|details|records|list|information) (?:\w+ ){0,3}(?:leaked|got out|been leaked|exposed|\
visible to everyone)
(?:lost|left|misplaced|forgot|stolen|lose|losing|dropped) (?:[^.!?]{0,40} )?(?:folder|usb|\
memory stick|laptop|case file|client file|customer file|case papers|case notes|client papers|\
work phone|files)\w*(?: [^.!?]{0,40})?(?:on|at|in|from|by)\b
(?:folder|usb stick|memory stick|laptop|case files?|client files?|case notes|\
files) (?:[^.!?]{0,20} )?(?:was|were|got|has been|went) (?:left|lost|stolen|missing|lying)\w*
(?:shar|borrow|lent|lend|gave|us|know|giv)\w* (?:[^.!?]{0,30} )?(?:password|log-?in|credentials|\
access card|key card)s?\b
password\w* (?:[^.!?]{0,20} )?(?:sticky|post-it|wall|whiteboard|everyone|everybody|written)\b
logged (?:in|on) as (?:me|someone|somebody|a colleague|another|him|her)
under my (?:login|name and password)
(?:koko|väärälle|kaikille) (?:\w+)?listal\w* (?:[^.!?]{0,40})?(?:osoit|näky|nimet)\w*
kaikkien (?:osoitte|nime|tiedo)\w* (?:\w+ )?näky\w*
(?:jäi|jäivät|unohtui|unohdin|jätin|löytyi|lojui) (?:[^.!?]{0,30} )?(?:kopiokone|tulosti|\
printteri|skanneri|kahvihuone|neukkari|roskik|paperinkerä)\w*
onko (?:\w+ ){0,3}(?:exä|eksä|naapuri|tuttu|ystävä|serkku|kaveri)\w* (?:\w+ ){0,3}(?:asiakka|\
rekister|järjestelm|meillä)\w*
hela (?:sänd|mejl)?listan|varandras (?:adress|namn|uppgift|mejl)\w*
(?:blev|låg|glömdes|glömde|kvar|hittade\w*) (?:[^.!?]{0,30} )?(?:kopiator|skrivar|printer|\
scanner|kafferum|soptunn)\w*
(?:om|ifall) (?:\w+ ){0,3}(?:ex|granne|bekant|vän|kompis|kusin)\w* (?:\w+ ){0,3}(?:kund|klient|\
i systemet|register|hos oss)\w*
(?:whole|entire|mailing|wrong) list\b(?:[^.!?]{0,40})?(?:address|show|visible|names)\w*
everybody's (?:address|name|e-?mail)\w*
(?:left|forgotten|forgot|found|lying) (?:[^.!?]{0,20} )?(?:in|on|at|by) the (?:copier|printer|\
photocopier|scanner|bin|recycling|meeting room)
(?:whether|if) (?:\w+ ){0,3}(?:ex|neighbour|friend|cousin|sister|husband|\
mate)\w* (?:\w+ ){0,4}(?:client|customer|our books|in the system|on file)\w*
(?:kerto|puhu|juoru|jutel|höpöt|huutel|\
paljast)\w* (?:[^.!?]{0,30} )?asiakk\w+ (?:\w+ )?(?:asioi|tieto|nime|tilante|tarina)\w*
salaamat\w*|suojaamat\w* (?:\w+ )?(?:sähköp|yhtey|lista|tiedosto)\w*
(?:kaikkien|koko) (?:asiakkaiden|perheiden|oppilaiden|asukkaiden|potilaiden) (?:tiedo|nime|\
osoit|hetu)\w*
tietovuot\w*|vaitiolo\w* (?:\w+ )?(?:riko|rikk|unoht|pettä)\w*|rikkoi vaitiolo\w*
(?:berätta|prata|skvall|talat|pratat|avslöja|nämn)\w* (?:\w+ ){0,2}(?:om )?(?:en |våra |\
sina )?(?:kund|klient|elev|patient)\w* (?:\w+ ){0,3}(?:hemma|på bussen|på krogen|för sin|\
för vänner|i fikar|på facebook|utanför|för andra|med sina)\w*
okrypter\w*
(?:alla|samtliga) (?:\w+ )?(?:kunders|klienters|elevers|patienters|kunder|\
invånares) (?:\w+ )?(?:uppgift|namn|adress|personn|nummer)\w*
skvallra\w* (?:\w+ )?(?:om )?(?:kund|klient|patient|elev)\w*
(?:talk|gossip|chat|brag|told|tell|spoke|joke|post|blab)\w* (?:\w+ ){0,3}(?:about )?(?:a |our |\
his |her |the )?(?:client|customer|patient|pupil|resident|\
case)s?(?:'s)? (?:\w+ ){0,3}(?:at home|on the bus|in the pub|to (?:his|her) (?:wife|husband|\
friend)|on facebook|outside|online|at a party|in the lift|on social)\w*
unencrypt\w*
(?:all|every one of) (?:our|the) (?:clients?|customers?|patients?|residents?|pupils?)(?:'|s'|\
's)? (?:\w+ )?(?:details|data|names|addresses|numbers|records|phone)
cc'?d (?:everyone|everybody|all)|reply-?all\w*|in (?:the )?cc instead
"""

# What is a wrong whoever does it.
MISCONDUCT = r"""
kavalt\w*|kavals\w*|kavallu\w*|lahju(?:s|ks)\w*|lahjo(?:i|nut|vat|ma)\b|lahjont\w*|korrupti\w*
väärinkäyt\w*|väärinkäytö\w*|petok\w*|petos\w*|esteelli\w+|jääv(?:i|insä|ätä)\b|laitont\w*
laittom\w*|lainvast\w*|omaan taskuun|ilmiant\w*|pimitt\w+
(?:minua|mua|meitä) (?:\w+ )?(?:kiusataan|syrjitään|ahdistellaan|häiritään|simputetaan|\
painostetaan|savustetaan)
työpaikkakiusa\w*|seksuaali\w+ häiri\w*
mut(?:or|a|ade|at|ar)\b(?! in)|mutbrott\w*|förskingr\w*|bedräger\w*|svågerpolitik\w*
jäv(?:ig|iga)?\b|korrupt\w*|oegentlig\w*
(?:jag|vi) (?:\w+ )?(?:trakasseras|mobbas|diskrimineras|fryses ut|blir (?:\w+ )?(?:mobbad|\
trakasserad|diskriminerad|utfryst))
missbruk av (?:makt|medel)
brib\w*|embezzl\w*|fraud\w*|backhander\w*|kickbacks?\b|nepotis\w*|corrupt\w*|whistle-?blow\w*
misconduct|wrongdoing|conflict of interest
(?:i'm|i am|i was|i'm being|we are|i get|i have been|i've been) (?:\w+ )?(?:bullied|harassed|\
discriminated|picked on)
sexual(?:ly)? harass\w*|money (?:\w+ )?(?:goes|went|going) missing
kilpailut\w* (?:\w+ )?(?:sovit|järjestet|feik|valmiiksi)\w*
(?:tutun|kaverin|veljen|sukulaisen|oman) firma\w* (?:[^.!?]{0,20})?(?:tilau|hankin|urak|sopimu|\
kanssa)\w*
upphandling\w* (?:\w+ )?(?:uppgjord|riggad|avtalad|klar på förhand)\w*|bekants firma
tender\w* (?:\w+ )?(?:settled|rigged|fixed|agreed|decided)|rigged\b|friend's firm
(?:ihmis|työntekij|kolleg|häntä|yhtä)\w* (?:\w+ ){0,2}(?:savustetaan|kiusataan|simputetaan|\
syrjitään|nöyryytetään|painostetaan)\w*
savustetaan ulos|frys(?:a|er|s|te) ut\w*
(?:push|freez|forc|bully|hound|driv)\w* (?:a |one |our |my |an? older )?(?:colleague|co-?worker|\
teammate|trainee|workmate|her|him) out
(?:ghost|fake|invented) (?:invoice|visit|worker|receipt|customer)s?|valekuit\w*
tekaist\w* (?:lasku|kuit|käyn)\w*|falsk\w* (?:kvitto|faktur|besök|räkning)\w*|skenfaktur\w*
(?:virka|asema)\w* (?:\w+ )?väärin\w*
(?:otti|ottaa|pyysi|vaati) (?:\w+ )?(?:rahaa|lahjoja|etuja) (?:\w+ )?(?:asiakk|urakoi|\
toimitt)\w*
tar (?:emot )?(?:betalt|gåvor|pengar) (?:\w+ )?(?:av|under bordet|från)
under (?:the table|bordet)|pöydän alta|pimeästi\b|svart (?:betal|lön|peng)\w*
"""

# What is a wrong if somebody of the workplace does it; customers are robbed and bullied too.
ACTS = r"""
\blaskuja\w*|varast\w+|näpist\w+|pimeä(?:sti|nä|ä)\b|rikkoo lak\w+|suosi(?:i|nut|vat)?\b
tekaist\w+|vääristel\w+|väären\w+
(?:veljelle|vaimolle|kaverille|sukulaise|ystävälle|puolisolle|serkul|pojalle|tyttärel)\w*
(?:veljen|vaimon|kaverin|puolison|serkun|pojan|miehen)\w* (?:firma|yritys|yrityk|firmal)\w*
omia(?:an)? (?:kulu|lasku|ostok|tunte)\w*
(?:leimaa|leimas|kirjaa|kirjas|merkitsee)\w* (?:[^.!?]{0,30} )?(?:tunte|työaik|ylitö|toisen|\
töissä|poissaol|matka|kilometr|käyntej)\w*
omiin (?:ostoks|tarpei|menoi)\w*|virka-auto\w*|\bvale\w+|valehte\w+|peittel\w+|peukaloi\w*
salai?le\w*|hävitt\w+ (?:\w+ )?(?:asiakirj|sähköpost|todist)\w*
syrji\w+|häirits\w+|häirin\w+|kiusa(?:a|ta|si|nnut|tuksi|nteko|taan|mis)\w*|simput\w+|nöyryyt\w+
rasis\w+|ahdistel\w+|huorit\w+|nimittel\w+|haukku\w+ (?:mua|minua|meitä|kolleg|toista)\w*
epäasialli\w+|painost\w+|huutaa (?:meille|minulle|mulle|alaisil)\w*|savust\w+
egna (?:räkning|utgift|faktur|timm|resor|inköp)\w*|stjäl\w*|stal\b|stulit|snatta\w*|fusk\w*
förfalsk\w*|gynna\w*|svart(?:jobb|arbet)\w*|\bsvart\b(?! kaffe)|olaglig\w*|bryter mot lag\w*
egen ficka|skriver (?:in|upp) (?:\w+ )?(?:timm|övertid|resor|kilomet)\w*|ljuger|ljög|mörka\w*
sopa\w* under matt\w*|sin (?:bror|fru|kusin|svåger|son|kompis|man|vän)s? (?:firma|företag|bolag)
(?:till|åt) sin (?:bror|fru|kusin|svåger|son|kompis|vän)\b
diskriminer\w*|trakasser\w*|mobb\w*|rasist\w*|kränk\w*|förödmjuk\w*|fryser ut|fryst ut|utfryst
skriker åt (?:oss|mig|personal)\w*|sexist\w*|sexuell\w*|hånar?\b|hånade
fiddl\w*|steal\w*|stole\b|stolen|pocket(?:s|ed|ing)\b|forg(?:ed|ing|es|e)\b|falsif\w*
favou?r(?:s|ed|ing)\b|illegal\w*|against the law|cook(?:s|ed|ing) the books
own (?:invoice|expense|hours|claim|overtime)\w*
(?:brother|wife|husband|friend|cousin|mate|son)'s (?:firm|company|business)
to (?:his|her) (?:brother|wife|husband|friend|cousin|mate|son)\b
discriminat\w*|harass\w*|bull(?:y|ies|ied|ying)\b|racis\w*|sexis\w*|misus\w*
abus(?:es|ing|ed) (?:his|her|their)|cover(?:s|ed|ing) (?:\w+ )?up|off the books
(?:claim|log|book)(?:s|ed|ing)? (?:\w+ ){0,2}(?:hours|overtime|mileage|expenses)|lies|lying to
shred(?:s|ded|ding)|humiliat\w*|belittl\w*|shouts at (?:us|me|staff)|cash in hand
made up (?:the )?(?:figures|numbers|visits)|for (?:himself|herself|themselves)|backdat\w*
(?:pyysi|käski|painosti|vaati) (?:\w+ )?(?:muuttama|poistama|allekirjoit|salaama|peittä|hävittä|\
väärent|vaikenem|valehtel)\w*
(?:bad|sa åt|tvingade|beordrade) (?:mig|oss) (?:att )?(?:ändra (?:datum|siffr|protokoll|\
uppgift)|radera|skriva under|dölja|mörka|ljuga|tiga)\w*
(?:asked|told|made|pressured|ordered|wants|wanted) (?:me|us) to (?:delete|hide|lie|backdate|\
shred|cover|keep quiet|sign (?:for|off)|not (?:log|report|record)|(?:change|alter|fix|adjust|\
fudge) (?:the |some )?(?:date|figure|number|record|minute|document|report|log|invoice|\
statement)\w*)
(?:jättää|jättämään|jätetään) (?:\w+ )?(?:kirjaamatta|ilmoittamatta|kertomatta|raportoimatta)
kirjaamatta\b
inte (?:anteckna|rapportera|anmäla|skriva upp|dokumentera|nämna|logga) (?:\w+ )?(?:fel|olyck|\
avvik|tillbud|händ|misstag)\w*
(?:leave|left|keep|kept) (?:the |an? |this |that |it )?(?:\w+ )?(?:out of|off) the (?:log|\
record|report|books|minutes|system)
not (?:log|report|record|write down|document|mention) (?:the|any|that)
"""

# Who may have done it: a pattern each, at the beginning of a word.
ACTORS = r"""
esihenkil|esimie|pomo|johtaj|työkaver|kolleg|päällik|vetäj|virkamie|rehtori|hoitaj|meillä
joku meistä|tiimi|opettaj|ohjaaj|sijai|urakoits|toimittaj
chef|arbetskamrat|medarbetar|ledare|direktör|förman|handläggar|rektor|hos oss|någon hos|vikari
teamet|entreprenör|leverantör
manager|boss|supervisor|colleague|co-?worker|workmate|director|team lead|our lead|head of|officer
deputy|(?:someone|somebody) (?:here|in|on)|department|contractor|teacher|headteacher
lähijohtaj|työpaikalla|työpaika|meidän porukas|chefs|vår chef|på jobbet|i vårt team|our team
at work\b|they are|hr\b|mayor|councillor|kunnanjoht|kaupunginjoht|luottamusmie|förtroendeval
styrels
"""
