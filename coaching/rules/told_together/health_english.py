"""What tells of health in English: words that stand together in a sentence."""

from coaching.rules.told_together import Kind

_WHO = r"""
(?:he|she|i|i'm|i've|who|his|her|my|me|mine)\b|(?:the|a|an|our|one|this|old|young) (?:\w+ )?(?:\
customer|client|colleague|man|woman|lady|gentleman|boy|girl|pupil|student|resident|visitor|\
patient|\
applicant|caller|tenant|neighbour|parent|mother|father|mum|dad|wife|husband|son|daughter|boss|\
manager|workmate|passenger|pensioner|granny|child|kid|guy|bloke|person|reader|jobseeker)
"""
_PART = r"""
(?:my|his|her|their|left|right|one|both) (?:\w+ )?(?:back|knees?|hips?|shoulders?|neck|arms?|\
wrists?\
|hands?|fingers?|legs?|ankles?|foot|feet|head|stomach|tummy|chest|heart|lungs?|kidneys?|liver|\
ears?|\
eyes?|tooth|teeth|jaw|skin|joints?|spine|throat|ribs?|elbows?|toes?|belly|breasts?|nerves|\
lips?)\b
"""

HEALTH: tuple[Kind, ...] = (
    # Memory that goes.
    (
        _WHO,
        r"""
forget(?:s|ting) (?:things|everything|names|words|who|where|what|that (?:she|he)|her own|his own)
forgot(?:ten)? (?:who|where (?:she|he) (?:was|lives|lived)|what day|her own name|his own name)
(?:memory|mind) (?:is|was|has been|'s)? ?(?:going|gone|slipping|failing|fading|not what)
(?:loses|losing|lost) (?:the thread|track of (?:days|where|who)|(?:her|his) (?:memory|words))
(?:not|n't) (?:know|remember|recognise|recognize) (?:what (?:day|year|month)|where (?:she|he) \
(?:is|\
was|lives|lived)|who (?:i|we) (?:am|was|were)|(?:her|his) (?:own|daughter|son|wife|husband))
(?:very |so |quite |increasingly |more and more |gets |got )confused\b(?! (?:by|about|with|over))
wander(?:s|ed|ing) (?:off|about|around|out) (?:at night|in (?:her|his)|from home)
getting (?:muddled|senile)|senile|gaga
""",
    ),
    # Eyes and ears, and what helps them.
    (
        _WHO,
        r"""
(?:can't|cannot|can hardly|can barely|could hardly|could barely|couldn't|could not|struggl\w+ \
to|\
finds? it hard to|has trouble|had trouble|difficulty|doesn't|does not) (?:\w+ )?(?:hear|hearing|\
see|seeing|read)(?:ing)? (?:well|properly|much|anything|any more|small|normal|the small|the \
text on|\
letters|print|on (?:her|his)|without|speech|with (?:her|his))
(?:hears|sees) (?:very )?(?:badly|poorly|little|nothing|almost nothing|only)|(?:losing|lost|\
poor) \
(?:\w+ )?(?:sight|vision|hearing)|(?:hearing|sight|eyesight|vision) (?:is|was|has|'s) (?:\w+ \
)?(?:\
bad|poor|going|gone|failing|got worse|worse|weak)
sign(?:s|ed|ing)? language|braille|cochlear|hearing (?:loop|device|implant)|magnif\w+ glass
uses? a screen reader|reads? (?:our|my|your) lips
""",
        r"""!background|noise|noisy|bad line|the line|connection|microphone|course|brochure|\
printer""",
    ),
    # Aids, limbs and how somebody moves.
    (
        r"""
(?:uses?|using|used|needs?|needed|with|in|on|has|had|got|his|her|my|came by|sits? in|wears?|a \
new) \
(?:\w+ ){0,3}(?:wheel ?chair|whelchair|wheelchiar|power ?chair|electric chair|mobility scooter|\
zimmer|rollator|walking (?:aid|frame)|cane|crutches|stairlift|hoist|leg brace|neck brace|back \
brace|\
splint|prosthe\w+|artificial (?:leg|arm|hand|limb)|insulin pump|feeding tube|ventilator|\
breathing \
machine|oxygen|incontinence pads?|support stockings|glucose (?:meter|sensor)|implant)\b
(?:can't|cannot|can not|no longer|can hardly|can barely|could hardly|unable to|struggles to) (?:\
walk|stand|climb (?:the )?stairs|get up|bend|lift (?:her|his|my|anything)|use (?:her|his|my) \
(?:hand|arm|leg|right|left)|speak (?:since|after)|hold (?:a|the|her|his) (?:pen|cup|head))\b
(?:one|a|her|his|both) (?:leg|arm|hand|eye|foot|legs|breast) (?:missing|was taken off|removed)
(?:lost|losing|loses|without) (?:an?|one|her|his|both) (?:\w+ )?(?:leg|arm|hand|eye|foot|legs|\
breast)
shuffl(?:es|ed|ing) (?:in|along|with)|unsteady on|walks? with (?:a|great) (?:stick|difficulty|\
limp)
""",
    ),
    # A part of the body that hurts, fails or is mended.
    (
        _PART,
        r"""
(?:hurts?|hurting|ache[sd]?|aching|sore|swollen|swelling|numb|playing up|acting up|kill(?:s|\
ing) \
(?:me|her|him)|injured|operated|giving out|gave out|gave way|packed (?:up|in)|seized up|\
paraly\w+|\
tingl\w+|inflam\w+|infected|bleed\w*|bled|wrecked|knackered|throbb\w+|cramp\w*|spasm\w*|stiff|\
itch\w*|\
shak(?:es|ing|y)|trembl\w+|fractur\w+|broken|broke|dislocat\w+|sprain\w+|twisted|burn(?:t|ed)|\
scald\w+|\
bandag\w+|in plaster|stitch\w*|replaced|transplant\w*|x-rayed|scanned|worn out|went out|\
trapped)\b
""",
        r"""!(?:broke|broken|break) (?:my|his|her|their) heart|shak\w+ (?:my|his|her|their) \
(?:head|\
hand)""",
    ),
    # Away from work for health, and what a doctor says.
    (
        r"""
(?:off|away|absent|home|on leave|stays? home|missed|cancel\w*|can't come|couldn't come|not back|\
not in|out for|leav\w+ early|rebook\w*|moved (?:the|her|his) (?:time|appointment)|late)
""",
        r"""
(?:(?:her|his|my|the) nerves|exhaustion|collaps\w+|(?:a|her|his|my|the) (?:\w+ )?(?:op|\
operation|\
scan|treatment|infusion|check-?up|hospital (?:visit|appointment)|blood test|dialysis|injection|\
migraine)|throwing up|sick (?:kid|child|son|daughter)|(?:poorly|ill)\b|(?:a |the )?(?:stomach|\
tummy) \
bug|mental (?:strain|exhaustion|fatigue)|dentist|a slipped|(?:had|has|with) a (?:fall|turn)|\
nervous \
exhaustion|health reasons?|(?:the|a) (?:clinic|hospital|specialist))\b
""",
        r"!as a (?:nurse|doctor)|opening hours|clinic (?:moved|closes)",
    ),
    # Hospital departments and those who treat, with somebody who goes there.
    (
        _WHO,
        r"""
(?:at|to|from|in|see|sees|seeing|saw|under|the) (?:the |a |an |her |his |my )?(?:oncolog\w+|\
cardiolog\w+|neurolog\w+|psychiatr\w+|psycholog\w+|orthop\w+|dermatolog\w+|gyn(?:a)?ecolog\w+|\
urolog\w+|rheumatolog\w+|haematolog\w+|geriatric\w*|memory clinic|pain clinic|eating disorder|\
burns unit|cancer (?:clinic|ward|unit)|maternity ward|stroke (?:unit|ward)|midwife|specialist|\
counsellor|rehab\w*|detox|hospice|sleep clinic|operating)\b
""",
        r"!opening hours|has moved|leaflet|works? (?:at|in)|advertis",
    ),
    # The mind.
    (
        _WHO,
        r"""
(?:nerves (?:are|were) (?:shot|gone|in tatters)|mental(?:ly)? (?:unwell|exhaust\w+|fragile|\
state|\
issues?|ill|struggling|in a bad|health|not well)|struggl\w+ (?:mentally|with (?:her|his|my) \
(?:mental|\
nerves|mind|mood))|(?:not|n't) (?:left|leave|leaves) (?:the|her|his) (?:house|flat|bed|room)|\
talks? to (?:herself|himself)|sees? things|hears? things|off (?:her|his) (?:head|rocker|face)|\
manic|phobi[ac]\w*|panics? (?:in|on|when)|obsessive|compulsive|self-?harm\w*|cuts? (?:herself|\
himself)|starv\w+ (?:herself|himself)|binge\w*|took an overdose|end(?:ed)? up in psych\w*|\
(?:chronically|clinically|constantly) (?:tired|exhausted|anxious|fatigued|depressed)|\
(?:anxious|anxiety) (?:attack\w*|all the time|since|every|about leaving|in crowds)|traumati\w+|\
(?:sees?|seeing|saw|has|got|needs?) (?:a |her |his |my )?(?:therapist|counsellor|psych\w+))\b
""",
    ),
    # Drink and drugs as they are noticed.
    (
        _WHO,
        r"""
(?:slurr\w+ (?:\w+ )?(?:words|speech|voice)?|glassy eyes|pupils (?:were|like|are)|(?:hip \
)?flask|\
bottle (?:of (?:vodka|whisky|gin|wine|spirits|rum) )?in (?:her|his) (?:bag|drawer|desk|coat|\
locker|\
pocket)|(?:was|is|were|came in|obviously|clearly) high\b(?! (?:up|on (?:the|our))|,)|high (?:on|\
as a \
kite)|off (?:his|her) (?:face|head)|(?:smell\w*|reek\w*|stank|stink\w*) (?:like|of) (?:a \
)?(?:brew\w*|\
drink|booze|pub|hash|pot|weed|spirits|liquor)|breath (?:smel\w+|stank|reek\w*)|drink\w* (?:on \
the \
job|at work|before work|at lunch|(?:his|her) (?:wages|money)|to cope|problem|alone)|had a \
(?:few|\
skinful)\b|a few (?:pints|drinks|beers)|(?:an?|the) aa\b|recovering (?:from|addict|alco\w+)|\
shoot\w* \
up|shot up|snort\w*|coke\b(?= )|crack\b|speed habit|(?:hooked|dependent) on|pill(?:s|head)|\
stagger(?:s|ed|ing)|swayed|could hardly stand|methadon\w*)
""",
        r"!diet coke|a coke|on (?:our|the) help|shot up (?:in|to|by)|crack (?:in|on) the",
    ),
    # A child that is coming, or does not come.
    (
        r"""
(?:baby bump|(?:her|my|the) bump\b|baby (?:is )?(?:due|coming|on (?:its|the) way)|having (?:a|\
another|\
her|our) (?:\w+ )?baby|due (?:date|in (?:a few weeks|\w+ with))|weeks? (?:along|gone|pregnant)|\
(?:up the duff|in the family way|knocked up)|trying for a baby|fertility (?:treatment|clinic)|\
lost (?:a|the|her|my) (?:baby|pregnancy)|breast-?feed\w*|labour pains|contractions|waters broke|\
(?:her|my) midwife|caesarean|c-section|expects? (?:a (?:baby|child)|twins)|morning sick\w*|\
postpartum)
""",
    ),
    # What somebody takes, eats or has put in.
    (
        r"""
(?:forg[eo]t\w*|takes?|taking|took|needs?|on|off|stopped|without|gave|runs? out of|new|stronger|\
prescribed|collect\w*|her|his|my|their) (?:\w+ ){0,3}(?:pills?|tablets|meds|medicin\w+|\
medecin\w*|\
medicat\w+|drops for|ointment|eye drops|inhaler|epi-?pen|patch(?:es)? for|antidepress\w*|\
sedativ\w+|\
painkill\w*|tranquil\w+|sleeping \w+|blood thinners?|heart pills?|insulin|infusions?|beta\w*|\
antihist\w+|hormones?|the pill)\b
(?:not allowed|can't|cannot|mustn't|must not|may not|no|avoid\w*|low|free|special|strict) \
(?:\w+ )?\
(?:gluten|lactose|sugar|salt|dairy|nuts|peanuts|fodmap|solid food|wheat|carbs?|diet)\b(?= \
(?:\w+ )?(?:\
because|due|since|diet|for (?:her|his|my|medical)|after|with|on account))
(?:gluten|lactose|dairy|salt|sugar)-?(?: )?free (?:\w+ )?(?:because|since|diet|due)
""",
        r"!take-?back|pharmacy|collection point|cabinet",
    ),
    # Fits, falls, and names of illnesses that the long list lacks.
    (
        r"""
(?:a|had a|her|his) (?:funny|bad) turn\b|had (?:another|a) fit\b|keeled over|blacked out|\
blackouts?\b\
|short of breath|gasping for|chest (?:hurt|tight)\w*|(?:foam|froth)\w* at the
(?:lymphoma|melanoma|sarcoma|myeloma|carcinoma|angina|arrhythmi\w+|fibrillation|aneurysm|\
embolism|\
thrombosis|meningitis|encephal\w+|lyme (?:disease)?|gallstones?|gall ?bladder|pancreatitis|\
diverticul\w+|h(?:a)?emophil\w+|cystic fibrosis|sickle cell|myasthenia|dystonia|narcolep\w+|\
dyspraxi\w+|dyscalculi\w+|whooping cough|scarlet fever|impetigo|ringworm|scabies|bed ?sores|\
frostbite\
|hypertens\w+|hypoglyc\w+|pcos|vitiligo|a ms\b|chronically|gastritis|cystitis|nephritis|\
dermatitis|\
arthr\w+|tendonitis|laryngitis|hysterectomy|mastectomy|tonsillectomy|vasectomy|hyperthyr\w+|\
underactive thyroid|burn-?out|dement(?!er)\w+|demensia|alzh\w+|alch?oh?olic|deppress\w+|diabetis|\
schizophrenic|stomach (?:ulcer|virus)|kidney (?:failure|disease)|low blood|high blood|growth \
(?:on|\
in) (?:her|his|my)|spots on (?:her|his|my) lung|gastric|chemo\w*|tourette\w*)\b
(?:down|came down|laid (?:up|low)|in bed|struck down|recovering|recovered|suffers?|suffering) \
(?:with|\
from|by) (?:an? |the |his |her |my )?(?!(?:lack|poor|bad|delay|staff|shortage|the queue|stress \
of)\b)\
(?:\w+ )?(?:flu|bug|virus|cold|covid|fever|illness|operation|surgery|stroke|attack|nerves|\
pains?|\
condition|shock|treatment|birth|accident|fall|injur\w+)
""",
    ),
    # How somebody is, said without the name of it.
    (
        r"""
(?:he|she|client|customer|colleague|man|woman|mother|father|son|daughter|wife|husband) (?:has|\
is|was|\
had|got|'s) (?:not |n't )?(?:\w+ )?(?:long to live|weeks to live|months to live|at death's door|\
wasting away|skin and bone|bed-?bound|paralysed|very frail|a shadow of|in a coma|on life \
support|\
in a home for|under treatment|in treatment|having (?:treatment|tests|therapy|seizures|fits)|\
getting treatment|slow since|a special needs|undergoing)
(?:in|under|having|undergo\w*|receiv\w+|start\w*|for|after) (?:her|his|my|their|cancer|hospital|\
weekly|daily|more|radiation|hormone|trauma) (?:\w+ )?(?:treatment|therapy|rehabilitation|\
operation)s?\b
(?:has|have|with|having) (?:a |an |some |severe |certain )?(?:\w+ )?(?:condition|health \
(?:issue|\
problem|thing)|impairment|disabilit\w+|diagnos\w+|autis\w+|special needs)\b
(?:heart|back|knee|skin|lung|kidney|nerve|eye|stomach|bowel|bladder|blood|mental|medical|muscle|\
thyroid|hormone) (?:thing|condition|issues?|complaint|trouble|surgery|operation|specialist|\
treatment)
""",
        r"!air condition|terms and",
    ),
)
