"""What tells of wrongs and lost data in Swedish: words that stand together."""

from coaching.rules.told_together import Kind

_RECORDS = r"""
(?:\w*uppgift\w*|\w*register\w*|\w*system\w*|\w*papper\w*|\w*akt(?:en|er|erna)?\b|\w*journal\w*|\
\w*ärende\w*|\w*ansökan\w*|\w*ansökning\w*|\w*beslut\w*|\w*brev\w*|\w*adress\w*|\w*faktur\w*|\
\w*blankett\w*|\w*bilag\w*|\w*intyg\w*|\w*inkomst\w*|\w*dokument\w*|\w*fil(?:en|er)?\b|\
\w*lista\w*|\w*mejl\w*|\w*handling\w*|\w*data\b|\w*mapp\w*|\w*pärm\w*)
"""

DATA_PROTECTION: tuple[Kind, ...] = (
    (
        r"""(?:tittade|tittar|tittat|titta|kikade|kikar|läste|läser|läst|läsa|kollade|kollar|\
kollat|\
kolla|sökte|söker|sökt|söka|snoka|öppnade|öppnar|öppnat|slog upp|slår upp|slagit upp|gick in|\
går in|gått in|rotade|rotat|bläddrade|googla|grävde|googlade|smygläs)""",
        _RECORDS,
        r"""(?:nyfik|för skojs|skoj skull|av (?:ren )?intresse|utan (?:skäl|anledning|lov|\
tillstånd|\
behörighet|orsak|att ha)|uttråk|inte (?:hans|hennes|min|mitt) (?:ärende|kund|klient|sak)|granne|\
\bex\b|exmake|exman|exfru|exet|syster|bror|kusin|svärm|svärf|väns\b|vännen|väninna|kompis|\
bekant|kändis|känd (?:person|artist|polit|fotb|skåd)|politiker|flickvän|pojkvän|dejt|hyresvärd|\
kollegas|kollegans|släkting|hade inget med|fått inte|ingen rätt|obehörig|lärares|barnens lärare|\
före detta)""",
        r"""!tillsammans med|på (?:hans|hennes) begäran|fullmakt|hjälp(?:te|er) (?:sin|en)|\
intresseanm""",
    ),
    (
        _RECORDS,
        r"""
(?:till|i|åt|på|med|hos) (?:en |ett )?(?:fel\b|annan|annat|helt annan|helt fel) ?(?:person|kund|\
klient|adress|mottagare|kuvert|familj|patient|förälder|man|kvinna|företag|nummer|hyresgäst|elev|\
mejl|skola|låda)?|fel (?:person|kund|klient|adress|mottagar|kuvert|familj|patient|nummer|inkorg|\
mejl)\w*|förväxla\w*|blandade ihop|bytte plats|whatsapp|facebook|insta\w*|sociala medier|\
privat(?:a)? (?:mejl|mobil|telefon|gmail)|gmail|chatgpt|journalist\w*|tidningen|egen mobil|\
messenger|chattgrupp\w*|utomståend\w*
(?:låg|ligger|legat|lämna\w*|glöm\w*|kvarglöm\w*|blev|hittade\w*|tappa\w*|borta|försv\w*|stals|\
stulen|slängde\w*|kasta\w*|lades|fanns) (?:\w+ ){0,5}(?:bord|disk|buss|tåg|spårvagn|tunnelban|\
bil|taxi|kafé|fik\b|skrivar|kopiator|kopierings|soptunn|sopor|papperskorg|pappersinsaml|korridor|\
väntrum|hall|toalett|köket|kök|konferensrum|mötesrum|bänk|fönsterbräd|framme|öppet|synlig|\
parkering|reception)\w*
""",
        r"""!fel (?:blankett|bilaga)|hittegods|kunden (?:hade )?(?:glömt|tappat|lämnat)|\
(?:glömt|\
tappat) (?:sitt|sin|sina)|broschyr|affisch|(?:hon|han) (?:hade )?(?:glömt|tappat)""",
    ),
    (
        r"(?:skärm|datorn|dator\b|monitor|terminal|inloggn|sessionen|systemet|laptop)",
        r"""(?:öppen|öppet|olåst|inloggad|synlig|syntes|syns|visade|visar|stod|kunde (?:se|\
läsa)|vänd|\
läsa|påslagen)""",
        r"""(?:uppgift|kund|klient|patient|andra|annan|andras|namn|alla|lunch|rast|kaffe|familj|\
personnum|obehörig|besökar|väntrum|kön|journal|ärende|vem som helst|natten|utomstå|kolleg)""",
        r"""!könummer|öppettid|(?:sin|sitt|sina) (?:egen |eget |egna )?(?:ansökan|ärende|\
uppgift)|\
långsam|kraschade""",
    ),
    (
        r"""(?:lösenord|inlogg|pinkod|behörighet|passerkort|tjänstekort|användarnamn|\
inloggningsupp)""",
        r"""(?:dela|lånade|lånar|lånat|lappar|lapp\b|lappen|post-it|tejpa|under tangent|tavla|\
väggen|\
alla (?:vet|använd|kan)|hela teamet|samma|kollegas|mitt\b|mina|gav|fick|skriv(?:it|er|et)|skrev|\
vikarie|någon annans|hennes|hans)""",
        r"""!kunden (?:hade )?(?:glömt|tappat)|bankkod|bibliotekskort|byta|bytte|eget|ny(?:tt)? \
lösenord""",
    ),
    (
        r"(?:foto|bild|filma|video|spela\w* in|spelade in|skärmdump|selfie|fotografer|plåta)",
        r"""(?:kund|klient|patient|id-kort|pass\b|passet|körkort|ansökan|papper|handling|barn|\
elev|\
skärm|journal|beslut|uppgift)""",
        r"""(?:mobil|whatsapp|chatt|lade ut|la ut|skicka|delade|facebook|insta|tiktok|grupp|\
smyg|utan \
lov|utan tillåt|vänner|familj|skratta|privat|snap|telefon)""",
        r"!passfoto|med tillstånd|samtycke|frågade om lov|bad om lov",
    ),
    (
        r"""(?:prata|berätta|skvallra|diskutera|nämn|avslöja|läste högt|läste upp|ropade|\
skratta|talade|\
skämta|sa högt|babbla|hörde|hördes|läckt|läckte|förde vidare)""",
        r"""(?:(?:en |våra |sina |vår )?(?:kund|klient|patient|elev|hyresgäst|familj|\
sökande)(?:en|er|\
ers|erna|ernas|s|ens)?s? (?:\w+ )?(?:skuld|problem|ärende|liv|namn|skilsm|inkomst|adress|hälsa|\
uppgift|situation|diagnos|personn|hemlig|privat|ekonomi|bakgrund|sak)|personnummer|om (?:en |\
våra |sina )(?:kund|klient|patient|elev))""",
        r"""(?:hiss|korridor|fika|lunch|hemma|vänner|kompis|sambo|man\b|fru\b|högt|alla (?:hör|\
kund)|så \
att|buss|tåg|kön\b|kö\b|väntrum|krog|fest|grann|andra (?:hör|kund)|utomstå|journalist|gym|\
familjemidd)""",
    ),
)

