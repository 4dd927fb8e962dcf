"""What tells of violence and distress in English: words that stand together."""

from coaching.rules.told_together import Kind

_HURT = r"""
(?:hit|punch\w*|kick\w*|slap\w*|spat|spit|spits|spitting|spat|shov\w+|push\w+|grabb?\w*|\
attack\w*|\
assault\w*|beat(?:en|ing)?|chok\w+|strangl\w+|bit|bitten|scratch\w*|head-?butt\w*|stabb?\w*|\
slashed|\
groped|touch\w+ up|threaten\w*|thre?aten\w*|stalk\w*|follow\w*|lunge\w*|throttl\w+|smack\w*|\
elbowed|\
tripped|pinned|corner\w+|manhandled|swung|struck|pelted|molest\w*|swing|thump\w*)
"""

VIOLENCE: tuple[Kind, ...] = (
    # Something was done to somebody at work.
    (
        rf"(?:was|were|got|been|being|get|am|is) (?:\w+ )?{_HURT.strip()}\b",
        r"""
(?:i|we|me|my|our|colleague|guard|receptionist|nurse|teacher|trainee|workmate|she|he|staff|\
driver|\
inspector|clerk|librarian|officer|carer)\b
""",
        r"!(?:by (?:the|a|an) (?:idea|thought|number|how|queue|email|remark)|follow\w* (?:up|by|\
the)|\
touched by|follow-up|struck by|hit by (?:the|a) (?:queue|change|cut)|get (?:push|hit) (?:for|\
rate)|\
push\w* (?:back|to (?:a|the|another|next)|forward)|beaten (?:to|by)|bit (?:of|more|late|long)|\
corner (?:desk|office)|a bit|hit with|system|deadline)",
    ),
    (
        r"""
(?:he|she|they|customer|client|man|woman|guy|boy|visitor|resident|patient|pupil|father|someone|\
somebody|parent|passenger|tenant|drunk|lad|bloke|youth|one of them)\b
""",
        r"""
(?:spat|spits?|spitting) (?:on|at|in|right|towards|over)
(?:hit|punched|kicked|slapped|shoved|pushed|grabbed|attacked|choked|bit|scratched|headbutted|\
stabbed|\
elbowed|tripped|pinned|cornered|groped|thumped|whacked|smacked|struck|strangled|touched|\
manhandled) \
(?:me|us|him|her|my|our|the (?:guard|nurse|teacher|driver|receptionist|trainee|librarian|\
carer))\b
(?:raised|clenched|shook|showed) (?:his|her|a) fists?|(?:went|came|lunged|charged|flew|swung|\
ran) (?:\
for|at|over the counter at|towards) (?:me|us|her|him|my|our)\b|(?:swung|swings|took a swing) \
(?:at|a)
(?:follow(?:ed|s|ing)?|tail(?:ed|ing)|stalk(?:ed|s|ing)?|wait(?:ed|s|ing)?|trail(?:ed|ing)) \
(?:for )?\
(?:me|us|my colleague|her|him) (?:\w+ ){0,3}(?:home|car|bus|house|street|outside|dark|after \
work|\
shift|car park|garage|train|tram|way|door)
(?:block\w+|stood in|lock\w+) (?:the|my|our) (?:door|way|exit)|would(?:n't| not) let (?:me|us) \
(?:out|\
leave|go|pass)|wait\w* outside (?:\w+ )?(?:my|our|until i)|outside my (?:house|home|flat|front \
door)
(?:threw|hurled|flung|chucked|lobbed|throws|throwing|slung) (?:\w+ ){1,4}(?:at|across|over|\
through|\
against|on the floor|down)\b
(?:smash\w*|broke|kicked in|kicks?|wreck\w*|trash\w*|vandal\w*|destroy\w*|damag\w*|overturn\w*|\
slash\w*|punch\w*|set fire to|bash\w*|scratch\w*|dent\w*) (?:\w+ ){0,3}(?:windows?|doors?|glass|\
screens?|counters?|desk|chairs?|tables?|tyres?|cars?|computers?|terminal|kiosk|mirror|office|\
furniture|\
waiting room|toilet|wall|printer|partition|bin)\b
""",
        r"!threw (?:\w+ ){1,3}(?:in the bin|away)|out of order|by mistake|accident|hit me that",
    ),
    # What is to come.
    (
        r"""
(?:next time|one day|some day|tomorrow|tonight|when (?:you|we|i) (?:finish|leave|get off|close)|\
i'll|i will|he'll|she'll|he will|she will|(?:is|was) going to|you'll|you will|would|gonna|said|\
says|\
told|wrote|shouted|yelled|promised|warned|swore|threat\w*|better)\b
""",
        r"""
(?:bring|brings|brought|come back with|comes back with|carry|carries|has|have|use|fetch|get) \
(?:\w+ )\
{0,2}(?:knife|knives|gun|axe|bat|baseball bat|petrol|weapon|shotgun|rifle|hammer|machete|bomb|\
acid|brothers|mates|friends to sort|lads|dogs? on|pistol|chainsaw|crowbar|screwdriver|\
explosives?)\b
(?:shoot|stab|kill|murder|strangle|bury|hurt|beat|smash|burn|blow up|torch|knife|hunt|cut|break|\
sort|\
finish|get|find|teach|make) (?:\w+ ){0,2}(?:me|you|us|him|her|them|all|someone|somebody|the \
office|\
this place|everyone|your (?:face|legs|car|house|head|neck|kids|family|teeth)|my (?:face|legs|\
car|house\
|head|neck|kids|family|teeth)|the place|our office)\b(?! (?:a|an|the|some|to (?:the|a)|with|\
when|about|\
if|another|what|how|back|in|on|by|of|for|later|then|tomorrow|today|through|out)\b)
(?:you'll|you will|i'll|i will|we'll|we will|i would|we would) (?:\w+ )?(?:regret|be sorry|pay \
for \
(?:this|it)|never (?:work|walk) (?:again|here)|wish you|get what|end up (?:dead|in))
(?:know|knows|knew|find|found|finds) (?:out )?where (?:i|we|you|my \w+|your \w+|she|he|her \w+) \
(?:\
live|lives|lived|park|parks|go|goes|work)\b|watch (?:my|your|our) back|better watch|burn\w* \
(?:\w+ )?\
down|blow\w* (?:\w+ )?up\b(?! in)|(?:blood|heads) (?:will|would) (?:flow|roll|be)|come after \
(?:me|us)
""",
        r"!(?:the queue|noise|heat|waiting|paper ?work|forms?) (?:\w+ )?(?:kill|will kill)|\
kill(?:s|ed|ing)? (?:time|some time|two birds)|my (?:heart|nerves)",
    ),
    # Weapons that were seen, and words that hurt.
    (
        r"""
(?:had|has|with|carr\w+|pull\w*|wav\w+|showed|shows|held|holding|took out|hid|put|drew|\
brandish\w*|\
brought|point\w+|came in with|saw|found) (?:\w+ ){0,3}(?:knife|knives|gun|axe|machete|pistol|\
baseball bat|weapon|iron bar|pepper spray|hammer|razor|blade|screwdriver|firearm|rifle|syringe|\
needle|shotgun|crowbar|taser|knuckle\w*|broken bottle)\b
""",
        r"!bread|kitchen|fork|workshop|tool library|lent|borrow|toolbox|sewing|knitting|lost \
property|\
cake|exhibition|museum",
    ),
    (
        r"""
(?:call(?:ed|s|ing)?|shout(?:ed|s|ing)?|scream(?:ed|s|ing)?|yell(?:ed|s|ing)?|wrote|send\w*|\
sent) \
(?:\w+ ){0,2}(?:me|us|her|him|at me|my colleague) (?:\w+ ){0,2}(?:a |an )?(?:\w+ )?(?:bitch|\
whore|\
slut|cunt|n-word|faggot|paki|nazi|pig|racist names?|death|obscen\w+|dick pic\w*|filth|sexual)
(?:death|bomb|arson|rape) threats?|threat(?:s|en\w*)? (?:against|to (?:kill|hurt|harm|hit|burn|\
stab|\
shoot|beat|my|me|us|our|her|him))|felt (?:physically )?(?:threatened|unsafe|in danger)|feared \
for (?:my|\
our|her|his) (?:life|safety)|(?:panic|alarm) button|got violent|turn\w* violent|became violent|\
(?:physically|sexually) (?:attack\w*|assault\w*|abus\w*|aggress\w*|violent)|domestic \
(?:violence|abuse)\
|(?:husband|partner|boyfriend|ex|father|wife) (?:beats|hits|hit|beat|kicks|strangl\w+|is \
violent)|\
call\w* (?:the )?(?:police|security) (?:\w+ ){0,4}(?:aggress\w+|violen\w+|threat\w+|fight\w*|\
attack\w*)\
|fist ?fight|(?:a|the) fight (?:broke|in the)|bruise\w* (?:from|after|on) (?:\w+ )?(?:kick|hit|\
grab|arm)
""",
        r"!leaflet|brochure|training|poster|test\w* the|campaign",
    ),
)

