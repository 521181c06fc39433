"""Who and what was named in the talk and stands on no list of people.

A paper that names nobody has to know those too of whom people only spoke. No tool knows every
name; this one goes by a list of given names, by how names stand in talk ("Dr X", "over to X", "X,
who is the registrar of Y"), and asks spaCy's entity recogniser of what is left in the passages
that a paper may print. In doubt it takes a word for a name: a word withheld too many harms a
reader less than a name printed harms somebody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lemminflect import getAllInflections
from spacy.language import Language
from spacy.lang.en.stop_words import STOP_WORDS

from copaper import works
from copaper.analysis.practices import is_agent
from copaper.analysis.printable_talk import looked_through
from copaper.analysis.recogniser import NER, recognise
from copaper.analysis.spoken_to import ANSWERS, CALLED, HOLDS, OFFICE, is_in_office, is_spoken_to
from copaper.analysis.units import Unit, calm
from copaper.namewords import BODIES, NOT_NAMES, OFFICES, SAINTS, TOWNS
from copaper.nameparts import fold
from copaper.ordinary import given_names, listed
from copaper.records import Evidence, Finding, Role, Session, Theme
from copaper.textclean import links_in

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PARTICLES = frozenset("van der den de du da dos la le bin ka wa von ten ter".split())
_ADDRESSES = frozenset("mr mrs ms miss dr prof professor sir dame adv advocate cllr councillor pastor sis sisi bhuti bra ta tat tata ntate rre baba ma mam mama mme gogo ousie oom tannie comrade".split())
"""What a name stands behind, whatever word it is."""
_RESPECTFUL = re.compile(r"(?:Ma(?:ma?)?|Ta(?:ta?)?|Baba)(?!Afri[ck]a)(?P<clan>[A-Z][a-z]{2,})(?:['’]s?)?")
"""How isiZulu and isiXhosa write respect and a clan name in one word: "MaDlamini"."""
_RANKS = frozenset("minister senator president premier judge justice captain constable sergeant lord lady deputy chief king queen prince princess mayor chairperson registrar".split())
"""What a name may stand behind, and other words as well ("Minister Responsible")."""
_WHERE = frozenset(("in", "near", "outside"))
_OF_PLACES = frozenset("saint st ste san santa los las port fort lake mount mt cape new north south east west".split())
_PLACES = frozenset("river park street road avenue drive lane square hill hills bay island islands lake beach valley county city harbour harbor centre center hall airport station bridge".split())
_THINGS = frozenset("act prize award medal protocol algorithm method test tree law effect curve fund trie index scale model".split())
_DETERMINERS = frozenset("the a an our your this that these those each every any some no my his her its their another same".split())
_BESIDE = (" and ", ", and ", " or ", ", ")
_INSIDE = frozenset("in into inside within using via at use uses used".split())
_MISHEARD_SURNAME = re.compile(rf" ([a-z]{{3,12}}) (?:is|was) (?:the|our|a|an) {OFFICE}\b", re.I)
_SPEAKS = re.compile(
    r" (?:also |just |then )?(?:(?:is|was|has been|had been) (?:also |just )?(?:proposing|suggesting|asking|saying|arguing|wondering|advocating|offering)|"
    r"said|says|asked|asks|suggested|suggests|proposed|proposes|mentioned|mentions|wrote|argued|argues|replied|replies|thinks)\b"
)
_OFFICE_OF = r"(?:registrar|director|manager|president|head|dean|principal|professor|coordinator|founder|ceo|cto|cfo|owner)"
_MEMBER = re.compile(
    rf"\b(?:{_OFFICE_OF} (?:of|at|for|from|with)|(?:I['’]m|I am|we['’]re|we are|(?:he|she|who)(?:['’]s| is)|\bus|coming|comes?|here|(?:I|he|she|we) (?:work|works|worked)) (?:here )?(?:from|at|for|with))(?: the)? +$", re.I
)
"""What shows that a body is somebody's affiliation."""
_NAME_OF_A_BODY = frozenset("university college institute polytechnic academy school hospital foundation trust bank ltd limited inc corporation company consulting consultants labs technologies solutions holdings association chamber".split())
_OF_A_BODY = re.compile(r"\b(?:University|College|Institute|Bank) of (?:the )?$")
_LEAST_SHARE = 0.2
"""A word that is followed by a noun ("Bitcoin address") or led by an article in more of its uses than this names a thing."""
_OFTEN = 4
"""Whoever is named more often than this is spoken to at least once, and known by that."""


