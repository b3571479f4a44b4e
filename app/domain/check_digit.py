"""The check digit of long numbers that people copy by hand."""


def check_digit(digits: str) -> int:
    """The Luhn check digit (ISO/IEC 7812-1): catches a wrong digit and most swaps."""
    total = 0
    for place, sign in enumerate(reversed(digits)):
        value = int(sign) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return -total % 10
