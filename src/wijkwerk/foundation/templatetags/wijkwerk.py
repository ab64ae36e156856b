"""What templates need: money and dates as people say them, fields in the design system's dress, assets."""

from datetime import date, datetime
from typing import Any, Protocol
from uuid import uuid4

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect
from django.forms.boundfield import BoundWidget
from django.templatetags.static import static
from django.utils import formats, timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, ngettext

from wijkwerk.approaches.citing import cited as cited_in
from wijkwerk.foundation import clock
from wijkwerk.foundation.language import inner
from wijkwerk.foundation.money import SYMBOLS, Currency
from wijkwerk.foundation.next_steps import NextStep
from wijkwerk.foundation.once import FIELD as ONCE

register = template.Library()

NO_BREAK = "\N{NO-BREAK SPACE}"


class Amount(Protocol):
    """Money as the templates see it: a whole number of cents and a currency code."""

    @property
    def minor(self) -> int: ...
    @property
    def currency(self) -> str: ...


register.filter("inner", inner)


# ---------------------------------------------------------------- numbers and money


@register.filter
def number(value: int | float | None) -> str:
    """15900 → "15.900" in Dutch, "15,900" in English; an empty string for nothing."""
    if value is None:
        return ""
    whole = isinstance(value, int) or float(value).is_integer()
    grouped = f"{value:,.0f}" if whole else f"{value:,}"
    return grouped if get_language() == "en" else grouped.translate(str.maketrans(",.", ".,"))


@register.filter
def money(value: Amount | None) -> str:
    """€ 1.250, ƒ 110.000, € 3,63; cents only when there are any."""
    if value is None:
        return ""
    units, cents = divmod(abs(value.minor), 100)
    english = get_language() == "en"
    text = f"{units:,}" if english else f"{units:,}".replace(",", ".")
    if cents:
        text += f"{'.' if english else ','}{cents:02d}"
    sign = "−" if value.minor < 0 else ""
    symbol = SYMBOLS[Currency(value.currency)]
    return f"{sign}{symbol}{text}" if english and symbol == "€" else f"{sign}{symbol}{NO_BREAK}{text}"


@register.simple_tag
def money_segments(paid: Amount, committed: Amount, reserved: Amount, free: Amount) -> list[dict[str, Any]]:
    """The four parts of a money bar and their place on a line of 100, as strings (no commas)."""
    parts = [
        ("paid", gettext("betaald"), paid),
        ("committed", gettext("vastgelegd"), committed),
        ("reserved", gettext("gereserveerd"), reserved),
        ("free", gettext("vrij"), free),
    ]
    total = sum(max(amount.minor, 0) for _, _, amount in parts) or 1
    segments, start = [], 0.0
    for key, label, amount in parts:
        width = 100 * max(amount.minor, 0) / total
        segments.append(
            {
                "key": key,
                "label": label,
                "amount": amount,
                "x": f"{start:.3f}",
                "width": f"{width:.3f}",
                "percent": f"{width:.0f}",
            }
        )
        start += width
    return segments


# ---------------------------------------------------------------- dates


def _day(value: date | datetime | None) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def _full(day: date) -> str:
    return str(formats.date_format(day, "l j F Y"))


def _time(day: date, text: str, spoken: str = "") -> SafeString:
    """A <time> with the full date on hover; `spoken` is read out but not shown."""
    extra = format_html('<span class="wijkwerk-hidden">{}</span>', spoken) if spoken else SafeString("")
    return format_html('<time datetime="{}" title="{}">{}{}</time>', day.isoformat(), _full(day), text, extra)


def _without_needless_year(day: date, pattern: str) -> SafeString:
    if day.year == clock.today().year:
        return _time(day, formats.date_format(day, pattern), f" {day.year}")
    return _time(day, formats.date_format(day, f"{pattern} Y"))


@register.filter
def people_date(value: date | datetime | None) -> SafeString | str:
    """ "zondag 31 maart", with the year when it is another one."""
    day = _day(value)
    return _without_needless_year(day, "l j F") if day else ""


@register.filter
def short_date(value: date | datetime | None) -> SafeString | str:
    """ "31 maart", with the year when it is another one."""
    day = _day(value)
    return _without_needless_year(day, "j F") if day else ""


@register.filter
def due(value: date | datetime | None) -> SafeString | str:
    """How far off: "3 dagen te laat", "vandaag", "morgen", "over 3 dagen"; the date itself when far away."""
    day = _day(value)
    if day is None:
        return ""
    days = (day - clock.today()).days
    if days < 0:
        text = ngettext("%(count)s dag te laat", "%(count)s dagen te laat", -days) % {"count": -days}
    elif days == 0:
        text = gettext("vandaag")
    elif days == 1:
        text = gettext("morgen")
    elif days <= 21:
        text = ngettext("over %(count)s dag", "over %(count)s dagen", days) % {"count": days}
    else:
        return _without_needless_year(day, "l j F")
    return _time(day, text, f", {_full(day)}")


