"""Tell whether every pronoun of a sentence has something in sight to stand for.

“He” and “she” need a person before them, by name or by what he is (“a driver”); “it” and “they” any
noun. A pronoun in a first phrase may be explained after its comma: “In his speech, Varga said …”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from build_brief.compose.sentences.leaning.described import describes_one
from build_brief.compose.sentences.leaning.numbers import PARTISANS, says_they_alone
from build_brief.language.vocabulary import read_words
from build_brief.model.annotations import Mention, MentionForm, MentionKind

PRONOUN = re.compile(r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs)\b", re.IGNORECASE)
PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers"})
NOUN = re.compile(
    r"\[[^\]]+\]|\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Yy]our|[Ss]ome|[Mm]any|[Mm]ost|[Mm]ore|[Tt]wo|[Tt]hree"
    r"|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]everal|[Ff]ew|[Nn]o|[Ee]very|[Ee]ach|[Aa]ny"
    r"|[Aa]ll|\d[\d,.]*)\s+[^\W\d_][\w’'-]+|(?<=\S )(?!I[’'])[A-Z][\w’'-]+"
    rf"|^(?!(?:{'|'.join(sorted(read_words('sentence_heads')))}|[A-Z]\w+(?:ly|ing)|I|We|You)\b)"
    r"[A-Z][\w’'-]*"
)
"""Something a pronoun can stand for: a bracket, a name, a noun after an article or a number."""
EMPTY_IT = re.compile(
    r"\bit(?:[’']s| is| was| has been| had been| (?:will|would|may|might|could|should|can) be| seems?"
    r"| appears?| remains?| became| becomes?| took| takes| makes| made| turns out| turned out)\b"
    r"(?! (?:\w+ ){0,2}?(?:\w+ed|able|about|built|due|forced|going|likely|meant|put|ready|set|sent|unable"
    r"|unlikely) (?:to|for)\b)"  # “It was supposed to …” is about something
    r"(?!(?: been)? (?!(?:reported|rumou?red|claimed|believed|expected|estimated|alleged|agreed|decided"
    r"|announced|revealed|hoped|feared|assumed|argued|suggested|noted|confirmed|required|needed|supposed|followed)\b)[a-z]+ed\b)"
    r"(?! (?:an?|the) (?!(?:fact|matter|mistake|miracle|pity|question|relief|shame|shock|sign|surprise)\b))"
    r"(?! to (?:be|have) )"
    r"(?! (?:on|in|at|out|over|up|off|here|there|going|given|gone|done|made|brought|led|left"
    r"|won|lost|meant|put|set|driven|grown|shown|something|what)\b)"
    r"(?: [\w-]+){0,4}? (?:that|to|for(?= [^.;]* to\b)|whether|how|if|when|what|who|why|unclear|clear)\b"
    r"|\b(?:make|makes|making|made|find|finds|finding|found) it\b"
    r"|\bwhen it comes to\b"
    r"|\bit (?:is|was) (?:raining|snowing|unclear|not clear|too early|too late|time)\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"(?:[Tt]he |an? )?[\w’'-]*\s?[A-Z\[]|(?:the|an?) ")
SEVERAL = re.compile(
    r"[‘“]?(?:the )?(?:[\w-]+ ){0,3}?[\w-]*[^\Ws]s(?![\w’'])|[A-Z][\w-]*\b(?![’']s)"
    r"|(?:[\w-]+ ){0,2}(?:people|police|men|women)\b"
)
TOLD = re.compile(r"\b(?:told|tells) (?:[Tt]he )?(?:[A-Z][\w’'-]+ ?){1,4}")
"""To whom something was said: no “it” means that paper."""
THING = frozenset({"it", "its"})
MANY = frozenset({"they", "them", "their", "theirs"})
PLURAL = re.compile(
    r"(?<![\w’'])(?!(?:was|is|has|does|his|its|this|as|us|says|always|perhaps|news|politics|yes|plus|thus|less"
    r"|across|besides|towards|afterwards|minutes|hours|days|weeks|months|years|decades|times)\b)[A-Za-z-]+[^\Ws]s(?![\w’'])|[\w]s[’'](?!\w)"
    r"|\b(?:people|[a-z]*men|[a-z]*women|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|children|police|everyone|everybody|anyone|anybody|someone|nobody|each|every|many|both"
    r"|staff|team|crew|family|couple|pair|group|band|public|army|government|council|party|company|club|majority"
    r"|and|two|three|four|five|six|seven|eight|nine|ten|dozens?|\d[\d,.]*|who|whoever|person|anyone)\b"
    r"|(?<=\S )(?!I\b)[A-Z\[](?![^\s\]]*(?: [A-Z][^\s\]]*)*[’']s\b)"
    r"|^[A-Z][\w’'-]+(?= (?:say|are|have|were)\b)"
)
"""What “they” can stand for: a plural, a body of people, or a name."""
VERB = re.compile(r"(?:^|\b(?:[Hh]e|[Ss]he|[Ii]t|[Ww]ho|[Ww]hich|[Tt]hat)\b) +[a-z]+s\b")
"""“Dahl wants …”, her name left out: “wants” is no plural."""
REFUSED = re.compile(
    r"\b(?:denied|granted|rejected|approved|refused|dismissed|turned down|accepted) (?:their|his|her) "
    r"(?:\w+ )?(?:requests?|applications?|claims?|appeals?|bids?|petitions?|pleas?|motions?|offers?)\b"
)
"""“The agency denied their request”: another's."""
OWN_OBJECT = re.compile(
    r"(?:(?:In|On|At|Across|During|Over|Around) (?:[^\s,]*[^\s,s] )*[^\s,]*[^\s,s], )?(?:[\w’'-]+ ){1,3}"
    r"(?:and (?:[\w’'-]+ ){1,2})?(?:has|have|had|would|will|could) (?:[a-z]+ly )?"
    r"(?!(?:let|made|seen|told)\b)[a-z]+ (?:him|them)\b|"
    r"(?=(?:\S+ ){1,3}[a-z]+ (?:him|them)\b)(?!.*(?:[’']s|\b(?:and|of|with|who|that)\b).*\b(?:him|them)\b)"
)
"""“Democrats want them extended”: not themselves."""
BLAMED = re.compile(
    r"(?:(?!(?:that|who|of|for|to)\b)[^\s,]+ ){1,8}?(?:has |have |had )?(?:[a-z]+ly )?"
    r"(?:critici[sz]ed|condemned|denounced|rejected|opposed) (?:his|her) (?:\w+ )?"
    r"(?:polic(?:y|ies)|plans?|decisions?|handling|remarks|comments|stance|approach|proposals?|record|speech)\b"
)
"""“Varga criticized his foreign policy”: another's."""
PHRASE_OPENS = re.compile(r"(?:In|On|At|By|As of|During|Since|For|Over|Until|Within|Throughout) [^,]*, $")
"""A first phrase of time or place, which nothing after it stands for: “In the same year, it …”."""
PHRASE_PRONOUN = re.compile(
    r"(?:In|At|On|For|By|From) (?:some|many|most|[a-z]+ing|other) [a-z]+ (?:they|it|he|she)\b"
    r"|As (?:an?|the|one) [^,]*, (?:it|they)\b"
)
"""“In some cases they may have to move”: no cases move."""
BESIDE = re.compile(
    r"[^\w\s]*(?:(?:Unlike|Like)(?! [^,]*\b(?:say|says|said|used|did|does|do|wrote)\b)"
    r"|Along with|Together with|Besides|As well as|Apart from|Alongside|[A-Z][a-z]+ (?:not )?[a-z]+ing"
    r"|(?!According|Including|Following|During|Regarding|Concerning|Depending|Given|Nothing|Something)"
    r"[A-Z][a-z]+(?:ing|ed (?:by|with|at|about|over|for|on|from|to)))"
    r" [^,;:]*(?:, (?:an?|the|who|which) [^,;:]*)?, $"
)
"""“Along with the council, it …” is about another than the council, and so is “After meeting Dahl, she …”."""
PHRASE_BEGINS = re.compile(
    rf"(?:{'|'.join(sorted(read_words('sentence_heads')))}|Based|Like|Thanks|Born|Despite|[A-Z][a-z]+(?:ing|ed))\b"
)
"""What begins with a phrase: “Give them time, …” does not."""
BRACKET = re.compile(r"\[[^\]]*\](?: [A-Z][\w’'-]+)?")
FIRST_PHRASE = re.compile(r"[^,]*, $")
OF_PEOPLE = re.compile(r"\b(?:he|she|him|his|hers?)\b ?", re.IGNORECASE)
CALLED = re.compile(
    rf"(?<=\S )[A-Z][\w’'-]+|^(?!(?:{'|'.join(sorted(read_words('sentence_heads')))})\b)[A-Z][\w’'-]+"
)
"""A name, or a first word that can be one: “Rihanna is …”."""
HEAD = re.compile(r"(?:He|She|It|They|That|This|These|Those|Him|Her|His|Its|Their)\b")


