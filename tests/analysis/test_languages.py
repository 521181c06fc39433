import pytest

from copaper.analysis.languages import language_of


@pytest.mark.parametrize(
    "text, code",
    [
        ("We meet the client at the municipality every second Thursday of the month.", "en"),
        ("Ons ontmoet die kliënt elke tweede Donderdag van die maand by die munisipaliteit.", "af"),
        ("Siyabonga kakhulu ngokuthi nisisize ukuthola imali yebhizinisi lethu kulo nyaka.", "zu"),
        ("Re leboha haholo hobane le re thusitse ho fumana tjhelete ya kgwebo ya rona selemong sena.", "st"),
        ("Sawubona everyone, sorry I'm late", "en"),  # a greeting does not make a passage
        ("haha okay sharp sharp", "en"),
        ("", "en"),
        ("Dumelang, Mpho from Lichtenburg", "en"),  # one word of another language, and two names
        ("Ons wag nog vir die brief van Mpho uit Lichtenburg", "af"),
    ],
)
def test_languages(text, code):
    assert language_of(text) == code
