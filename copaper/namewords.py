"""Words by which names of people, of bodies and of places are told from one another."""

from __future__ import annotations

NOT_NAMES = frozenset(
    """admin administrator android anonymous assistant bot call caller chair chairperson
    co-host cohost community computer coordinator delegate desktop device dial doctor dr
    ext external facilitator galaxy guest her hers him his hon honourable host huawei in ipad
    iphone laptop live mac macbook madam meeting member minister mobile moderator mr mrs ms new
    note notetaker observer of office panelist panellist participant pc phone presenter prof
    professor rev right room samsung screen secretary she sir soc speaker staff tablet team
    tech telephone the them they unknown unverified user webinar windows zoom he
    bakery bakeries boutique butchery carwash catering cleaning clothing construction creche creations
    designs dressmakers eatery events fashions florist foods garage hairdressers kitchen laundry logistics nursery
    plumbers plumbing printers printing restaurant salon shisanyama spaza stall stationers tavern tents trading tuckshop""".split()
)
"""Words in display names that name no person; many small firms show theirs with the owner's surname before it."""

ROOMS = frozenset("auditorium boardroom classroom room venue".split())
"""Words by which a display name shows a room in which several sit."""

OF_ROOMS = frozenset("board class committee computer conference council lecture media meeting seminar staff training video".split())
"""What a room is for, in its name: "Training Room B"."""

GATHERINGS = frozenset("circle community cop forum network".split())
"""Words behind which a body's name stands in a session's title: "Ilima Network"."""

JOINING = frozenset("and for from in of on the to with".split())
"""Words that stand in the name of an office ("Finance and Administration"), never in a person's."""

TITLES = frozenset("advocate adv doctor dr prof professor mr mrs ms mme ntate bra sis mam madam sir".split())
"""What stands before a surname."""

OFFICES = frozenset(
    """acting administrator assistant chair chairperson chief coordinator deputy director executive
    facilitator general head junior leader manager minister officer president prime programme
    project regional secretary senior treasurer vice""".split()
)
"""Words of which a bracket in a display name may consist that says what somebody is: "Project Manager"."""

ALSO_WORDS = frozenset(
    """abbott alex? amber angel april art august baker banks bay bean beauty bell best bill
    bishop black blessing bob bond bright brook brooks brown buck bush butler carter case
    chance charity chase chip christian clay cliff comfort constance cook cross crystal daisy
    dale dawn day dean don drew early earnest eden ernest faith favour field fields fish
    fisher flower forest fortune fox france frank gay gene gift given glen glory goodness
    good grace grant gray green guy happiness happy harmony harry hazel heath heather heaven
    hill holly home honest honey hope hunter innocent iris ivory jack jade jean jewel joy
    joyful june justice ken king knowledge lake lane lily little long love lovely loveness
    loyal lucky major maria? mark marketing? marshall mason may mercy merry miles mill miller
    mills moon memory nick noble north olive page park parks pat patience peace pearl pope
    potter power precious price pride prince princess progress prosper prudence queen rain
    randy ray reason reed rejoice rich river rivers rob rock rose ruby rusty sandy sharp
    short silver simple sky small smart smile snow south spring star stone storm strong sue
    success summer sun sunday sunny swan sweet taylor temple tender terry? thanks trust truth
    unity vale van victor victory violet virtue wade walker ward water? waters welcome west
    white will win winner winter wisdom wise wish wolf wonder wood woods word worth young
    zion monday friday talent bonus surprise prayer gladness angelic""".replace("?", "").split()
)
"""Given names and surnames that are English words as well, common in South Africa among
others; they count as names only where the writing shows that somebody is meant."""

SHORT_WORDS = frozenset(
    """ah ai am an as at be by da de di do dr du eh ek el em en er es et go ha he hi hm ho hy if ii in is it iv ja la le lo ma
    me mm mr ms my na ne no of oh ok om on op or os ou pa se sh si so st sy te to tv uh uk um un up us va vs we wo ya ye yo za""".split()
)
"""Words of two letters, particles and abbreviations that begin sentences and names of other things: nobody's name on their own."""

BODIES = frozenset(
    """academy agency associates association bank board bureau centre center chamber college
    company consulting consultants coop cooperative corporation council department dept
    development enterprise enterprises foundation fund group holdings inc incubator institute
    international labs limited ltd ministry municipality ngo npc npo partners pty school
    services seta society solutions studio technologies trust university ventures""".split()
)
"""Words by which a display name shows an organisation."""