def has_dangling_pronoun(text: str, mentions: Sequence[Mention] = ()) -> bool:
    """Tell whether a pronoun of `text`, quotations masked, has nothing in sight to stand for.

    `mentions` are those of the sentence; without them any name counts as a person.
    """
    if PHRASE_PRONOUN.match(text) or OWN_OBJECT.match(text) or BLAMED.match(text) or _refuses_unnamed(text):
        return True
    if says_they_alone(text, mentions):
        return True
    pronouns = list(PRONOUN.finditer(text))
    empty = [found.span() for found in EMPTY_IT.finditer(text)] if pronouns else []
    for found in pronouns:
        if any(start <= found.start() < end for start, end in empty):
            continue
        if not _is_explained(text, found, mentions) and not _is_named_soon(text, found):
            return True
    return False


def _refuses_unnamed(text: str) -> bool:
    """Tell whether somebody's request is refused of whom the words before name but one, who refuses it."""
    found = REFUSED.search(text)
    if found is None:
        return False
    before = text[: found.start()]
    phrase = "," in before or before.startswith(("In ", "On ", "At ", "After ", "Two ", "Three "))
    return len(NOUN.findall(before)) <= 1 + phrase


def has_dangling_head(text: str) -> bool:
    """Tell whether a speaker's own words begin by pointing elsewhere."""
    return bool(HEAD.match(text) and not EMPTY_IT.match(text))


