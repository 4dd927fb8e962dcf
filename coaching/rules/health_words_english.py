"""Words in English that tell of somebody's health, how they are said and written at work."""

# What begins a word, or a few words that follow each other. \b at the end closes the word.
HEALTH = r"""
(?:because of|due to|with|from) (?:his |her |my |their )?anxiety\b
psychiatric (?:ward|care|unit|treatment)
(?:his|her|my|their|a) therapist\b
sick(?:ness|note)?\b
ill(?:ness|nesses)?\b
unwell\b
(?:his|her|my|their|your|whose|\w+'s) (?:own |poor |failing |bad )?health\b
health (?:problem|issue|condition|reason|concern|trouble|scare)
(?:poor|bad|failing|declining) health\b
mental health\b
mental(?:ly)? (?:illness|problem|disorder|breakdown|condition|unstable)
(?:nervous|mental) breakdown
medical (?:reason|condition|leave|certificate|history|issue|problem|emergenc|appointment|treatment)
diagnos(?:is|es|ed)\b
symptoms?\b
depress(?:ed|ion|ive)\b
anxiety (?:disorder|attack|medic|problem|issue)
(?:suffer\w*|suffers from|treated for|has|have|had|with) (?:severe |social |bad )?anxiety\b
panic attack
(?:burn|burnt|burned)[ -]?out\b
(?:off|out|home|leave) (?:with|for|due to|because of) stress\b
stress[ -](?:related|leave)
signed off (?:work|for (?:\w+ )?(?:days|weeks|months))\b
medication|medicated\b|medicines?\b|prescriptions?\b|painkiller|sleeping (?:pill|tablet)
(?:take|takes|took|taking|on|her|his|my|their) (?:\w+ )?pills\b
antidepress|antibioti|chemo(?:therapy)?\b|radiotherapy|radiation (?:treatment|therapy)
insulin|penicillin|dialysis
(?:my|her|his|their) anxiety
therapy\b|psychotherap|physiotherapy\b
(?:see|sees|saw|seeing) (?:a|her|his|my|their) (?:psych|therap|counsel|doctor|gp\b)
(?:to|at) (?:the|a|her|his|my|their) (?:doctor|doctor's|gp|psychiatrist|psychologist)\b
doctor's (?:appointment|note|certificate|visit)
surgery\b|(?:had|having|needs?|after|for) (?:an|her|his|my|their) operation\b
(?:knee|hip|heart|back|eye|brain|shoulder|cataract) (?:operation|replacement|condition|disease)
heart (?:attack|problem|trouble|failure|rhythm)
(?:in|to|from|into|left) hospital\b
(?:is|was|been|he's|she's|wife|husband|mother|father|mum|dad|son|daughter) in the hospital\b
(?:taken|rushed|admitted|went|brought) to (?:the )?hospital\b
hospitali[sz]ed|intensive care|palliative|terminally
(?:call|called|calling) (?:an|the) ambulance
disabilit|special needs\b|learning difficult
disabled (?:person|people|customer|client|visitor|man|woman|child|user|colleague|son|daughter)
disabled (?:husband|wife|mother|father|brother|sister|resident|passenger|parking)
(?:severely|physically|mentally|permanently|partly) disabled
(?:he|she|i|who|they|customer|client|son|daughter|colleague) (?:is|was|are|am|became) disabled
(?:i'm|he's|she's) disabled
handicap|wheelchair|hearing aid|hard of hearing|deaf|prosthe|amputat
blind (?:person|people|customer|client|visitor|man|woman|user|colleague|lady|gentleman|resident)
(?:is|was|are|were|i'm|he's|she's|legally|partly|partially|nearly|almost|going|went) blind\b
(?:visually|hearing|sight|mobility|cognitively|visual|cognitive)[ -]?(?:impair|loss)
(?:lost|losing|poor|loss of) (?:her |his |my |their )?(?:hearing|eyesight|sight)\b
dyslexi|autis[tm]|adhd\b|ocd\b|ptsd\b|asperger|tourette|bipolar|schizo|psychos[ie]s|psychotic
eating disorder|anorexi|bulimi|suicid|self[ -]harm|personality disorder
stutter|stammer
dementia|alzheimer|parkinson|memory (?:disease|disorder|problem|loss|illness)
epilep|diabet|asthma|allerg|arthrit|rheumati|migraine|osteopor|sclerosis|fibromyal
hiv\b|hepatit|tubercul|pneumonia|bronchit|appendic
tumou?r|leuk[a]?emia|stroke\b|blood pressure|brain (?:damage|injury|haem|hem|bleed)
concussion|seizures?\b|faint(?:ed|ing)\b|passed out\b|dizz(?:y|iness)
traumati[sz]ed|post-?traumat|insomnia|obes(?:e|ity)|menopaus
flu\b|influenza|covid|fever\b|cough|vomit|throwing up\b|threw up\b|nause|diarrh|stomach bug
(?:had|has|have|got|caught|with) (?:a|this|the) (?:\w+ )?cold(?= (?:and|so|but|today)\b|[^ \w]|$)
(?:had|has|have|having|got|with|getting) (?:a |an )?(?:\w+ )?headaches?\b
(?:back|chest|knee|neck|stomach|joint|chronic|shoulder|severe|nerve|hip|constant) pains?\b
(?:chronic|long-term|serious|severe) (?:fatigue|condition|disease)
in (?:a lot of |great |severe |much |constant )?pain\b
injur(?:y|ed|ies)\b|fractur|sprain
br(?:oke|oken|eaking) (?:her |his |my |their |a )?(?:leg|arm|hip|wrist|ankle|foot|hand|rib|bone)
pregnan|miscarr|maternity leave|gave birth|giving birth|ivf\b|infertil|abortion
expecting (?:twins|(?:a|her|his|their|our|my) (?:first |second |third )?(?:baby|child)\b)
drug addict|alcoholi[cs]|addiction|drinking problem|in rehab\b|rehabilitation
drug (?:problem|abuse|use)\b|substance abuse|overdos
bad back\b|under the weather|feeling poorly|poorly (?:child|son|daughter)|fit note
infection|disease|disorder\b|syndrome|impairment|transplant|hernia|thyroid|slipped disc|sciatica
c(?:o)?eliac|intoleran(?:t|ce) (?:to|of) (?:lact|glut)|lactose|eczema|psoria|crohn|colitis
endometrio
cerebral palsy|aphasi|partially sighted|crutch|walking (?:stick|frame|aid)|guide dog
in (?:plaster|a cast)\b|blood (?:test|sugar)|x-ray|a&e\b|emergency room
hospital (?:appoint|stay|visit)
(?:tooth|stomach|back|ear) ?ache\b|physio\b
(?:back|knee|hearing|sight|vision|memory|sleep|stomach|speech|mobility|kidney) (?:problem|trouble)
(?:back|knee|hearing|sight|vision|memory|sleep|stomach|speech|mobility|kidney) difficult
baby (?:is due|on the way)|postnatal|stillb
drunk\b|drunken\w*|tipsy|intoxicated|hung ?over|hangover|(?:under|off) the influence|boozy?
boozing|sober(?:ed)?\b
(?:completely|totally|absolutely|clearly|obviously|visibly) (?:wasted|hammered|plastered|\
smashed|sloshed|stoned|pissed(?! off)|out of it)\b
(?:drinks|drinking|drank|been drinking|on the drink|off the drink) (?:again|too much|heavily|\
every|a lot(?! of)|himself|herself|in the mornings?|problem)
(?:on|off|hits?|hitting) the (?:drink|bottle|booze|wagon)\b|been drinking|drink problem
(?:has|had|with) (?:a )?few too many
(?:smel\w+|reek\w*|stank|stinks|stinking) of (?:\w+ )?(?:alcohol|drink|booze|beer|wine|spirits|\
vodka|whisky|weed|cannabis)
heroin|cocaine|crystal meth|methadone|subutex|buprenorphine|amphetamine|cannabis|marijuana
opioid|opiate|ketamine|fentanyl|smok\w+ weed|on drugs\b
drugs?(?: again| habit| debt| test|ged up)
(?:took|takes|taking|using|uses|doing|does|off|came off|sold|selling) (?:hard )?drugs\b|junkie
addict(?:ed|s)?\b|needle marks|relaps(?:e|ed|ing)|(?:clean|sober) (?:for|since)|rehab\b|detox\w*
withdrawal symptoms|going cold turkey|gambl(?:es|ing) (?:problem|addict|debt|habit)
gambling (?:his|her|their)
(?:feels?|feeling|felt|been|is|was) (?:really |so |very |pretty |quite |a bit )low\b(?! on)
(?:feels?|feeling|felt) (?:\w+ )?(?:low|down)\b|down in the dumps
in a (?:very |really )?(?:dark|bad) place\b|low mood|mood swings|losing (?:his|her|my) mind
(?:a|had a|having a) (?:\w+ )?(?:breakdown|meltdown)|not (?:himself|herself) (?:since|lately)
panic(?:ky)? attacks?|nervous wreck|head is a mess|baby blues|psych\b|psych ward
(?:a|her|his|my) shrink\b|counsell(?:or|ing) (?:session|appoint|every|since|for)|sectioned\b
voices in (?:his|her|my) head|hears voices|paranoi\w*|delusion\w*|hallucinat\w*
(?:on|off) the sick\b
off (?:sick|ill|poorly|long[- ]term|work with|with (?:her|his|my|a|an|stress|flu|nerves))
(?:is|was|been|went) off long|sick (?:day|pay|leave)|signed off\b(?! by| on|,? the)|stress leave
(?:on|off|taking|takes|took|forgot|needs?|stopped|her|his|my|their|new|stronger) meds\b
tablets? (?:to sleep|every|make|made)
(?:his|her|my|their|sleeping|heart|water|blood pressure|iron) tablets
(?:his|her|my|their|a|the) (?:\w+ )?(?:jab|jabs|injections?|inhaler|epipen)\b(?! of)|paracetamol
ibuprofen|aspirin|codeine|tramadol|morphine|diazepam|valium|xanax|prozac|sertraline|citalopram
warfarin|metformin|ritalin|ozempic|lithium|statins?\b|beta ?blocker|blood thinners?|steroids?\b
hrt\b|antipsychotic\w*|antihistamine|(?:had|has|have|running|with|got) a (?:\w+ )?temperature
full of (?:a )?(?:cold|flu|snot)
(?:streaming with|(?:come|came|coming|went|going|gone|is|was|be) down with|nursing) (?:a |an |\
the |some )?(?:\w+ )?(?:cold|flu|bug|virus|something|fever|hangover|chill)
sniffl\w*|runny nose|sore throat|lost (?:my|his|her) voice
(?:my|his|her) voice (?:was|is|has) gone|hay fever|norovirus|tummy (?:bug|ache|upset)
stomach (?:flu|upset|cramps)|virus (?:going|doing) (?:a?round|the rounds)|food poisoning
throwing up|shingles|chicken ?pox|measles|mumps|head lice|tonsillitis|sinusitis|sepsis
blood clot|shivers|feeling (?:rough|faint|grim|ropey|queasy)|felt (?:rough|faint|queasy|ropey)
tested positive|self-isolat\w*|mri\b|ct scan
(?:her|his|my|brain|body|twelve-week|bone|ct|pet|baby) scan\b(?! of)|ultrasound|biops(?:y|ies)
mammogram|colonoscopy|endoscopy|smear test|stents?\b|bypass (?:surgery|op)
(?:his|her|a|the|my|heart|triple|double) bypass\b|pacemaker|catheter|stoma\b|colostomy
oxygen (?:tank|bottle|mask)|on oxygen|stitches\b(?! and)
(?:had|having|getting|got) (?:her|his|my|their|a) (?:\w+ )?(?:hip|knee|hips|knees|eyes|back|op|\
tonsils|teeth) (?:done|out|replaced|operated)
(?:an|her|his|my) op\b|post-op|waiting for (?:an|her|his|my) (?:op|operation)|keyhole
(?:found|has|had|felt|finding|discovered) (?:a |the )?(?:\w+ )?lump\b|a lump (?:in|on)|cyst\b
polyps?\b|cataracts?\b|glaucoma|macular|copd\b|motor neurone|huntington|lupus|gout\b|ulcers?\b
ibs\b|haemorrhoid\w*|hemorrhoid\w*|piles (?:were|are|hurt)|kidney stones?|jaundice|cirrhosis
liver (?:fail|damage|problem|disease)|(?:has|had|with|got|have|diagnosis of|told it was) ms\b
muscular dystrophy|spina bifida|spinal|paraly[sz]ed|parapleg\w*|(?:has|had|have|with) down'?s\b
down'?s syndrome|on the spectrum|neurodi\w*|learning disab\w*|brain fog|long covid|anaemi\w*
anemi\w*|scoliosis|sleep apn\w*|tinnitus|vertigo|incontinen\w*|bedridden|housebound|frail\w*
(?:her|his|my) (?:bad |dodgy |gammy )(?:hip|knee|leg|heart|back|foot|hand|chest|lungs|eyes|ears|\
shoulder)s?\b
(?:hip|knee|heart|back|lungs?|legs?|kidneys?|nerves|eyes) (?:is|are|was|were) (?:\w+ )?(?:bad|\
failing|gone|playing up|giving (?:out|up)|shot|weak|killing)
limp(?:s|ed|ing)\b|tremors?\b
(?:his|her|my) hands? (?:shake|shakes|shook|shaking|tremble|trembled)
(?:he|she|who|dad|mum|mother|father|client|customer|man|woman|gentleman|lady) (?:can't|cannot|\
can hardly|can barely|could hardly|could barely|couldn't) (?:\w+ )?(?:walk|see|hear|stand|\
breathe|swallow|hold a pen)\b(?! (?:the|a|an|why|how|what|it|any|me|us|my|our|that|him|her))
out of breath|short of breath|shortness of breath|breathless|wheez\w*
(?:had|having|has|have) (?:a|another) (?:\w+ )?(?:fit|seizure)\b(?! of)
(?:he|she|man|woman|customer|client|visitor|lady|gentleman|colleague) collapsed
unconscious\b(?! bias)|bleeding\b|wounds\b|(?:open|leg|head|the|a|his|her) wound\b(?! up)
scars? (?:on|from|down|after|along)|cuts (?:on|along) (?:her|his) (?:arm|wrist)|bruis\w*
(?:a|his|her|my|the) (?:\w+ )?rash\b(?! (?:decision|promise|move|answer))|blister\w*|swollen\b
slipped (?:a )?dis[ck]|lost (?:the|her|their|our) (?:baby|twins)
prematur(?:e|ely)\b(?! to| conclu)|neonatal|morning sickness
(?:is|was|she's|am|i'm|five|six|seven|eight|months?) (?:pregnant|expecting)\b(?! (?:a|an|the|to|\
us|me|you|that) (?!baby|child))
in labour\b(?! market)|trimester|hospice|dying\b(?! to)|terminal(?:ly)? (?:ill|diagnosis)
half deaf|stone deaf|lip-?read\w*|white (?:cane|stick)|zimmer|mobility scooter|home oxygen
feeding tube|icu\b|a and e\b|ward \d|on the ward
(?:kept|keeping) (?:him|her|me) in overnight|medics?\b|paramedics?
(?:was|been|got) (?:run over|knocked down|knocked off)|(?:car|road|bike|work) (?:accident|crash)
(?:had|after|in) an accident
fell (?:in the shower|down the stairs|on the ice|off|and (?:broke|hurt|hit))
had a (?:bad |nasty )?fall
(?:can't|cannot|can not|unable to|not able to) work (?:any ?more|any longer|again|because|since)
(?:can't|cannot|unable to) work[.,]
(?:clearly|obviously|had|must have|he'd|she'd) (?:\w+ )?taken something
(?:could not|couldn't|cannot|can't|did not|didn't) remember (?:her|his) (?:own )?(?:name|\
address|birthday|age)
forgetful\w*|doctor'?s orders
(?:doctor|gp|consultant|specialist|surgeon) (?:has |had )?(?:ordered|prescribed|put (?:him|her|\
me)|diagnosed|signed (?:him|her|me)|told (?:him|her|me)|found|referred)
(?:more|some|further|medical) tests\b|test results|levels were (?:too )?(?:high|low)
(?:doesn't|does not|won't|will not|hardly|barely|not) eat(?:s|ing)?(?: anything| at all|\
 properly|[.,])
hardly eats|lost (?:a lot of |so much |too much )?weight|(?:his|her|my) (?:daily )?dose\b
(?:a|his|her|the|my) bandages?\b|(?:arm|hand|wrist) in a sling
being sick|pukes?\b|puking|bladder|urinary|bowels?\b
prostate|(?:been|stayed|staying|gone|got|getting) clean\b
(?:been|feel|feeling|so|too|still|pretty|really) rough\b(?! (?:time|deal|edge|day at|est|idea|\
ride))
(?:last night's|stale) (?:drink|beer|alcohol|booze)|bender\b
(?:new|artificial) (?:hip|knee|kidney|heart valve|liver)\b|signs to get by|uses signs
on (?:something|strong|heavy) (?:strong|painkill\w*|med\w*|stuff|tablets)
(?:splitting|bad|awful|terrible|thumping|bit of a|constant|these|my|his|her) headaches?\b
swollen (?:glands|ankles|legs|feet|hands|face|knee)
smok(?:ed|es|ing) (?:a joint|pot|dope|weed|hash|crack)|joint before|worse for wear
the worse for drink|three sheets|hit the wall|(?:track|needle|injection) marks
operating (?:table|theatre)|(?:\w+ )(?:weeks|months) (?:along|gone|pregnant|pg)\b
(?:because of|thanks to|on account of|due to|\
with(?! (?:her|his|my|their) (?:own )?(?:hands?|eyes|ears|feet)\b)) \
(?:her|his|my|their) (?:\w+ )?(?:back|knees?|\
hips?|heart|lungs?|eyes|eyesight|ears|hearing|nerves|legs?|feet|hands?|kidneys?|liver|stomach|\
joints|shoulders?|neck|migraines?|chest|memory|condition|balance)\b
(?:father|mother|dad|mum|husband|wife|partner|son|daughter|he|she|neighbour|colleague|brother|\
sister) (?:drinks|gambles|uses|self-harms|starves herself)\b(?! (?:tea|coffee|water|the|a|his|\
her|our|it|this|that|an))
track marks|occupational therapy|speech therap\w*|physio\w*|chiropract\w*|mini-?stroke
blew (?:his|her) nose|sneez(?:ed|ing|es)\b|glands\b|long-?term (?:condition|illness|sick\w*)
chronic (?:pain|illness|condition|fatigue|disease|back|bronch)\w*|incurable|in remission
(?:blood|urine|liver|heart|kidney|bone|skin|lung|stomach|throat|eye|ear|chest|sinus|\
tooth) (?:test|infection|disease|trouble|complaint|failure|cancer|condition|problem|disorder|\
pressure|clot|count|abscess|ache)s?
walking (?:stick|frame|aid)s?|mobility (?:aid|problem|issue)s?|carer\b(?= (?:came|comes|had))
care needs|allerg\w*|anaphyla\w*|nut allerg\w*|rheumat\w*|eczema\w*
psoriasis|thrush|chlamydia|std\b|hiv\w*|iron deficien\w*|low iron|insomnia\w*
night(?:mares| terrors)|can't keep (?:anything|food) down|iv drip|on a drip
blood (?:poison|transf)\w*|nose ?bleed\w*|heart (?:murmur|op|bypass|valve|palpit)\w*
palpitations|chest infection|sprain\w*|torn (?:ligament|muscle|tendon)\w*
pulled (?:a muscle|my back|his back|her back)
(?:put|did|done|threw) (?:my|his|her) back (?:out|in)|on light duties|phased return
occupational health said
"""
