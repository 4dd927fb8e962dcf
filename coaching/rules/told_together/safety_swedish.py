"""What tells of violence and distress in Swedish: words that stand together."""

from coaching.rules.told_together import Kind

VIOLENCE: tuple[Kind, ...] = (
    # Somebody was hit, spat on, followed, threatened.
    (
        r"""(?:jag|mig|oss|vi\b|min|vår|kolleg|vakt|receptionist|sköterska|lärar|praktikant|\
handläggar|\
chaufför|förare|kontrollant|henne|honom|hon\b|han\b|personal|bibliotekari|arbetskamrat|vårdar|\
assistent)""",
        r"""
(?:blev|bli|blivit|blir) (?:\w+ ){0,2}(?:slagen|slagna|sparkad|knuffad|biten|riven|bespottad|\
spottad|hotad|hotade|attackerad|överfallen|jagad|förföljd|misshandlad|knivhotad|puttad|påhoppad|\
nedslagen|antastad|tafsad|strypt|dragen i håret|fasthållen|trakasserad av en kund|inträngd|\
örfilad)
(?:slog|slår|slagit|sparka(?:de|r|t)|knuffa(?:de|r|t)|putta(?:de|t)|bet|rev|klöste|örfila(?:de|\
t)|strypte|tog strypgrepp|spotta(?:de|r|t)|attackera\w*|överföll|gick till attack|gav sig på|\
flög på|hoppade på|måttade|skallade|nöp|högg|tafsa\w*|antasta\w*|kastade sig över) (?:\w+ \
){0,3}(?:mig|oss|henne|honom|kolleg\w*|vakten|mot|efter|på|i ansiktet|läraren|hennes|hans|min)\b
följ(?:de|er|t) (?:efter|med) (?:mig|oss|henne|honom|min)|förfölj\w*|skugga(?:de|r) (?:mig|\
henne)|(?:vänta(?:de|r)|stod) (?:\w+ ){0,3}(?:på mig|på henne|vid min bil|utanför (?:min|mitt|\
mitt hem|porten|jobbet))|stalk\w*|spärrade (?:vägen|dörren|in)|släppte inte (?:ut|förbi)|tog \
tag i (?:min|mig|hennes|kolleg\w*|håret)|grep (?:tag|mig)|höll fast|ryckte (?:mig|i min)|drog \
(?:mig|henne) i
kasta(?:de|r|t) (?:\w+ ){0,4}(?:mot|på|efter|i (?:väggen|golvet|huvudet))|slängde (?:\w+ \
){0,3}(?:mot|på|efter) (?:mig|oss|henne|honom|kolleg|disken)\w*|hötte med näv\w*|höjde näv\w*|\
knytnäv\w*|hota(?:de|r|t|s|des)? (?:\w+ ){0,3}(?:mig|oss|henne|honom|kolleg|med|att (?:slå|döda|\
skada|komma|bränna|hitta|spränga|skjuta|hugga|vänta))\w*
""",
        r"""!slog mig att|slog det mig|bet ihop|slog på (?:datorn|radion|lampan)|slog upp|slår \
på|\
hota\w* (?:med )?(?:att )?(?:klag|anmäl|medi|byta)|kastade (?:\w+ )?i (?:sopor|pappers)|\
kasta(?:de)? ett öga|följer med mig in|spottade i näv|slog av|skämt""",
    ),
    # What was broken.
    (
        r"""(?:kund|man\b|mannen|kvinna|han\b|hon\b|någon|klient|kille|besökar|elev|gäng|ungdom|\
patient|\
förälder|sökande|pappa)""",
        r"""(?:slog sönder|sparka|krossa|vält|rev ner|förstör|vandaliser|tände eld|satte eld|\
repa|\
punkter|skar sönder|demoler|bultade|slog (?:näven|handen|knyt)|krasch|slängde)""",
        r"""(?:fönst|glas|ruta|rutan|dörr|disk|stol|bord|skärm|dator|bil(?:en)?\b|däck|spegel|\
automat|\
vägg|möbl|hylla|inredn|väntrum|toalett|terminal|kontor|plexi|papperskorg|skrivare)""",
        r"!av misstag|råkade|olycks|bordlagd|glasögon",
    ),
    # What is to come; weapons; words.
    (
        r"""(?:nästa gång|i morgon|snart|ska\b|skulle|kommer|tänker|sa\b|sade|skrek|skrev|hota|\
lova|\
svor|varna|vänta bara|bäst att|vet\b|jag tar)""",
        r"""
(?:kniv(?:en)?\b|pistol|yxa|yxan|gevär|vapen|basebollträ|bensin|bomb|syra i|machete|hagelbössa|\
slagträ|hammare (?:med|i)|järnrör)
(?:döda|mörda|skjuta|skjuter|hugga|slå (?:ihjäl|ner|in|sönder|mig|oss|dig|er|henne)|spränga|\
bränna (?:ner|ned|huset|bilen)|strypa|ge (?:mig|dig|oss) (?:stryk|på käften)|hämnas|hämnd|få \
(?:sota|ångra|betala för det|smaka)|ångra (?:mig|dig|er|oss)|var (?:jag|vi|du|mina barn|ni|hon|\
min \w+|mina \w+) (?:bor|går|jobbar|parker)\w*|hitta (?:dig|er|mig) (?:hemma|där)|passa (?:dig|\
er|mig)|akta (?:dig|er|mig)|se mig om|ta med (?:sig )?(?:sina )?(?:bröder|kompisar|grabbar)|\
rinna blod|leva länge|komma hem till (?:mig|dig|oss|er))\b
""",
        r"""!brödkniv|köksknivar|smörkniv|lånade (?:yxan|hammar)|museum|utställ|bomba(?:d|rd)|\
död(?:a)? \
tid|döda vinkel""",
    ),
    (
        r"""(?:hade|har|drog|viftade|visade|höll|tog fram|bar\b|bär|kom (?:in )?med|pekade|\
riktade|\
siktade|såg|hittade|i fickan|i handen|under jackan|i väskan)""",
        r"""(?:(?:en |sin |ett |med )?(?:kniv\b|kniven\b|pistol|yxa\b|vapen\b|vapnet|gevär|\
slagträ|\
basebollträ|machete|järnrör|pepparspr|tårgas|knogjärn|rakblad|sax mot|mattkniv|morakniv|\
skjutvapen|batong))""",
        r"!bröd|kök|museum|utställ|lånad|lånat|tappat|hittegods|slöjd|smör|vapenlicens|fiske",
    ),
    (
        r"""
(?:kallade|kallar|skrek|skriker|skrev|vrålade) (?:\w+ ){0,3}(?:hora|fitta|slyna|blatte|n-ord\w*|\
svartskall\w*|nazi\w*|kärring\w*|bög\w*|rasistisk\w*|dö\b)
(?:mordhot\w*|bombhot\w*|dödshot\w*|hotfull\w*|hotelser?\w*|våldsam\w*|våld(?:et|s)?\b(?! i \
ord)|misshandl\w*|överfall\w*|slagsmål\w*|handgemäng\w*|överfallslarm\w*|larmknapp\w* (?:\w+ \
)?(?:när|för|efter)|(?:tryckte|larmade) (?:\w+ )?(?:på )?(?:larm|polis|vakt)\w*|(?:rädd|\
fruktade|oroade) (?:\w+ )?(?:för )?(?:mitt liv|livet|min säkerhet|att (?:han|hon) skulle (?:slå|\
komma))|(?:slår|slog|misshandlar|strypt\w*) (?:sin |sitt |sina |hennes )?(?:fru|barn|sambo|man|\
mamma)\w*|mannen slår henne)
""",
        r"!kurs|utbildning|broschyr|övning|övade|testa|affisch",
    ),
)