def names_its_people(text: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether the first sentence of an article names whom its “he” or “her” may mean, if only later.

    “He may be fond of her, but Varga …”: its readers had no more to go by.
    """
    found = OF_PEOPLE.search(text)
    if found is None or has_dangling_pronoun(OF_PEOPLE.sub("", text), mentions):
        return False
    full = (m for m in mentions if m.kind is MentionKind.PERSON and m.form is MentionForm.FULL)
    return any(full) or bool(CALLED.search(text[: found.start()]))


def _is_explained(text: str, pronoun: re.Match[str], mentions: Sequence[Mention]) -> bool:
    before = text[: pronoun.start()]
    if BESIDE.match(before) or not NOUN.search(before):
        return False
    word = pronoun[0].lower()
    if word in THING and not NOUN.search(_without_several(before, mentions)):
        return False
    if word in MANY and not PLURAL.search(VERB.sub(" ", _without_people(before, mentions))):
        return False
    if word not in PERSONAL and PHRASE_OPENS.match(before) and not _names_something(before, mentions):
        return False
    if pronoun[0].lower() not in PERSONAL or not mentions:
        return True
    # “A lawyer by training, he …” describes somebody without naming anybody.
    describes = FIRST_PHRASE.match(before) is not None
    return _names_somebody(before, mentions) or (not describes and describes_one(before))


def _names_somebody(before: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a person is named in `before`, in the source's words or in a bracket."""
    bracketed = " ".join(BRACKET.findall(before))
    people = [mention for mention in mentions if mention.kind is MentionKind.PERSON]
    named = (one.span.text for one in people if one.span.text.lower() not in PERSONAL)
    put_in = (one.name.split()[-1] for one in people if one.name)
    return any(name in before for name in named) or any(name in bracketed for name in put_in)


def _without_people(before: str, mentions: Sequence[Mention]) -> str:
    """Return `before` without the names of people and the brackets that give them: no “it” means them."""
    for mention in sorted(mentions, key=lambda one: -len(one.span.text)):
        name = mention.span.text
        if mention.kind is MentionKind.PERSON and name in before and name.lower() not in PERSONAL:
            before = re.sub(rf"(?:\[[^\]]+\] )?{re.escape(name)}(?: \[[^\]]+\])?", " ", before)
        if mention.kind is MentionKind.PERSON and mention.name and mention.name in before:
            before = re.sub(rf"\[{re.escape(mention.name)}(?:[’']s?)?\]", " ", before)
    return TOLD.sub(" ", before)


def _without_several(before: str, mentions: Sequence[Mention]) -> str:
    """Return `before` without people and without words for several, which no “it” stands for."""
    return PARTISANS.sub(" ", _plural_people().sub(" ", _without_people(before, mentions)))


def _names_something(before: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether a name other than a person's stands in `before`; without mentions, any capital will do."""
    if not mentions:
        return any(word[:1].isupper() for word in before.split()[1:])
    return any(m.kind is not MentionKind.PERSON and m.span.text in before for m in mentions)


def _is_named_soon(text: str, pronoun: re.Match[str]) -> bool:
    """Tell whether a pronoun of the first phrase is explained after its comma."""
    if pronoun.start() == 0 or "," in text[: pronoun.start()] or not PHRASE_BEGINS.match(text):
        return False
    comma = text.find(", ", pronoun.end())
    many = pronoun[0].lower() in MANY
    return comma > 0 and bool((SEVERAL if many else NAMED).match(text, comma + 2))


@cache
def _plural_people() -> re.Pattern[str]:
    """Return what finds “some experts”, which no “it” stands for."""
    words = "|".join(sorted(map(re.escape, read_words("person_nouns") | read_words("role_nouns"))))
    many = r"[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Ff]ew|[Tt]wo|[Tt]hree|[Ff]our|[Aa]ll|[Tt]he|[Aa]n?"
    return re.compile(
        rf"\b(?:{many}) (?:[a-z]+ ){{0,2}}?(?:{words})s?\b|^[A-Z][\w’'-]+ (?:[a-z]+ )?(?:{words})s\b"
    )
