"""What is remembered of words is what the model's own rules would say."""

import spacy

from copaper.analysis.attributes import remember_attributes
from copaper.analysis.pipeline import DEFAULT_MODEL

SAID = (
    "We ain't gonna ask y'all for more. Let's see: I have to, but you gotta pay it.\n It is  there, and that is what they did.",
    "There are but two of them. \t Who'd have thought so? C'm on, that dog does bark.",
    "",
)


def _annotated(nlp):
    return [[(token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_, token.head.i) for token in doc] for doc in nlp.pipe(SAID)]


def test_a_word_gets_what_the_models_own_rules_give_it_the_first_time_and_the_second():
    nlp = spacy.load(DEFAULT_MODEL, disable=["ner"])
    expected = _annotated(nlp)
    remember_attributes(nlp)
    assert _annotated(nlp) == expected
    assert _annotated(nlp) == expected


def test_a_rule_added_later_counts_for_words_seen_before():
    nlp = spacy.load(DEFAULT_MODEL, disable=["ner"])
    remember_attributes(nlp)
    assert nlp("a dog barks")[1].pos_ == "NOUN"
    nlp.get_pipe("attribute_ruler").add([[{"LOWER": "dog"}]], {"POS": "X"})
    nlp.get_pipe("attribute_ruler").add([[{"LOWER": "the"}, {"LOWER": "dog"}]], {"POS": "SYM"}, index=1)
    assert [nlp(text)[1].pos_ for text in ("a dog barks", "the dog barks")] == ["X", "SYM"]
