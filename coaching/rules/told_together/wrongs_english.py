"""What tells of wrongs and lost data in English: words that stand together."""

from coaching.rules.told_together import Kind

_RECORDS = r"""
(?:record|file|data|details|case|note|register|system|database|address|application|history|\
letter\
|decision|document|paper|form|journal|income|tax return|cv|list|entr(?:y|ies)|look(?:s|ed|ing)? \
up)
"""

DATA_PROTECTION: tuple[Kind, ...] = (
    # Looked at without a reason.
    (
        r"""
(?:look\w*|check\w*|search\w*|read\w*|open\w*|brows\w*|view\w*|access\w*|pull\w*|click\w*|\
peek\w*|\
peep\w*|nos(?:y|ed|ing)|dig\w*|pried|prying|typed|find out|found out|went through|go through|\
goes \
through|went into|googl\w*)\b
""",
        _RECORDS,
        r"""
(?:out of (?:\w+ )?(?:curiosity|interest|boredom)|just (?:curious|for fun|to see|because)|for \
(?:fun|\
a laugh|no reason)|without (?:any |a |having )?(?:reason|permission|right|need|cause|being \
(?:asked|\
allowed)|authori\w+)|curious|curiosity|nosy|nosiness|no business|not (?:her|his|my) (?:case|\
client|\
customer)|none of (?:her|his|my) business|(?:her|his|my|their) (?:own )?(?:\w+ )?(?:ex|\
neighbou?rs?|\
sister|brother|cousin|mother-in-law|father-in-law|in-laws|date|girlfriend|boyfriend|landlord|\
aunt|\
uncle|friends?|niece|nephew|classmate|teacher|relatives?|husband|wife|ex-\w+|former \w+)\b|\
famous|\
celebrit\w*|footballer|politician|well-known|(?:not|n't) (?:allowed|supposed|authori\w+|\
entitled))
""",
        r"!asked me to|together with (?:her|his)|came with (?:her|his)|with (?:her|his) \
(?:friend|\
daughter|son|sister|brother)|helps? (?:her|his)",
    ),
    # Sent or given to those whom it does not concern.
    (
        _RECORDS,
        r"""
(?:to|in|with|at|from|of|into) (?:the |a |an |some )?(?:wrong|different|incorrect|other|\
another) (?:\
person|man|woman|customer|client|family|parent|patient|address|number|inbox|e-?mail|mailbox|\
recipient|envelope|resident|tenant|pupil|student|people|applicant|company|employer|group|chat|\
school)
(?:wrong|mixed up|swapped|switched) (?:the |two |their )?(?:people|envelopes|recipients?|\
address\w*|\
attachments?|letters|files|papers|decisions|person|customer|client)
(?:in|on|to|via|into|by|over|through) (?:a |an |our |the |my |her |his |their )?(?:\w+ \
)?(?:whatsapp|\
facebook|instagram|tiktok|snapchat|group chat|private (?:e-?mail|phone|account)|gmail|social \
media|\
chatgpt|journalist|newspaper|press|messenger|own phone|home computer)\b
(?:left|leave|lying|lay|forgot\w*|lost|vanish\w*|missing|stolen|stole|dropped|stayed|found|\
thrown|\
threw|ended up|sat) (?:\w+ ){0,5}(?:train|bus|tram|taxi|car|caf[eé]|printer|copier|photocopier|\
desk|\
table|counter|bin|skip|rubbish|recycling|bench|canteen|waiting room|toilet|hall|corridor|\
kitchen|\
meeting room|lobby|window sill|playground|street|pub|open)\b
""",
        r"!(?:customer|client|she|he|visitor|resident|passenger|child|i) (?:had )?(?:left|lost|\
forgot) (?:\
her|his|their|my) (?:own |bus |library |id )?|lost property|poster|flyers?|brochure",
    ),
    # Screens, passwords, photos, talk.
    (
        r"""
(?:screen|monitor|display|computer|terminal|laptop|workstation|session|account|login)\b
""",
        r"""
(?:left|was|were|stood|stays?|stayed|is) (?:\w+ )?(?:open|unlocked|logged (?:in|on)|visible|on \
show|\
facing|turned (?:to|towards))
(?:show\w*|display\w*|could (?:see|read)|can (?:see|read)|saw|visible|reads?) (?:\w+ \
){0,6}(?:another|\
other|others|someone|somebody|previous|next|strangers?|everyone|everybody|family|customer's|\
client's|\
name|details|data|file|records)
""",
        r"""
(?:data|details|records?|file|case|name|customers?|clients?|patients?|anyone|everyone|everybody|\
strangers?|family|public|visitors?|unlocked|others?|passers|journal|notes|lunch|queue|colleague|\
my)\b
""",
        r"""!queue number|opening hours|(?:own|her|his) (?:application|case|file|data|details|\
record)|\
slow""",
    ),
    (
        r"""
(?:password|passcode|pin code|log-?ins?|credentials|user ?name|access card|key ?card|staff card|\
badge|user ?id|account)s?\b
""",
        r"""
(?:shar\w+|lent|lend\w*|borrow\w*|gave (?:me|him|her|the|my|out)|stuck (?:on|to|under)|taped|on \
a \
(?:note|slip|sticky|post)|under the keyboard|written (?:on|down)|wrote (?:it|the|my|her|his) \
(?:\w+ )?\
(?:on|down)|everyone (?:knows|uses)|everybody (?:knows|uses)|we all use|whole team|same (?:one|\
password|\
login)|with my|as (?:me|her|him)|under (?:my|her|his|another|somebody|someone)|uses? (?:my|mine|\
her|\
his|another|someone|somebody)|belong\w* to (?:a|my) colleague|logged in (?:with|as) (?:my|a|\
another|\
her|his|someone|somebody))
""",
        r"!customer (?:forgot|could not|lost)|bank account|reset|shared account of|library card",
    ),
    (
        r"""
(?:photo\w*|pictures?|snap\w*|film\w*|record(?:ed|ing|s)|screenshot\w*|selfie|video)\b
""",
        r"""
(?:of|with|film\w*|photograph\w*|recorded) (?:\w+ ){0,4}(?:customers?|clients?|patients?|id|ids|\
passport|resident|pupils?|application|file|record|records|screen|document|papers|decision|form|\
child|\
children|licen[cs]e|details|data)\b
""",
        r"""
(?:phone|whatsapp|chat|posted|post|sent|online|facebook|instagram|group|shared|secretly|without|\
tiktok|\
friends|family|colleagues|laugh|private|mobile|snapchat|story)\b
""",
        r"!asked (?:for|whether)|consent|passport photo|with permission|id photo|photo booth",
    ),
    (
        r"""
(?:told|tell\w*|talk\w*|gossip\w*|discuss\w*|chat\w*|laugh\w*|shout\w*|read out|read\w* aloud|\
blab\w*|\
mention\w*|spoke|reveal\w*|let slip|disclos\w*|passed on|joke\w*|loudly|overhear\w*|overheard)\b
""",
        r"""
(?:a |the |our |her |his |one )?(?:customer|client|patient|resident|pupil|applicant|tenant|\
family)\
(?:s|'s|s')? (?:\w+ )?(?:business|affairs|debts?|problems?|case|situation|secrets?|details|name|\
data|\
income|address|divorce|diagnosis|health|private|benefits?|story|file|matters)\b
""",
        r"""
(?:in the (?:lift|canteen|corridor|queue|caf[eé]|pub|bus|lobby|waiting room|coffee room|break \
room|\
hall|gym)|on the (?:bus|train|phone in)|at (?:home|dinner|a party|lunch|the pub)|to (?:her|his|\
a|my) \
(?:friends?|husband|wife|partner|mother|neighbou?r|sister|journalist|landlord|employer|ex)|out \
loud|\
so (?:loudly|that everyone)|in front of (?:everyone|everybody|others|the (?:whole )?queue|\
other)|\
everyone (?:could|can|heard)|others (?:could|heard)|over coffee|outsiders?|gossip\w*|for all to \
hear)
""",
    ),
)