_THING_BEFORE = re.compile(r"\bon top of $|\bin (?:[A-Z][\w-]*, ){2,4}(?:and )?$")
_FROM = re.compile(r"([A-Z][\w'’-]+) from $")
"""Behind a person's name it leads to where they belong."""
_COMPOUND = re.compile(r"-[a-z]{3}")
"""Within a word that is no name: "A-levels"."""
_SELDOM = 2
"""Times that somebody is named, at most, of whom only a work is spoken."""
_POINT = re.compile(r" (?:earlier |last |first |second |other )?(?:point|question|comment|remark)s?\b")
_WITH_ME = re.compile(r" and I (?:(?:\w+ly|also|both|have|had)\W+){0,2}(?:agreed?|disagreed?|discuss(?:ed)?|talked|spoken?|met|understand|worked together)\b")
"""What is said of somebody with whom one does something: "Zolo and I have talked"."""
_NOT_SOMEBODY = frozenset("in at on from with to near use uses used using the a an our of by like ja eish nee yoh haai sho".split())
"""Words before a thing or a place, and interjections: neither they nor what follows the former is somebody."""
_LIKE_THEIRS = re.compile(r"\b(?:questions?|points?|concerns?|comments?|view|position|opinion|thoughts?) (?:is|are|was|were) (?:\w+ )?(?:similar|identical|close|related) to $", re.I)
_NO_MORE = re.compile(r"\s*(?:[,.;!?–—]|$|that\b)")
_INTRODUCED = re.compile(
    r"\b(?:an?|one|the|our|my|your|this|that|his|her|their|another) (?:[\w'’-]+ ){0,3}?(?:student|intern|learner|apprentice|girl|boy|lady|woman|man|guy|gogo|client|owner|farmer|grower|trader|colleague|friend|daughter|son|sister|brother|mother|father|cousin|aunt|uncle|niece|nephew|neighbour|widow|"
    r"adviser|advisor|mentor|coach|secretary|bookkeeper|clerk|nurse|teacher|driver|receiver|minder|assistant|caretaker|cleaner|baker|tailor|seamstress|hairdresser|welder|plumber)(?: (?:of (?:mine|ours)|(?:with|from|at|in|on) [\w'’ -]{1,25}))?, $", re.I,
)
_GOES_ON = re.compile(r"\s*(?:[,.;!?–—]|$|who\b|and\b)")
"""Somebody is spoken of, and then named: "there's a student, Keziwe, she listens"."""
_HE_OR_SHE = re.compile(r", (?:she|he)(?:['’]s| is| was| has| had)\b")
_JUST_SAID = re.compile(r" just (?:mentioned|said|posted|wrote|noted|asked|shared|pointed out|brought up|commented|replied|answered|suggested|proposed) (?:in|on|that|it|this|how|why|whether|here|above|below)\b")
"""What only somebody does: whoever stands before it without an article is a person, whatever word it is."""


class Named(NamedTuple):
    """Names of people, names of bodies to which somebody was said to belong, what may be either, and by whose names
    published things go, each sorted."""

    people: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    perhaps_people: tuple[str, ...] = ()
    perhaps_bodies: tuple[str, ...] = ()
    works: tuple[str, ...] = ()


def bots_of(session: Session) -> frozenset[str]:
    """Return the ids of note-taking tools, which say nothing of their own."""
    return frozenset(person.id for person in session.participants if person.role is Role.BOT)


def names_of(session: Session) -> frozenset[str]:
    """Return the folded words of everybody's names: none of them belongs into a label, and a capital on them stays."""
    return frozenset(
        fold(word)
        for person in session.participants
        for name in (person.name, *person.aliases, *person.codes)
        for word in re.findall(r"[^\W\d_]{3,}", name)
    )


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return frozenset(listed("no_names.txt").split())


