"""All 64 rules, walked to the one page that asks them."""

from collections import Counter

from safety_cases import CONTENT


def asked(question):
    return [rule for rule in (question.rule, *question.opens) if rule]


def test_every_rule_has_exactly_one_place_that_asks_it():
    places = Counter(rule for question in CONTENT.questions for rule in asked(question))
    assert len(CONTENT.rules) == 64
    assert places == dict.fromkeys(CONTENT.rules, 1)


def test_each_rule_is_asked_as_often_as_it_says():
    """A vaccine is an event, asked with the session, so that nobody has to think of another page."""
    with_the_session = {"vaccinated", "injection_site_thigh"}
    for question in CONTENT.questions:
        for rule in asked(question):
            often = "session" if rule in with_the_session else CONTENT.rules[rule].ask_when
            assert often == question.page, rule


def test_the_session_page_is_short():
    assert len([question for question in CONTENT.questions if question.page == "session"]) <= 9


def test_a_line_confirms_where_a_rule_fires_on_no():
    for question in CONTENT.questions:
        for rule in asked(question):
            assert (question.kind == "confirm") == (CONTENT.rules[rule].fires_on == "no"), rule


def test_dates_answer_the_rules_that_no_one_ticks():
    by_dates = [question for question in CONTENT.questions if question.kind == "date"]
    assert [asked(question) for question in by_dates] == [["corrected_age", "oil_under_4w"]]


def test_every_opened_rule_of_a_group_has_short_words():
    for question in CONTENT.questions:
        if question.kind != "date":
            assert set(question.short) == set(question.opens), question.id
