import pytest

from app.ui.tokens import DARK, LIGHT, State


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_can_be_read(theme):
    grounds = (theme.surface, theme.raised, theme.sunken)
    pairs = [(text, ground) for ground in grounds for text in (theme.text, theme.secondary)]
    pairs += [(theme.accent_text, ground) for ground in (*grounds, theme.accent_soft)]
    pairs += [(theme.on_accent, theme.accent), (theme.on_accent, theme.accent_hover)]
    pairs += [(theme.text, theme.accent_soft), (theme.raised, theme.text)]
    pairs += [(tint.text, tint.ground) for tint in theme.states.values()]
    pairs += [(tint.text, ground) for tint in theme.states.values() for ground in grounds[:2]]
    too_weak = {pair: contrast(*pair) for pair in pairs if contrast(*pair) < 4.5}
    assert too_weak == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_edges_can_be_seen(theme):
    for ground in (theme.surface, theme.raised):
        assert contrast(theme.edge, ground) >= 3
        assert contrast(theme.accent_text, ground) >= 3


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_state_has_its_own_colours(theme):
    assert set(theme.states) == set(State)
    assert len({tint.text for tint in theme.states.values()}) == len(State)
