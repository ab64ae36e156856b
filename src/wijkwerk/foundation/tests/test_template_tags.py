from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils import translation

from wijkwerk.foundation import clock, styleguide
from wijkwerk.foundation.money import Money
from wijkwerk.foundation.templatetags import wijkwerk as tags

SUNDAY = datetime(2024, 3, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("amount", "dutch", "english"),
    [
        (Money(125000, "EUR"), "€\xa01.250", "€1,250"),
        (Money(363, "EUR"), "€\xa03,63", "€3.63"),
        (Money(11000000, "NLG"), "ƒ\xa0110.000", "ƒ\xa0110,000"),
        (Money(-500, "EUR"), "−€\xa05", "−€5"),
        (Money(0, "EUR"), "€\xa00", "€0"),
        (None, "", ""),
    ],
)
def test_money_is_written_as_people_write_it(amount: Money | None, dutch: str, english: str) -> None:
    with translation.override("nl"):
        assert tags.money(amount) == dutch
    with translation.override("en"):
        assert tags.money(amount) == english


def test_numbers_get_points_in_dutch_and_commas_in_english() -> None:
    with translation.override("nl"):
        assert (tags.number(15900), tags.number(1234.5), tags.number(None)) == ("15.900", "1.234,5", "")
    with translation.override("en"):
        assert tags.number(15900) == "15,900"


def test_a_date_leaves_out_a_needless_year_but_says_it_on_hover_and_aloud() -> None:
    with clock.at(SUNDAY), translation.override("nl"):
        said = tags.people_date(date(2024, 3, 31))
        assert said == (
            '<time datetime="2024-03-31" title="zondag 31 maart 2024">zondag 31 maart'
            '<span class="wijkwerk-hidden"> 2024</span></time>'
        )
        assert ">31 maart 2019</time>" in tags.short_date(date(2019, 3, 31))
        assert tags.people_date(None) == ""


def test_a_moment_is_shown_on_its_dutch_day() -> None:
    with clock.at(SUNDAY), translation.override("nl"):
        assert 'datetime="2024-07-02"' in tags.short_date(datetime(2024, 7, 1, 22, 30, tzinfo=UTC))


@pytest.mark.parametrize(
    ("day", "dutch", "english"),
    [
        (28, "3 dagen te laat", "3 days late"),
        (30, "1 dag te laat", "1 day late"),
        (31, "vandaag", "today"),
    ],
)
def test_lateness_is_counted_in_days(day: int, dutch: str, english: str) -> None:
    with clock.at(SUNDAY):
        with translation.override("nl"):
            assert f">{dutch}<" in tags.due(date(2024, 3, day))
        with translation.override("en"):
            assert f">{english}<" in tags.due(date(2024, 3, day))


def test_a_date_far_off_is_a_date() -> None:
    with clock.at(SUNDAY), translation.override("nl"):
        assert ">morgen<" in tags.due(date(2024, 4, 1))
        assert ">over 3 dagen<" in tags.due(date(2024, 4, 3))
        assert ">woensdag 1 mei<" in tags.due(date(2024, 5, 1))


def test_paragraphs_escape_what_people_wrote() -> None:
    written = "Eerste <b>regel</b>\r\ntweede\n\n<script>alert(1)</script>"
    assert tags.paragraphs(written) == (
        '<p class="utrecht-paragraph" dir="auto">Eerste &lt;b&gt;regel&lt;/b&gt;<br>tweede</p>\n'
        '<p class="utrecht-paragraph" dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</p>'
    )
    assert tags.paragraphs(None) == ""


def test_a_money_bar_fills_its_line_whatever_the_language() -> None:
    with translation.override("nl"):
        segments = tags.money_segments(
            Money(100, "EUR"), Money(200, "EUR"), Money(0, "EUR"), Money(500, "EUR")
        )
    assert [segment["x"] for segment in segments] == ["0.000", "12.500", "37.500", "37.500"]
    assert [segment["width"] for segment in segments] == ["12.500", "25.000", "0.000", "62.500"]


def test_an_empty_fund_gives_an_empty_bar() -> None:
    nothing = Money(0, "EUR")
    assert {segment["width"] for segment in tags.money_segments(nothing, nothing, nothing, nothing)} == {
        "0.000"
    }


def render(template: str, **context: object) -> str:
    return Template(template).render(Context(context))


def test_a_field_ties_its_input_to_label_description_and_error() -> None:
    form = styleguide.SampleForm({"text": ""})
    html = render('{% include "ui/field.html" with field=form.text only %}', form=form)
    tree = ElementTree.fromstring(html.replace("required", 'required=""').strip())
    area = tree.find("textarea")
    assert area is not None
    assert area.get("aria-invalid") == "true"
    ids = {element.get("id") for element in tree.iter()}
    assert set((area.get("aria-describedby") or "").split()) == {"id_text_helptext", "id_text_error"} <= ids
    label = tree.find("label")
    assert label is not None
    assert label.get("for") == area.get("id")


def test_the_summary_of_errors_links_to_inputs_that_exist() -> None:
    form = styleguide.SampleForm({})
    html = render(
        '{% include "ui/error_summary.html" with form=form only %}'
        '{% for field in form %}{% include "ui/field.html" with field=field only %}{% endfor %}',
        form=form,
    )
    anchors = [part.split('"')[0] for part in html.split('href="#')[1:]]
    assert len(anchors) == len(form.errors)
    for anchor in anchors:
        assert f'id="{anchor}"' in html


def test_a_thread_says_in_words_what_it_shows_in_shapes() -> None:
    with translation.override("nl"):
        html = render(
            '{% include "ui/thread.html" with beads=beads only %}', beads=styleguide.sample()["stopped"]
        )
    assert html.count("<li") == 8
    assert html.count("(klaar") == 2
    assert html.count("(niet nodig") == 1
    assert html.count("(gestopt") == 1
    assert "valt buiten de wijk" in html


def test_only_the_present_bead_is_the_current_step() -> None:
    html = render('{% include "ui/thread.html" with beads=beads only %}', beads=styleguide.sample()["beads"])
    assert html.count('aria-current="step"') == 1
    assert 'wijkwerk-thread__bead--present" aria-current="step"' in html


def test_what_the_source_leaves_open_is_said() -> None:
    with translation.override("nl"):
        html = render(
            '{% include "ui/reason.html" with reason=reason only %}', reason=styleguide.house_reason()
        )
        assert "standaard van Wijkwerk, niet uit de bron" in html
        open_value = styleguide.sample()["reason"].__class__("Wie vaststelt", rule="plan.adopted_by")
        assert "niet beschreven" in render(
            '{% include "ui/reason.html" with reason=reason only %}', reason=open_value
        )
