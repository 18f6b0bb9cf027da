"""Pure helpers that the stages share: tokens, sentences, numerals, dates."""