@dataclass(frozen=True, eq=False)
class _Run:
    """Neighbouring words that are written with a capital: their place in a text, and what they say folded."""

    text: str
    words: tuple[re.Match[str], ...]
    folded: tuple[str, ...]

    def before(self, at: int = 0, letters: int = 40) -> str:
        return self.text[max(0, self.words[at].start() - letters) : self.words[at].start()]

    def after(self, upto: int) -> str:
        """Return what follows the words before ``upto``."""
        end = self.words[upto - 1].end()
        return self.text[end : end + 60]

    def said(self, first: int, last: int) -> str:
        text = self.text[self.words[first].start() : self.words[last - 1].end()]
        return re.sub(r"['’]s?$", "", " ".join(text.split()))


class _Talk:
    """How words are written in a session: what is an ordinary word there, and what only a name."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.small: Counter[str] = Counter()
        self.large: Counter[str] = Counter()
        self.runs: list[_Run] = []
        self.called: frozenset[str] = frozenset()
        for text in texts:
            self.runs += self._read(_without_links(text))

    def _read(self, text: str) -> Iterator[_Run]:
        words = list(_WORD.finditer(text))
        run: list[re.Match[str]] = []
        for at, word in enumerate(words):
            if not word[0][0].isupper():
                self.small[_plain(word[0])] += 1
                ahead = next((other[0] for other in words[at + 1 : at + 3] if other[0] not in _PARTICLES), "")
                if run and word[0] in _PARTICLES and ahead[:1].isupper() and text[word.start() - 1] == " ":
                    run.append(word)
                    continue
            else:
                self.large[_plain(word[0])] += 1
            joined = run and _joins(text, run[-1], word)
            if run and not (joined and word[0][0].isupper()):
                yield _run(text, run)
                run = []
            if word[0][0].isupper():
                run.append(word)
        if run:
            yield _run(text, run)

    def is_ordinary(self, word: str) -> bool:
        """Tell whether a folded word is one of the language, or written small in this session."""
        return _is_english(re.split(r"['’]", word)[0]) or self.small[word] > 0.2 * self.large[word]


def _run(text: str, words: Sequence[re.Match[str]]) -> _Run:
    return _Run(text, tuple(words), tuple(_plain(word[0]) for word in words))


def _joins(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    gap = text[before.end() : word.start()]
    return gap == " " and not before[0].endswith(("'s", "’s")) or gap == ". " and (len(before[0]) == 1 or _plain(before[0]) in _ADDRESSES | _OF_PLACES)


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", fold(word))


def _without_links(text: str) -> str:
    """Return a text, as long as before, with blanks for its web addresses and handles."""
    for start, end in links_in(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@lru_cache(maxsize=50_000)
def _is_english(word: str) -> bool:
    if word in STOP_WORDS or word in NOT_NAMES or word in _no_names():
        return True
    stems = [word, *(word[: -len(end)] + new for end, new in (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""), ("er", ""), ("n", "")) if word.endswith(end) and len(word) > len(end) + 2)]
    return any(getAllInflections(stem) for stem in stems)


def _looks_like_one(word: str) -> bool:
    """Tell whether a word is written like a name: no "JSON", no "DevNet"; "McLean" and "O'Brien" are."""
    letters = re.sub(r"^(?:Mc|Mac|O['’]|D['’]|Van|De|Le|La)(?=[A-ZÀ-Þ])", "", word)
    return len(word) > 1 and letters[:1].isupper() and not any(char.isupper() for part in re.split(r"[-'’]", letters) for char in part[1:])


# --- people ---


def _people_in(run: _Run, talk: _Talk) -> Iterator[tuple[int, int]]:
    """Yield from and to which words of a run somebody is named for certain."""
    sure, other = given_names()
    at, size = 0, len(run.words)
    while at < size:
        word = run.folded[at]
        if word in _ADDRESSES | _RANKS and at + 1 < size:
            first, last = at + 1, _end_of_name(run, talk, at + 1)
            if _is_titled(run, talk, first, any_word=word in _ADDRESSES) and not _is_place(run, last):
                yield first, last
                at = last
                continue
        if (clan := _RESPECTFUL.fullmatch(run.words[at][0])) and not _is_english(fold(clan["clan"])):
            yield at, at + 1
            at += 1
            continue
        spelt = _looks_like_one(run.words[at][0])
        last = _end_of_name(run, talk, at)
        led_by = run.folded[at - 1 : at] if at else tuple(fold(run.before(at)).split()[-1:])
        in_town = word in TOWNS and last - at == 1 and bool(_WHERE.intersection(led_by)) and not run.words[at][0].endswith(("'s", "’s"))
        if (at and run.folded[at - 1] in _OF_PLACES) or in_town or not spelt or _is_place(run, last):
            at += 1
            continue
        if SAINTS.intersection(run.folded[at + 1 : last - 1]):
            at = last  # what is named after a saint: "Trinity Saint Agnes"
            continue
        if _is_introduced(run, talk, at, last) or _has_just_said(run, at, last) or _makes_a_point(run, talk, at, last) or _does_it_with_me(run, at, last):
            yield at, last
            at = last
            continue
        whole = word in other and last - at > 1 and (not talk.is_ordinary(run.folded[last - 1]) or is_in_office(run.before(at, 120), run.after(last)))
        speaks = word in other and last - at == 1 and word not in STOP_WORDS and not set(led_by) & _DETERMINERS and _SPEAKS.match(run.after(last)) is not None
        if word in sure or whole or speaks or word in other and last - at == 1 and is_spoken_to(run.before(at), run.after(last)) or (at == 0 and run.said(0, last) in talk.called):
            yield at, last
            at = last
            continue
        at += 1


def _is_introduced(run: _Run, talk: _Talk, at: int, last: int) -> bool:
    """Tell whether a word that is no ordinary one names whoever was spoken of just before it, or goes on with "she" or "he"."""
    if at or talk.is_ordinary(run.folded[0]) or run.words[0][0].isupper():
        return False
    led = frozenset(fold(run.before()).split()[-1:])
    return _INTRODUCED.search(run.before()) is not None and _GOES_ON.match(run.after(last)) is not None or led.isdisjoint(_NOT_SOMEBODY) and _HE_OR_SHE.match(run.after(last)) is not None


def _makes_a_point(run: _Run, talk: _Talk, at: int, last: int) -> bool:
    """Tell whether a word that is in no dictionary makes a point or puts a question, or has written what is spoken of: "to Zolo's
    point", "Zolo's recommendations". A body that reports is named more often."""
    word = run.words[last - 1][0]
    if last - at > 1 or not re.search(r"['’]s$", word) or _is_english(run.folded[at]):
        return False
    return _POINT.match(run.after(last)) is not None or _LIKE_THEIRS.search(run.before(at)) is not None and _NO_MORE.match(run.after(last)) is not None or talk.large[run.folded[at]] <= _SELDOM and works.OWN_WORK.match(run.after(last)) is not None