_AT_WORK = r"""
(?:manager|boss|supervisor|colleague|co-?worker|workmate|director|lead\b|leader|head\b|officer|\
deputy|\
department|contractor|teacher|someone here|somebody here|in our (?:team|office|unit)|our \
(?:team|office|\
unit)|at work|mayor|councillor|councilor|principal|hr\b|inspector|clerk|caseworker|case worker|\
foreman|\
team|management|chief|secretary|treasurer|assistant|they\b|we\b|us\b|me\b|my\b|he\b|she\b)
"""

MISCONDUCT: tuple[Kind, ...] = (
    (
        _AT_WORK,
        r"""
(?:money|budget|funds?|grants?|cash|till|petty cash|purse|public money|department's|company \
card|\
credit card|taxpayer\w*|fuel card|allowance|donations?)\b
""",
        r"""
(?:private|own (?:trip|use|car|house|bills|pocket|holiday|purpose)|holiday|trips?\b|cabin|\
vacation|\
pocket\w*|personal|into (?:his|her|their)|for (?:himself|herself)|wife|husband|girlfriend|golf|\
party|\
parties|missing|disappear\w*|vanish\w*|short every|took|takes|taking|help(?:s|ed)? (?:himself|\
herself)|\
skim\w*|siphon\w*|borrow(?:s|ed) from|renovat\w*|dinner|new phone|spa\b|under the|slipped|\
envelope)
""",
        r"!customer (?:paid|asked|wanted)|personal (?:budget|help)|trip to the (?:till|counter)",
    ),
    (
        _AT_WORK,
        r"""
(?:accept\w*|took|takes?|taking|receiv\w*|got|gets|expects?|demand\w*|ask(?:s|ed) for|offered|\
gave|\
given|gives|slip\w*|pockets?)\b
""",
        r"""
(?:gifts? (?:from|for|in return|of|to)|presents? from|bottles? of (?:wine|whisky|cognac|\
champagne|\
vodka)|envelopes? (?:of|with|full)|cash (?:from|to)|free (?:trip|holiday|meals?|tickets?|\
renovation|\
work)|money (?:from|to|in|on the side|for)|favou?rs? (?:from|in return|for)|tickets? from|\
hampers?|\
commission from|something in return|payment on the side|under the counter|a watch from|\
backhand\w*)
""",
        r"!customer (?:gave|brought|offered) (?:me|us) (?:a |some )?(?:flowers|chocolate|cake|\
smile)|\
gift (?:from|of) (?:the )?(?:team|god)|smile|thank|retire|birthday|secret santa|refund|\
allowance|\
owed|benefit|money for (?:the|rent|food)|money from (?:the|us|benefit)|declin|refus|said no",
    ),
    # One's own people.
    (
        r"""
(?:gave|gives?|got|hir\w+|employ\w+|appoint\w*|promot\w*|pick\w*|chos\w+|contract\w*|order\w*|\
job|\
position|post|permit\w*|grant\w*|approv\w*|queue|push\w*|moved|skipp\w*|order|buy\w*|bought|\
ahead of|\
recruit\w*|licen[cs]e|fine|flat|place|let off|waiv\w*|rush\w*)\b
""",
        r"""
(?:(?:his|her|their) (?:own )?(?:\w+ )?(?:nephew|niece|cousin|brother|sister|wife|husband|son|\
daughter|brother-in-law|sister-in-law|in-laws?|golf (?:buddy|mate|friend)|relatives?|old friend|\
girlfriend|boyfriend|buddy|mates?|pals?|drinking buddy|family|friends?)('s)?\b|cronies|friends \
and \
family|own family|relatives)
""",
        r"""
(?:manager|boss|supervisor|colleague|co-?worker|workmate|director|team lead|our (?:lead|head)|\
officer|\
deputy|head of|department|mayor|councillor|principal|chief|inspector|caseworker|foreman|\
treasurer)\b
""",
        r"""!(?:customer|client|she|he) (?:came|called|asked) (?:with|for)|help(?:s|ed)? (?:his|\
her)""",
    ),
    # Papers and figures that are not true.
    (
        _AT_WORK,
        r"""
(?:fak\w+|forg(?:e|ed|ery|ing)|falsif\w*|doctor(?:ed|s|ing)|fiddl\w*|cook\w* the|chang\w+|\
alter\w*|\
made up|makes? up|making up|invent\w*|backdat\w*|pre-?dat\w*|tamper\w*|massag\w*|fudg\w*|\
delet\w*|\
shred\w*|destroy\w*|hid|hide|hides|hiding|conceal\w*|cover\w* up|tipp?-?ex\w*|sign\w* (?:for|in \
my|on \
behalf|off|my|his|her|under|a)|padd(?:s|ed|ing)|inflat\w*|bogus|phantom|rewrit\w*|rewrote|\
swept)\b
""",
        r"""
(?:signatures?|dates?|figures|numbers|statistics|stats|minutes|protocol|timesheet\w*|time \
?sheets?|\
hours|overtime|mileage|receipts?|invoices?|certificates?|reports?|inspection\w*|documents?|\
records?|\
logs?|evidence|complaints?|mistakes?|accident\w*|expenses?|results?|visits?|grades?|attendance|\
papers?|decisions?|name|under the carpet|test scores?)\b
""",
        r"""
(?:asked (?:me|us) to|told (?:me|us) to|made (?:me|us)|order\w* (?:me|us)|pressur\w*|fak\w+|\
forg\w+|\
falsif\w*|doctored|fiddl\w*|made up|makes up|invent\w*|backdat\w*|tamper\w*|massag\w*|fudg\w*|\
shred\w*|\
hid\b|hides|conceal\w*|cover\w* up|padd\w*|inflat\w*|bogus|phantom|so that (?:nobody|no one|it \
looks|\
the)|never (?:happened|took place|made|worked)|did not (?:happen|exist|work)|didn't (?:happen|\
exist)|\
my (?:name|signature) on|(?:afterwards|secretly) (?:chang|alter|delet)|secretly|swept)
""",
        r"!customer(?:'s)? (?:asked|told)|client asked|changed name|form|new date|appointment",
    ),
    # Harassed, shut out, discriminated against.
    (
        r"""
(?:manager|boss|supervisor|colleagues?|co-?workers?|workmates?|director|team lead|our lead|head \
of|\
deputy|team|principal|chief|foreman|at work|management|my (?:lead|superior)|the others)\b
""",
        r"""
(?:harass\w*|bull(?:y|ies|ied|ying)|pick\w* on|yell\w* at|scream\w* at|shout\w* at|humiliat\w*|\
belittl\w*|ridicul\w*|mock\w*|insult\w*|shut\w* (?:me|her|him) out|freez\w* (?:me|her|him)|\
froze (?:me|\
her|him)|ignor\w+ me|exclud\w*|leaves? me out|racist|sexist|homophob\w*|comment\w* (?:on|about) \
(?:my|\
her|our|his|women) (?:body|breasts?|legs|looks|skin|clothes|bum|accent|religion|hijab|weight|\
age)|\
touch\w* (?:me|my|her|us)|grop\w*|hand on my (?:thigh|knee|bottom|back|leg)|dirty (?:jokes|\
messages)|\
invit\w+ me to (?:his|her) (?:hotel|room|home)|sexual\w*|threat\w* to (?:fire|sack|move)|\
because (?:i \
am|i'm|she is|she's|he is|he's) (?:\w+ )?(?:a woman|black|foreign\w*|muslim|gay|lesbian|too old|\
old|\
roma|pregnant|not from|an immigrant|disabled|trans|union)|name-?call\w*|call\w+ me (?:names|\
stupid|\
useless|an idiot|a)|throws? things at|mak\w+ fun of|silent treatment|punish\w* me|retaliat\w*|\
demean\w*|intimidat\w*|gaslight\w*|makes? (?:my|her|his) life (?:hell|a misery))
""",
        r"!customers? (?:shout|yell|scream|insult|mock)\w*|by (?:a )?customers?|(?:angry|\
difficult) \
(?:customer|client)|bully\w* at school|calls? me (?:a )?(?:good|back|taxi)",
    ),
    (
        r"""(?:permit|job|place|flat|promotion|application|appointment|rais|interview|hired|\
served|\
serve)""",
        r"""
(?:because of|due to|with) (?:\w+ )?(?:a foreign name|foreign (?:sounding )?name|skin colour|\
their skin|(?:her|his) (?:religion|headscarf|hijab|accent|skin|sex|gender|background|age|origin))
(?:don't|do not|never|won't|not) (?:\w+ )?(?:hire|serve|employ|take|invite) (?:\w+ \
)?(?:foreigners|\
roma|immigrants|muslims|women|gays|blacks|people over|anyone with)
""",
    ),
)