# ---------------------------------------------------------------- words


@register.filter
def paragraphs(value: str | None) -> SafeString:
    """Plain text to paragraphs: escaped, blank lines part them, and each finds its own reading direction."""
    text = str(value or "").replace("\r\n", "\n").strip()
    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    return format_html_join(
        "\n",
        '<p class="utrecht-paragraph" dir="auto">{}</p>',
        ((_with_breaks(block),) for block in blocks),
    )


def _with_breaks(block: str) -> SafeString:
    return SafeString("<br>".join(conditional_escape(line) for line in block.split("\n")))


@register.filter
def cited(source: str) -> str:
    """The title of a document and the place in it, for a source as an approach file names it."""
    return cited_in(source, get_language() or "nl")


@register.filter
def first_name_role(person: Any, role: str = "") -> str:
    """ "Ayse, wijkambtenaar": officials are shown by first name and role, never by surname."""
    first = str(getattr(person, "first_name", "") or "").strip()
    return ", ".join(part for part in (first, str(role).strip()) if part)


@register.simple_tag
def next_steps(steps: list[NextStep]) -> dict[str, list[NextStep]]:
    """What can be done and what cannot, apart."""
    return {
        "allowed": [step for step in steps if step.allowed],
        "refused": [step for step in steps if not step.allowed],
    }


# ---------------------------------------------------------------- forms

CLASSES = {
    "select": "utrecht-select utrecht-select--html-select",
    "textarea": "utrecht-textarea utrecht-textarea--html-textarea",
    "checkbox": "utrecht-checkbox utrecht-checkbox--html-input",
    "radio": "utrecht-radio-button utrecht-radio-button--html-input",
    "file": "wijkwerk-file",
    "text": "utrecht-textbox utrecht-textbox--html-input",
}


@register.simple_tag
def field_kind(field: BoundField) -> str:
    """ "group" (radio buttons, check boxes), "checkbox" (a single one), else the kind of input."""
    widget = field.field.widget
    if isinstance(widget, RadioSelect | CheckboxSelectMultiple):
        return "group"
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    name = widget.__class__.__name__.lower()
    kind = getattr(widget, "input_type", "")
    if "textarea" in name:
        return "textarea"
    return {"select": "select", "file": "file"}.get(kind, "text")


@register.simple_tag
def field_input(field: BoundField) -> SafeString:
    """The input of a field with the design system's classes, tied to its description and error."""
    kind = field_kind(field)
    css = CLASSES[kind]
    described = []
    if field.help_text:
        described.append(f"{field.auto_id}_helptext")
    attrs: dict[str, str | bool] = {}
    if field.errors:
        described.append(f"{field.auto_id}_error")
        attrs["aria-invalid"] = "true"
        if kind in ("text", "select", "textarea"):
            css += f" {css.split()[0]}--invalid"
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if field.field.widget.attrs.get("placeholder") == field.label:
        del field.field.widget.attrs["placeholder"]  # it says nothing that the label does not
    own = str(field.field.widget.attrs.get("class", ""))
    attrs["class"] = f"{css} {own}".strip()
    if kind in ("text", "textarea") and "dir" not in field.field.widget.attrs:
        attrs["dir"] = "auto"
    return field.as_widget(attrs=attrs)


@register.simple_tag
def choice_input(option: BoundWidget) -> SafeString:
    """One radio button or check box of a group."""
    kind = "radio" if option.data.get("type") == "radio" else "checkbox"
    option.data["attrs"] = {**option.data["attrs"], "class": CLASSES[kind]}
    return option.tag(wrap_label=False)


@register.simple_tag
def field_anchor(field: BoundField) -> str:
    """Where a link to a field must point: its input, or the first of its choices."""
    return f"{field.auto_id}_0" if field_kind(field) == "group" else str(field.id_for_label or field.auto_id)


@register.simple_tag
def once() -> SafeString:
    """The key of a form that is done once however often it is pressed; its view is `pressed_once`."""
    return format_html('<input type="hidden" name="{}" value="{}">', ONCE, uuid4().hex)


# ---------------------------------------------------------------- assets


@register.simple_tag
def asset(name: str) -> str:
    """The address of a built file, or nothing when it was not built: pages work as plain HTML then."""
    try:
        return static(f"wijkwerk/{name}")
    except ValueError:
        return ""