DISTRESS: tuple[Kind, ...] = (
    (
        r"(?:i|i'm|i've|i'd|i'll|me|my|myself)\b",
        r"""
(?:can't|cannot|can not|couldn't|could not|can hardly|can barely|don't|do not|no longer) (?:\w+ \
){0,2}\
(?:go on|take (?:it|this|any more|much more)|cope|bear (?:it|this|coming)|face (?:another|going|\
work|\
the day|tomorrow|people|this)|carry on|do (?:it|this) any ?more|stand it any|sleep|get out of \
bed|\
get up|feel anything|feel (?:a thing|joy)|switch off|breathe|keep (?:going|doing this)|manage \
any ?more\
|want to (?:live|be here|wake|go on|exist|come (?:back|in) any)|see (?:a|any) (?:way out|point|\
future|\
light)|care (?:about anything|any ?more|if i)|hold (?:it|myself) together|have (?:anything|any \
strength|\
the strength) left|recognise myself|trust myself)
(?:cr(?:y|ied|ying)|tears|sob\w*|weep\w*|wept|break(?:ing)? down|broke down) (?:\w+ \
){0,4}(?:before|\
after|at|in|on|every|during|to|all|when|because|over|again)\b
(?:burn\w* ?-?out|at (?:the|my) (?:end|limit|wits)|end of my (?:tether|rope|strength)|on my \
last legs|\
fall\w* apart|going under|drown\w+ in|breaking point|at rock bottom|running on empty|nothing \
left|\
(?:completely|totally|utterly|so|feel|feeling|am|just) (?:\w+ )?(?:empty|numb|hollow|hopeless|\
worthless|broken|useless|drained|desperate|finished|trapped|burnt|done with (?:life|everything)|\
worn (?:out|down)|exhausted (?:that|by everything|all))\b|feel (?:absolutely |completely \
)?nothing|\
(?:heart|chest) (?:races|pounds|tightens|tight\w*)|panic (?:every|when|before|on|attack)|\
shak(?:e|ing) \
(?:before|when|every|all)|dread (?:\w+ ){0,2}(?:monday|work|going|coming|every|the phone|each|\
morning)|\
lie awake|awake (?:all night|at night|every night)|nightmares?|want(?:ed)? to disappear|\
(?:better off|\
easier) (?:without me|dead|if i)|wish i (?:was|were|had) (?:dead|never|not)|end (?:it all|my \
life|\
everything)|no (?:point|reason) (?:in )?(?:living|going on|to live|any ?more|in anything)|hate \
myself|\
kill myself|harm myself|hurt myself|jump (?:off|in front)|drive into|not wake up|never wake|\
afraid (?:to|\
of) (?:go|come|coming|going) (?:\w+ )?(?:to |in)|sick (?:to my stomach|with (?:fear|dread))|\
(?:scared|terrified|frightened) (?:to|of) (?:come|go|work|my (?:boss|manager|colleague)|coming|\
going)|\
physically sick before|throw(?:s|ing)? up before|ask for help any|life (?:is|has) (?:not worth|\
no)|\
one more day (?:like|of|here)|just want (?:it|everything) to (?:stop|end))
""",
        r"!(?:tears of (?:joy|laughter)|laugh\w*|happy tears|don't want to live (?:in|with|near|\
without)|\
for (?:joy|happiness)|battery|printer|the onion)",
    ),
    (
        r"""
(?:he|she|they|customer|client|caller|man|woman|colleague|pupil|boy|girl|tenant|resident|mother|\
father|applicant|student|visitor|teen\w*|jobseeker)\b
""",
        r"""
(?:want\w*|wish\w*|going|plan\w*|threat\w*|think\w*|thought|talk\w*|spoke|said|says|tried|\
hint\w*) \
(?:\w+ ){0,4}(?:to die|end (?:it all|it|her life|his life|everything)|not (?:wake|be here|live)|\
suicid\w*|kill (?:herself|himself|themselves)|jump (?:off|from|in front)|ending (?:it|her|his)|\
taking \
(?:her|his) (?:own )?life|be dead|being dead|take (?:her|his) (?:own )?life|hang (?:herself|\
himself)|\
nothing to live|no reason to live|better off dead|disappear for good|life (?:is|was) (?:not|no \
longer|\
n't) worth|harm (?:herself|himself)|hurt (?:herself|himself))
(?:doesn't|does not|didn't|did not|no longer) (?:want|wish) to (?:live|be alive|go on|wake \
up)\b(?! \
(?:in|with|near|alone|at|here|there))|tired of (?:life|living)|goodbye (?:letter|note)|farewell \
letter
""",
    ),
)