DISTRESS: tuple[Kind, ...] = (
    (
        r"(?:jag|mig|mitt|min|själv)\b",
        r"""
(?:orkar|orkade|klarar|står|pallar|mäktar|palla) (?:\w+ )?(?:inte|knappt) (?:\w+ ){0,3}(?:mer|\
längre|leva|upp|gå|jobba|ut|en dag|med (?:det|livet|detta|jobbet)|fortsätta|av)\b|(?:inte|\
knappt) (?:\w+ )?(?:orkar|klarar|pallar|står ut|känner|sover|vill|kan sova|vågar gå) (?:\w+ \
){0,3}(?:mer|längre|leva|något|någonting|glädje|vakna|på nätterna|till jobbet|alls|ut|nåt)\b|\
känner (?:\w+ )?(?:ingenting|inget|inte (?:någon|något|nåt))|känner mig (?:\w+ )?(?:tom|\
värdelös|helt slut|hopplös|död inombords|avtrubbad|avstängd|förtvivlad|instängd|trasig|uppgiven|\
maktlös)|(?:slutkörd|utbränd|utarbetad|utmattad|helt slut|totalt slut|helt tom|knäckt|\
förtvivlad|på botten|bryter ihop|bröt ihop|bröt samman|går under|går sönder|faller ihop|på \
bristningsgr\w*|går på reserv\w*|in i väggen|krascha\w*)
(?:gråt(?:er|it|a)?|grät|storgrät|tårar\w*|grina\w*) (?:\w+ ){0,5}(?:innan|före|efter|i bilen|\
på toaletten|hemma|varje|på väg|när|hela|igen|jobbet|kväll\w*|natt\w*|morgon\w*|ofta|\
omklädnings\w*|dusch\w*)
(?:varje|innan|ofta) (?:\w+ ){0,3}(?:gråt(?:er|it)|grät)|(?:rädd|livrädd|ångest|panik|mår illa|\
kräks|skakar|bävar|gruvar mig|fasar) (?:\w+ ){0,3}(?:gå till|att (?:gå|komma|åka)|jobbet|chefen|\
måndag\w*|söndag\w*|varje|inför|innan|för chefen|på morgon\w*)|(?:vill|ville|önskar|funderar på|\
tänker på|tänkt|hoppas) (?:\w+ ){0,4}(?:dö|försvinna|inte (?:vakna|finnas|leva)|avsluta (?:allt|\
livet)|ta livet av mig|slippa (?:leva|vakna)|vore död|var död|köra (?:av|in i))\b|hatar mig \
själv|livet (?:är|har|känns) (?:\w+ )?(?:meningslöst|inte värt|ingen mening|slut)|ingen \
(?:mening|idé|poäng) (?:med (?:livet|något|allt)|att (?:leva|fortsätta))|bättre (?:utan mig|om \
jag inte fanns|död)|ser ingen (?:utväg|mening|framtid|väg ut)|ligger vaken|mardröm\w*|hjärtat \
(?:rusar|bankar|slår) (?:\w+ )?(?:så fort|varje|när|innan)|skada mig själv|skär mig|allt är \
(?:svart|hopplöst|meningslöst)|ta slut på allt
""",
        r"!skratt|av glädje|lättnad|rörd|kaffe|batteri",
    ),
    (
        r"""(?:kund|klient|han|hon|hen|man|kvinna|elev|kolleg|sökande|patient|pojke|flicka|tjej|\
kille|\
hyresgäst|mamma|pappa|ungdom|tant|granne)""",
        r"""(?:ta(?:r|git)? (?:livet av|sitt liv)|tog livet av|självmord\w*|suicid\w*|(?:vill|\
ville|\
orkar|orkade) inte (?:längre )?leva|inte (?:vill|ville|orkar|orkade) leva|leva längre|\
vill(?:e)? (?:bara )?dö\b|vore bättre (?:död|att dö|om (?:han|hon) inte fanns)|hoppa (?:från|\
framför|ut)|hänga sig|avsluta (?:sitt liv|allt|livet)|göra slut på (?:allt|livet|sitt liv)|\
trött på livet|inget att leva för|avskedsbrev|skada sig själv|inte värt att leva|slippa leva|\
inte vakna)""",
    ),
)