def _does_it_with_me(run: _Run, at: int, last: int) -> bool:
    """Tell whether a word that is in no dictionary is told to do something together with whoever speaks."""
    led = run.folded[at - 1 : at] if at else tuple(fold(run.before(at)).split()[-1:])
    return last - at == 1 and not _is_english(run.folded[at]) and not run.words[at][0].isupper() and _NOT_SOMEBODY.isdisjoint((*led, run.folded[at])) and _WITH_ME.match(run.after(last)) is not None


def _has_just_said(run: _Run, at: int, last: int) -> bool:
    """Tell whether a sentence begins with who said something: "Beans just mentioned in the chat that", but not "Others" or "Growers"."""
    begins = at == 0 and re.search(r"(?:^|[.!?:\n])\s*$", run.before()) is not None
    word = run.folded[0]
    return begins and word not in STOP_WORDS | NOT_NAMES | OFFICES and not is_agent(word) and not is_agent(word.removesuffix("s")) and _JUST_SAID.match(run.after(last)) is not None


def _is_titled(run: _Run, talk: _Talk, first: int, *, any_word: bool) -> bool:
    word = run.folded[first]
    if word in NOT_NAMES or word in OFFICES or word in _RANKS or not _looks_like_one(run.words[first][0]):
        return False
    return word not in STOP_WORDS if any_word else not talk.is_ordinary(word)


