from coranto.clean.paragraphs import find_paragraphs
from coranto.clean.threads import find_threads

BODY = "The quay was sold on Monday to a merchant of the town, who means to build there.\n\n" * 4
THREAD = [
    *("Ann Roe", "May 3, 2018 at 7:21 pm", "I never liked the quay. It smells.", "Reply"),
    *("Bo Dahl", "May 3, 2018 at 8:40 pm", "It does not, Ann.", "Reply"),
    *("Cy Lind", "May 4, 2018 at 9:02 am", "Both of you are wrong.", "Reply"),
]


def find(lines):
    text = BODY + "\n\n".join(lines)
    return [text[first:last] for first, last, *_ in find_threads(text, find_paragraphs(text))]


def test_comments_go_from_the_first_name_to_the_last_reply():
    assert find([*THREAD, "The mayor stayed."]) == THREAD


def test_times_alone_are_a_live_report():
    assert find([line for line in THREAD if line != "Reply"]) == []


def test_speakers_above_the_body_are_no_thread():
    text = "\n\n".join(THREAD) + "\n\n" + BODY * 4
    assert find_threads(text, find_paragraphs(text)) == []


def test_papers_that_are_quoted_one_after_another_are_no_thread():
    quoted = ["The Post says:", "“It was late.”", "The Times says:", "“Too late.”", "The Sun says:", "“Much too late.”"]
    assert find(quoted) == []
