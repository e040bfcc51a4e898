"""How a category came to stand, asked of whole columns or of one ticket."""

from campusdesk.facts import facts_of
from campusdesk.rules import CategorySource
from client.models.judgement import Judgement, judgement, judgements
from tests.client.made import facts, ticket


def test_the_server_is_sure_likely_or_unsure_and_a_person_corrects() -> None:
    made = [ticket(number) for number in range(1, 7)]
    for each, sure in zip(made, (0.9, 0.89, 0.6, 0.59, 0.1, 0.1), strict=True):
        each.confidence = sure
    made[5].category_source = int(CategorySource.CORRECTED)  # type: ignore[assignment]
    judged = judgements(facts(made).columns()).tolist()
    assert [Judgement(each).name for each in judged] == ["SURE", "LIKELY", "LIKELY", "UNSURE", "UNSURE", "CORRECTED"]
    assert [judgement(facts_of(each)) for each in made] == judged
