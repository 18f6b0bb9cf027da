"""Names, name pairs and ages tell one report from another."""

from __future__ import annotations

from bearwitness.text.salient import salient_terms, terms_of
from bearwitness.text.sentences import segment


def test_names_and_ages_are_telling_and_days_are_not():
    terms = terms_of("On Tuesday a 13-year-old boy was shot on Zebdine Road near the Almaz bakery.")
    assert {"zebdine road", "zebdine", "almaz", "13 year"} <= terms
    assert "tuesday" not in terms


def test_the_first_word_of_a_sentence_is_no_name_by_itself():
    assert terms_of("Shells fell on the bakery.") == frozenset()


def test_a_possessive_is_the_name():
    assert "zebdine" in terms_of("It hit the crowd at Zebdine's gate.")


def test_of_capitals_only_long_words_tell():
    assert terms_of("A MINE BLEW UP NEAR ZEBDINE BRIDGE") == {"zebdine", "bridge"}


def test_a_text_gives_the_terms_of_its_sentences():
    text = "A bomb hit Zebdine. It fell near Almaz."
    assert {"zebdine", "almaz"} <= salient_terms(text, segment(text))


def test_capitals_of_a_title_tell_nothing():
    assert terms_of("Girl, 3, Hurt While Playing With Rifle Near Pond") == frozenset()