OF_BODIES = BODIES | frozenset("agricultural co-op community desk district division forum hub initiative learnership local metro municipal nursery office poultry programme project provincial region regional rural skills support training union unit works youth".split())
"""The same, and further words that hardly anything but a body is called by, behind somebody's full name in a bracket."""
OF_OFFICES = frozenset("desk district division local metro municipal provincial region regional unit".split())
"""Of these, what stands beside an abbreviation that nobody else has: "Metro LED"."""
SAYS_WHO = frozenset(
    """aka alias also adv advocate aunt aunty baba born bra call called daughter dr ex family father for formerly ha his her husband known ma maiden mama me mev mfundisi miss mme mnr mother mr mrs ms nee ntate now
    obo of on pa pastor pp previously prof sis sista sister son standing surname tata to was wife with""".split()
)
"""Words in a bracket behind which somebody's other name stands, or for whom they are there."""
OF_PROVINCES = frozenset("eastern western northern cape free state gauteng kwazulu-natal kwazulu natal kzn limpopo mpumalanga north west".split())
"""Words of South Africa's provinces, which name nobody beside a body's: "SEDA Limpopo"."""

PLACES = (
    "nelson mandela bay", "nelson mandela university", "king williams town", "port elizabeth",
    "port st johns", "oliver tambo", "o r tambo", "king shaka", "chris hani", "steve biko",
    "walter sisulu", "sol plaatje", "john taolo gaetsewe", "sarah baartman", "joe gqabi",
    "alfred nzo", "ruth first", "albert luthuli", "moses kotane", "charlotte maxeke",
    "helen joseph", "george mukhari", "thabo mofutsanyana", "fezile dabi",
)  # fmt: skip
"""Places and institutions named after people; their words are no participant's name."""

SAINTS = frozenset(("saint", "st", "ste"))
"""What stands before the name of a saint, after whom places and institutions are named."""

HALLOWED = frozenset(
    """agatha agnes aidan alban albert aloysius ambrose andrew ann anna anne anselm anthony augustine barbara barnabas bartholomew basil benedict bernadette
    bernard boniface brendan bridget catherine cecilia charles christopher clare clement columba cuthbert cyprian david dominic dunstan edmund edward elizabeth
    faith francis gabriel george gerard giles gregory helen helena hilda hope hugh ignatius jacob james jerome joan john joseph jude kilda kitts lawrence leonard leonards
    louis lucia lucy luke margaret maria mark martin mary matthew matthias maurice michael monica moritz nicholas olave oswald oswin patrick paul peter petersburg
    philip pius raphael saviour sebastian simon stephen swithin teresa theresa thomas trinity ursula valentine vincent winifred xavier""".split()
)
"""Names of saints after whom places and institutions are named here: of whoever else takes part, one is no saint's."""

TOWNS = frozenset("adelaide alexandra alice amelia carolina christiana douglas elliot george kimberley leandra nigel stella virginia".split())
"""South African towns that have a given name."""

COMMON_ABBREVIATIONS = frozenset(
    "AI AM API BBC CEO CO2 COVID CSV CV DNA DOCX DVD EU FAQ GB GDP GMT GPS HIV HTML HTTP HTTPS ID II III IMHO IMO IQ IT IV JSON KB LED LOL MB NGO OK OCR PC PDF "
    "PM QR SA SHA SIM SMS TV UK UN URL US USA USB UTC VAT WHO XML XLSX YAML ZAR ZIP CC BY NC ND".split()
)
"""Abbreviations that need no explaining."""

KNOWN_ABBREVIATIONS = COMMON_ABBREVIATIONS | frozenset(
    """AC AD AP AR AT AU BA BE BR BS BSC CA CAD CD CFO CH CI CIO CL CM CN COO CPU CRM CTO DB DC DE DIY DK DM DNS EC ER ERP ES ESG ETA EUR EXE FI FM FR GA GDPR GP GPU GR GUI
    HE HK HQ HR ICT IE IL IN IP IS ISO JP KG KM KPI KR LA LAN LLM LTD MA MBA MD MIT ML MOU MP MT NB NDA NHS NL NO NZ OR OS PA PE PL PO PR PS PT QA RAM RFP RO ROI RU
    SDG SE SEO SG SK SME SO SQL SSL TB TC TG TO UI USD UX VC VM VPN WC WHO WP WTO ZA
    AGM ASAP B2B BTW CG CLI CSR CSS CTA DOM DSL EOD FYI GIS GIT HTTPS IDE IDS IGO INGO KYC LMS LTS MC MOOC MR MVP NFT NPM OKR ORM OSS PDL PHP PMO POC POS QGIS RFC RIP RPC RSS RSVP
    SAAS SDK SIG SLA SOP SSO STEM SVG SWOT TAG TBC TBD TLDR TLS TOC TOR TTS TVET UAT UID URI UX VOIP VR WASM WBS WG WIFI WIP WWW YTD AND ARE BE BUT CAN DO FOR GO HAS HE IF ME MY NOT OH ONE SO THE
    TWO UP US WE WAS YES YOU ALL ANY DID GET HOW NEW NOW OUR OUT SEE TOP WHY WHO""".split()
)
"""The same, with codes of countries, units, and words in capitals: letters that are more often these than a person's."""