def _end_of_name(run: _Run, talk: _Talk, first: int) -> int:
    """Return behind which word a name ends that begins at ``first``."""
    last = first + 1
    while last < min(len(run.words), first + 4):
        particle = run.folded[last] in _PARTICLES and not run.words[last][0][0].isupper()
        if not particle and not _may_be_surname(run.words[last][0], talk):
            break
        last += 1
    while last > first + 1 and run.folded[last - 1] in _PARTICLES:
        last -= 1
    return last


def _may_be_surname(word: str, talk: _Talk) -> bool:
    plain = re.split(r"['’]", fold(word))[0]
    usual = _is_english(plain) and talk.small[plain] > 2
    return _looks_like_one(word) and not usual and plain not in STOP_WORDS | NOT_NAMES | BODIES | (_no_names() - given_names()[1])


def _is_place(run: _Run, last: int) -> bool:
    """Tell whether a name is a part of that of a place, a body or a thing: "Stanley Park", "Wilson River"."""
    end = run.folded[last - 1] if last else ""
    following = run.folded[last] if last < len(run.words) else next(iter(re.findall(r"^ ([a-z]+)", run.after(last))), "").removesuffix("s")
    return bool({end, following} & (_PLACES | _THINGS | BODIES)) and not run.words[last - 1][0].endswith(("'s", "’s"))


def _called_in(talk: _Talk, uses: dict[str, Counter[str]]) -> frozenset[str]:
    """Return the names by which people are spoken to or of in the session, whatever list has them."""
    found = set()
    for run in talk.runs:
        last = _end_of_name(run, talk, 0)
        if run.folded[0] in _ADDRESSES:
            continue  # a name that follows is known by it; alone it is none: "Mme, I have a debt"
        if _is_called(run, talk, last) and (last > 1 or not _is_led(uses.get(run.folded[0], Counter()))):
            found.add(run.said(0, last))
    return frozenset(found)


def _is_called(run: _Run, talk: _Talk, last: int) -> bool:
    """Tell whether somebody is spoken to or of by a name that no list has."""
    if any(talk.is_ordinary(word) for word in run.folded[:last]) or not all(_looks_like_one(word[0]) for word in run.words[:last] if word[0] not in _PARTICLES) or _is_place(run, last):
        return False
    return bool(CALLED.search(run.before()) or ANSWERS.match(run.after(last)) or (last > 1 and HOLDS.match(run.after(last))))


def _is_named_beside(run: _Run, other: _Run, talk: _Talk) -> bool:
    """Tell whether a run is named in one breath with somebody: "X and Thandi"."""
    if run.text is not other.text or len(run.words) > 2 or not all(_looks_like_one(word[0]) and not talk.is_ordinary(plain) for word, plain in zip(run.words, run.folded, strict=True)):
        return False
    if run.before().split()[-1:] and run.before().split()[-1].casefold() in _DETERMINERS:
        return False
    first, last = sorted((run, other), key=lambda one: one.words[0].start())
    return run.text[first.words[-1].end() : last.words[0].start()] in _BESIDE


def _names_of(run: _Run, talk: _Talk, first: int, last: int) -> Iterator[str]:
    """Yield a name and those of its words that can be nothing else."""
    name = run.said(first, last)
    yield name
    if last - first == 1 and (surname := _MISHEARD_SURNAME.match(run.after(last))):
        yield f"{name} {surname[1]}"
    if last - first > 1:
        for at in range(first, last):
            word = run.folded[at]
            if len(word) > 2 and word not in _PARTICLES and not talk.is_ordinary(word):
                yield run.said(at, at + 1)