_AT_WORK = r"""(?:chef|arbetskamrat|medarbetar|ledare|direktör|förman|handläggar|rektor|hos \
oss|någon hos|\
vikari|team|entreprenör|leverantör|på jobbet|kolleg|vår|avdelning|enhet|kommun|borgmästar|\
politiker|ordförand|kassör|inspektör|styrels|hr\b|mig\b|oss\b|sekreter|arbetsled|förtroendev)"""

MISCONDUCT: tuple[Kind, ...] = (
    (
        _AT_WORK,
        r"""(?:peng|medel\b|medlen|anslag|budget|kassa|bidrag|kontokort|kreditkort|företagskort|\
tjänstebil|tjänsteres|bensinkort|skattepeng|representation|donation|kvitto|kvitton)""",
        r"""(?:egen|egna|eget|privat|semester|stuga|sommarst|\w*resor|resa\b|resan|ficka|fickan|\
fru|\
frun|man(?:nen)?s|golf|fest|försvin|försvann|saknas|fattas|stoppa|tar ur|tog ur|renover|båt|\
spa\b|lånar ur|kuvert|hustru|flickvän|middag|familj)""",
        r"!kunden (?:ville|bad)|egen takt|(?:hennes|hans) egna peng|privatperson|kundens",
    ),
    (
        _AT_WORK,
        r"""(?:tar emot|tog emot|tagit emot|fick|får|tar|tog|begär|kräver|krävde|bad om|\
accepter|ger\b|\
gav)""",
        r"""(?:presenter (?:av|från)|gåv(?:a|or) (?:av|från|i utbyte)|kuvert (?:med|fullt)|\
konjak|\
whisky|vinflask|champagne|gratis (?:resa|resor|renover|middag|biljett|semester)|pengar (?:av|\
från|under|för att)|gentjänst|biljetter (?:av|från)|kontanter|provision|mellan fingrarna)""",
        r"!tackade nej|blomm|choklad|tack|pension|födelsed|bidrag|stöd",
    ),
    (
        r"""(?:chef|kolleg|arbetskamrat|ledare|direktör|handläggar|rektor|hos oss|kommun|\
politiker|\
ordförand|inspektör|enhet|förman|borgmäst)""",
        r"""(?:anställ|gav|ger\b|fick|får|valde|väljer|befordra|jobbet|tjänsten|tjänst|kontrakt|\
uppdrag|\
beställ|köper|köpte|tillstånd|bevilja|före i kön|förtur|gynna|plats|lägenhet|bygglov|utnämn|\
rekryter|slapp|går före)""",
        r"""(?:\b(?:sin|sitt|sina) (?:egen |egna )?(?:\w+ )?(?:brorson|systerson|kusin|bror|\
syster|fru|\
man\b|son\b|dotter|svåger|svägerska|släkting|vän|vänner|kompis|golfkompis|flickvän|pojkvän|\
sambo|barn|granne|bekant|svärson|polare|familj)|släktingar|vänskapskorr)""",
        r"!kunden (?:kom|ringde)|hjälp(?:te|er) (?:sin|sitt)",
    ),
    (
        _AT_WORK,
        r"""(?:förfalsk|fejk|ändra|hitta\w* på|påhittad|bakdater|antedater|manipuler|skönmål|\
frisera|\
radera|raderat|strimla|förstör|gömde|gömmer|dölj|dolde|mörk|sopa|skrev (?:under|på)|skriver \
(?:under|på|in)|skriva (?:under|på)|blås(?:er|te) upp|falsk|fiffla|fuskar|trixa|justera)""",
        r"""(?:underskrift|namnteckning|datum|siffr|statistik|protokoll|tidrapport|timmar|\
övertid|\
mil(?:ersättn|tal)|kvitto|faktur|intyg|rapport|inspektion|besiktning|handling|logg|bevis|\
klagomål|misstag|fel\b|felet|olycka|tillbud|utlägg|resultat|besök|betyg|närvaro|papper|beslut|\
mitt namn|under mattan|avvikelse|mejlen)""",
        r"""(?:förfalsk|fejk|hitta\w* på|påhittad|bakdater|antedater|manipuler|skönmål|frisera|\
strimla|\
gömde|gömmer|dölj|dolde|mörk|sopa|falsk|fiffla|fuska|trixa|(?:bad|tvingade|beordrade|pressade) \
(?:mig|oss)|sa åt (?:mig|oss)|vill att (?:jag|vi)|mitt namn|aldrig (?:gjort|ägt|arbetat|varit|\
hänt|funnits)|inte (?:har )?(?:gjort|ägt|arbetat|skett|hänt|finns)|i smyg|i efterhand|så att \
ingen|blås)""",
        r"!kunden bad|mörkt|falskt alarm|falsklarm|i mörk",
    ),
    (
        r"""(?:chef|kolleg|arbetskamrat|ledare|direktör|rektor|team|på jobbet|förman|de andra|\
hos oss|\
arbetsplats|arbetsled|ledningen|fikarum)""",
        r"""(?:trakasser|mobb|förnedra|förödmjuk|hånar|hånade|håna\b|hackar på|hackade på|\
skriker åt \
(?:mig|oss|person|alla|henne)|skrek åt (?:mig|oss|person|alla|henne)|skäller ut|skällde ut|\
fryser (?:ut|mig)|utfryst|utesluter|utesluts|ignorerar mig|rasist|sexist|sexuell|kommentera\w* \
(?:\w+ )?(?:kropp|bröst|rumpa|utseende|kläder|slöja|brytning|hudfärg|vikt|ben)|tar på (?:mig|\
henne|oss)|tog på (?:mig|henne)|tafsa|handen på (?:mitt|min|hennes) (?:lår|rumpa|knä|bak)|\
snuskig|bjöd (?:in )?(?:mig|hem) (?:\w+ )?(?:till )?(?:hotell|sitt)|hotar (?:mig )?(?:med \
)?(?:att )?(?:upps|avsk|spark|omplac)|(?:för att|eftersom) (?:jag|hon|han) (?:är|har) (?:\w+ \
)?(?:kvinna|invandrar|muslim|homo|bög|lesbisk|för gammal|gravid|mörkhy|rom\b|slöja|utländsk|\
svart|trans)|diskriminer|kallar mig|kallade mig|sprider rykten|baktala|hämna|straffar mig|\
tvingar mig|gör (?:mitt|hennes) liv|idiotförkl|kränk)""",
        r"!kunden (?:skrek|skällde|kallade|förolämp)|i skolan|arg kund",
    ),
)
