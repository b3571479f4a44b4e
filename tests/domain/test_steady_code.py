from app.domain.steady_code import SteadyCodes


def test_a_code_is_told_once_it_was_read_twice_running() -> None:
    codes = SteadyCodes()
    assert codes.take(["1"]) == ()
    assert codes.take(["1"]) == ("1",)
    assert codes.take(["1"]) == ()


def test_a_misread_frame_is_never_told() -> None:
    codes = SteadyCodes()
    told = [codes.take(texts) for texts in (["1"], ["7"], ["1"], [], ["1"], ["2"])]
    assert told == [()] * 6


def test_a_code_that_was_away_is_told_again() -> None:
    codes = SteadyCodes()
    codes.take(["1"])
    assert codes.take(["1"]) == ("1",)
    for _ in range(9):
        codes.take([])
    codes.take(["1"])
    assert codes.take(["1"]) == ()
    for _ in range(10):
        codes.take([])
    codes.take(["1"])
    assert codes.take(["1"]) == ("1",)


def test_two_codes_of_one_receipt_are_both_told() -> None:
    codes = SteadyCodes()
    codes.take(["1", "2"])
    assert codes.take(["2", "1"]) == ("1", "2")