# --- what only the recogniser knows ---


def _recognised(nlp: Language, talk: _Talk, uses: dict[str, Counter[str]], quotes: Iterable[str], known: frozenset[str]) -> set[str]:
    """Return what the entity recogniser takes for people in ``quotes``, without what the session
    shows to be a thing."""
    worth_a_look = [quote for quote in quotes if any(_is_open(word, talk, known) for word in _WORD.findall(_without_links(quote)))]
    labels: dict[str, Counter[str]] = {}
    docs = [nlp.make_doc(calm(quote)) for quote in worth_a_look]
    recognise(nlp, docs)
    for doc in docs:
        for entity in doc.ents:
            labels.setdefault(re.sub(r"['’]s?$", "", entity.text.strip("@ ")), Counter())[entity.label_] += 1
    people = set()
    for text, count in labels.items():
        words = [_plain(word) for word in _WORD.findall(text)]
        if not words or len(words) > 4 or not any(_is_open(word, talk, known) for word in _WORD.findall(text)):
            continue
        if not _WORD.fullmatch(text.replace(" ", "x")) or not all(_looks_like_one(word) for word in text.split() if word not in _PARTICLES):
            continue
        if count["PERSON"] * 2 >= sum(count.values()):
            thing = _is_shown_a_thing(text, talk) or talk.is_ordinary(words[0]) or _is_of_a_place(words) or (len(words) == 1 and _is_thing(uses.get(words[0], Counter())))
            people |= set() if thing else {text}
    return people


def _is_open(word: str, talk: _Talk, known: frozenset[str]) -> bool:
    """Tell whether a word may be a name, and nothing has told yet that it is."""
    folded = _plain(word)
    return word[0].isupper() and len(folded) > 2 and folded not in known and _looks_like_one(word) and not talk.is_ordinary(folded)


def _uses(units: Sequence[Unit]) -> dict[str, Counter[str]]:
    """Return how each word with a capital is used: alone, behind an article, before a noun."""
    uses: dict[str, Counter[str]] = {}
    for unit in units:
        tokens = unit.tokens
        for at, token in enumerate(tokens):
            if not token.text[:1].isupper():
                continue
            count = uses.setdefault(_plain(token.text), Counter())
            count["all"] += 1
            led = at > 0 and tokens[at - 1].lower_ in _DETERMINERS | _INSIDE
            count["thing"] += led or (at + 1 < len(tokens) and tokens[at + 1].pos_ == "NOUN" and tokens[at + 1].text[:1].islower())
    return uses


def _is_shown_a_thing(name: str, talk: _Talk) -> bool:
    """Tell whether what is on no list of given names is only spoken of as people are not: as what something is built on
    top of, or somebody named is from."""
    sure, other = given_names()
    if any(word in sure or word in other for word in map(_plain, _WORD.findall(name))):
        return False
    places = [run.before(at) for run in talk.runs for at in range(len(run.words)) if run.said(at, min(len(run.words), at + len(name.split()))) == name]
    return bool(places) and all(_THING_BEFORE.search(before) or ((found := _FROM.search(before)) and _plain(found[1]) in sure | other) for before in places)


def _is_of_a_place(words: Sequence[str]) -> bool:
    parts = {part for word in words for part in word.split("-")}
    return bool({words[0]} & _OF_PLACES or SAINTS.intersection(words[:-1]) or {words[-1]} & (_PLACES | _THINGS | BODIES) or parts & _no_names())


def _is_thing(use: Counter[str]) -> bool:
    return _is_led(use) or use["all"] > _OFTEN


def _is_led(use: Counter[str]) -> bool:
    """Tell whether a word is used like a thing's name: "the X", "in X", "X files"."""
    return use["thing"] > _LEAST_SHARE * use["all"]


# --- bodies ---


def _bodies_in(run: _Run, talk: _Talk) -> Iterator[str]:
    """Yield the bodies of a run in which nobody is named: what shows itself to be one by its
    name ("X University"), and what somebody is said to belong to ("the registrar of X")."""
    size = len(run.words)
    kinds = [at for at in range(size) if run.folded[at] in _NAME_OF_A_BODY]
    proper = [at for at in range(size) if at not in kinds and len(run.folded[at]) > 2 and not talk.is_ordinary(run.folded[at])]
    belongs = bool(_MEMBER.search(run.before())) and run.folded[0] not in STOP_WORDS and (size > 1 or bool(proper))
    if all(word in _no_names() for word in run.folded):
        return
    if proper and (kinds or belongs or _OF_A_BODY.search(run.before())):
        yield run.said(min(proper[0], *kinds), max(proper[-1], *kinds) + 1) if kinds else run.said(0, size)
        yield from (run.said(at, at + 1) for at in proper)
    elif belongs:
        yield run.said(0, size)


# --- all of it ---


def people_and_bodies(session: Session, nlp: Language, units: Sequence[Unit], themes: Sequence[Theme], found: Sequence[Finding], roster: frozenset[str], announced: Sequence[Evidence] = ()) -> Named:
    """Return who and what was named in ``session``; ``roster`` are the folded words of those
    who took part, whose names are known anyway, ``announced`` is what a paper prints beside themes and findings."""
    talk, uses = _Talk(_texts(session)), _uses(units)
    talk.called = _called_in(talk, uses)
    people: set[str] = set()
    bodies: set[str] = set()
    places = {run: list(_people_in(run, talk)) for run in talk.runs}
    for run, other in (*pairwise(talk.runs), *((other, run) for run, other in pairwise(talk.runs))):
        if not places[run] and places[other] and _is_named_beside(run, other, talk):
            places[run] = [(0, len(run.words))]
    for run in talk.runs:
        for first, last in places[run]:
            people.update(_names_of(run, talk, first, last))
        if not places[run]:
            bodies.update(_bodies_in(run, talk))
    quotes = looked_through(session, themes, found, announced)
    if NER in nlp.component_names:
        people |= _recognised(nlp, talk, uses, quotes, roster | _words_of((*people, *bodies)))
    bodies -= people
    known = roster | _words_of(people)
    left = list(_left_in(quotes, talk))
    perhaps = {name for name in left if not _words_of([name]) & (known | _words_of(bodies)) and all(map(_looks_like_one, name.split()))}
    perhaps_bodies = {name for name in left if not _words_of([name]) <= known | _words_of(bodies)} - perhaps
    return Named(*(tuple(sorted(names)) for names in (people, bodies, perhaps, perhaps_bodies, _works_in(session, talk, people, roster))))


def _works_in(session: Session, talk: _Talk, people: Collection[str], roster: frozenset[str]) -> set[str]:
    """Return by whose names published things go: by surnames, of nobody who took part or was spoken to."""
    surnames = {_plain(name.split()[-1]) for name in people if " " in name}
    taken = roster | {run.folded[0] for run in talk.runs if CALLED.search(run.before()) or ANSWERS.match(run.after(1))}
    return {name for name in works.named_in(_texts(session)) if _plain(name) not in taken and (_plain(name) in surnames or _plain(name) not in given_names()[0])}


def _words_of(names: Iterable[str]) -> frozenset[str]:
    return frozenset(_plain(word) for name in names for word in _WORD.findall(name))


def _left_in(quotes: Iterable[str], talk: _Talk) -> Iterator[str]:
    """Yield what is written like a name in what may be printed, whatever it is."""
    for run in _Talk(quotes).runs:
        proper = [at for at, word in enumerate(run.folded) if len(word) > 2 and word not in STOP_WORDS and not talk.is_ordinary(word) and not _COMPOUND.search(run.words[at][0])]
        if proper:
            yield run.said(proper[0], proper[-1] + 1)
        elif len(run.words) > 1 and {run.folded[-1]} & BODIES:
            yield run.said(0, len(run.words))


def _texts(session: Session) -> Iterator[str]:
    yield session.title
    yield from session.agenda
    yield from (turn.text for turn in session.turns)
    yield from (message.text for message in session.messages)
    for poll in session.polls:
        yield poll.question
        yield from (answer for answer, _ in poll.answers)
