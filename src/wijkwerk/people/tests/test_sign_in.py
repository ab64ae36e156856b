"""Signing in: the mailed link, the password with its second step, and who gets in without either."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail as outbox
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.world import World, make_world
from wijkwerk.foundation import clock
from wijkwerk.foundation.reasons import Conflict, Invalid
from wijkwerk.people import letters, mail, sign_in
from wijkwerk.people.actions import invite, make_account, set_second_step
from wijkwerk.people.models import Account, Person, RoleHeld

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "paarse regen boven Zandweerd"


@pytest.fixture(autouse=True)
def _own_post_office_and_no_old_limits() -> Iterator[None]:
    kept = mail._mailer
    mail.register_mailer(mail._at_once)
    cache.clear()
    yield
    mail.register_mailer(kept)


@pytest.fixture
def member() -> Person:
    return make_account(email="lid@example.org", first_name="Lid")


def in_post() -> list[outbox.EmailMessage]:
    return list(outbox.outbox)


def link_in_mail() -> str:
    found = re.search(r"http://testserver(/\S+)", str(in_post()[-1].body))
    assert found is not None
    return found[1]


def ask(client: Client, email: str) -> str:
    response = client.post(reverse("account_ask_for_link"), {"email": email})
    assert response.status_code == 200
    return str(response.content.decode())


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_member_signs_in_with_a_mailed_link(client: Client, member: Person) -> None:
    with clock.at(NOON):
        ask(client, "LID@example.org ")
        assert in_post()[0].to == ["lid@example.org"]
        page = client.get(link_in_mail())
        assert page.status_code == 200
        assert not signed_in(client)
        response = client.post(link_in_mail())
    assert response.status_code == 302
    assert response.headers["Location"] == "/mijn-dag"
    assert signed_in(client)


def test_opening_the_link_uses_nothing_up_and_pressing_the_button_does(
    client: Client, member: Person
) -> None:
    with clock.at(NOON):
        ask(client, "lid@example.org")
        link = link_in_mail()
        for _ in range(3):  # a mail scanner, a preview, the person
            assert client.get(link).status_code == 200
            client.head(link)
        client.post(link)
        assert signed_in(client)
        again = Client()
        assert again.get(link).status_code == 403
        refused = again.post(link)
    assert refused.status_code == 403
    assert "Deze link werkt niet (meer)" in refused.content.decode()
    assert not signed_in(again)


@pytest.mark.parametrize(
    ("minutes", "works"), [(0, True), (29, True), (30, False), (31, False), (60 * 24, False)]
)
def test_a_link_lives_half_an_hour(client: Client, member: Person, minutes: int, works: bool) -> None:
    with clock.at(NOON):
        ask(client, "lid@example.org")
    with clock.at(NOON + timedelta(minutes=minutes)):
        client.post(link_in_mail())
    assert signed_in(client) == works


def test_using_one_link_ends_the_others(client: Client, member: Person) -> None:
    with clock.at(NOON):
        ask(client, "lid@example.org")
        first = link_in_mail()
        ask(client, "lid@example.org")
        client.post(link_in_mail())
        other = Client()
        assert other.post(first).status_code == 403


def test_a_guessed_or_altered_link_is_refused(client: Client, member: Person) -> None:
    with clock.at(NOON):
        ask(client, "lid@example.org")
        link = link_in_mail()
        for guess in (
            "x",
            "1:0:0",
            link.rsplit("/", 1)[1][:-1],
            link.rsplit("/", 1)[1].swapcase(),
            "😀" * 50,
        ):
            path = reverse("account_mailed_link", args=[guess])
            assert client.get(path).status_code == 403
            assert client.post(path).status_code == 403
    assert not signed_in(client)


def test_the_answer_is_the_same_whether_the_address_is_known_or_not(client: Client, member: Person) -> None:
    known, unknown = ask(client, "lid@example.org"), ask(client, "niemand@example.org")
    without_token = [re.sub(r'value="[A-Za-z0-9]{64}"', "", page) for page in (known, unknown)]
    assert without_token[0] == without_token[1]
    assert len(in_post()) == 1


def test_asking_again_and_again_is_stopped_for_known_and_unknown_alike(
    client: Client, member: Person
) -> None:
    for email in ("lid@example.org", "niemand@example.org"):
        for _ in range(5):
            ask(client, email)
        response = client.post(reverse("account_ask_for_link"), {"email": email})
        assert response.status_code == 429
    assert len(in_post()) == 5


def test_an_account_with_a_password_gets_no_link(client: Client) -> None:
    person = make_account(email="ambtenaar@example.org", first_name="Ayse", password=PASSWORD)
    ask(client, "ambtenaar@example.org")
    assert in_post() == []
    assert person.account is not None


def test_a_closed_account_gets_no_link_and_a_link_given_before_no_longer_works(
    client: Client, member: Person
) -> None:
    with clock.at(NOON):
        ask(client, "lid@example.org")
        Account.objects.update(is_active=False)
        assert client.post(link_in_mail()).status_code == 403
        ask(client, "lid@example.org")
    assert len(in_post()) == 1


def test_what_is_no_address_is_said_at_the_field(client: Client) -> None:
    response = client.post(reverse("account_ask_for_link"), {"email": "geen adres"})
    assert response.status_code == 422
    assert "id_email" in response.content.decode()


def test_the_page_of_a_link_is_not_kept_by_anyone(client: Client, member: Person) -> None:
    with clock.at(NOON):
        ask(client, "lid@example.org")
        response = client.get(link_in_mail())
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert link_in_mail() not in response.content.decode().replace(f'value="{link_in_mail()}"', "")


# --- Password and second step --------------------------------------------------------------------------------


@pytest.fixture
def world() -> World:
    return make_world()


def officer_with_password(world: World, *, second_step: bool) -> Person:
    person = make_account(email="ayse@example.org", first_name="Ayse", password=PASSWORD)
    RoleHeld.objects.create(
        person=person, role="area_officer", area=world.area, valid_from=world.area.valid_from
    )
    if second_step and person.account is not None:
        set_second_step(person.account, secret=SECRET)
    return person


def enter_password(client: Client) -> str:
    response = client.post(reverse("account_login"), {"login": "Ayse@example.org", "password": PASSWORD})
    assert response.status_code == 302, response.content.decode()[:2000]
    return str(response.headers["Location"])


def code_now() -> str:
    return format_hotp_value(hotp_value(SECRET, next(iter(yield_hotp_counters_from_time()))))


def test_password_then_code_lets_staff_in(client: Client, world: World) -> None:
    officer_with_password(world, second_step=True)
    assert enter_password(client) == reverse("mfa_authenticate")
    assert not signed_in(client)
    assert client.get(reverse("people:people")).status_code == 302
    response = client.post(reverse("mfa_authenticate"), {"code": code_now()})
    assert response.status_code == 302
    assert signed_in(client)
    assert client.get(reverse("people:people")).status_code == 200


def test_a_wrong_code_lets_nobody_in(client: Client, world: World) -> None:
    officer_with_password(world, second_step=True)
    enter_password(client)
    response = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert response.status_code == 200
    assert "Deze code klopt niet" in response.content.decode()
    assert not signed_in(client)


def test_a_password_alone_reaches_no_page_of_staff_before_the_second_step_is_set_up(
    client: Client, world: World
) -> None:
    officer_with_password(world, second_step=False)
    enter_password(client)
    response = client.get(reverse("people:people"))
    assert response.status_code == 302
    assert response.headers["Location"] == reverse("mfa_activate_totp")
    page = client.get(reverse("mfa_activate_totp"))
    assert page.status_code == 200
    secret = client.session["mfa.totp.secret"]
    counter = next(iter(yield_hotp_counters_from_time()))
    client.post(reverse("mfa_activate_totp"), {"code": format_hotp_value(hotp_value(secret, counter))})
    assert client.get(reverse("people:people")).status_code == 200


def test_who_switches_the_second_step_off_must_set_it_up_again(client: Client, world: World) -> None:
    person = officer_with_password(world, second_step=True)
    assert person.account is not None
    client.force_login(person.account)
    assert client.get(reverse("people:people")).status_code == 200
    person.account.authenticator_set.all().delete()  # type: ignore[attr-defined]
    assert client.get(reverse("people:people")).headers["Location"] == reverse("mfa_activate_totp")


def test_a_wrong_password_says_so_and_not_which_part(client: Client, world: World) -> None:
    officer_with_password(world, second_step=True)
    for login in ("ayse@example.org", "niemand@example.org"):
        response = client.post(reverse("account_login"), {"login": login, "password": "iets anders"})
        assert "Het e-mailadres of het wachtwoord klopt niet." in response.content.decode()


def test_guessing_passwords_is_stopped(client: Client, world: World) -> None:
    officer_with_password(world, second_step=True)
    answers = [
        client.post(reverse("account_login"), {"login": "ayse@example.org", "password": f"gok {number}"})
        for number in range(70)
    ]
    assert answers[-1].status_code == 429
    assert any("te vaak" in answer.content.decode() for answer in answers)


def test_nobody_makes_an_account_alone(client: Client) -> None:
    page = client.get(reverse("account_signup"))
    assert "U hebt geen account nodig" in page.content.decode()
    client.post(
        reverse("account_signup"),
        {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert not Account.objects.exists()


# --- First and forgotten passwords ---------------------------------------------------------------------------


def choose_password(client: Client, link: str, password: str = PASSWORD) -> None:
    landing = client.get(link, follow=True)
    path = landing.redirect_chain[-1][0] if landing.redirect_chain else link
    client.post(path, {"password1": password, "password2": password})


def test_a_first_password_is_chosen_once_with_the_link_from_the_invitation(client: Client) -> None:
    person = make_account(email="ayse@example.org", first_name="Ayse")
    account = person.account
    assert account is not None
    invite(account, with_password=True)
    assert in_post()[0].subject == "Uw account bij Wijkwerk"
    link = link_in_mail()
    choose_password(client, link)
    account.refresh_from_db()
    assert account.check_password(PASSWORD)

    choose_password(Client(), link, "een ander wachtwoord!")
    account.refresh_from_db()
    assert account.check_password(PASSWORD)


@pytest.mark.parametrize("weak", ["kort", "qwerty123456", "ayse@example.org"])
def test_a_weak_password_is_refused(client: Client, weak: str) -> None:
    account = make_account(email="ayse@example.org", first_name="Ayse").account
    assert account is not None
    choose_password(client, sign_in.set_up_link(account).removeprefix("http://testserver"), weak)
    account.refresh_from_db()
    assert not account.has_usable_password()


def test_a_forgotten_password_is_answered_the_same_for_everyone(client: Client, member: Person) -> None:
    make_account(email="ayse@example.org", first_name="Ayse", password=PASSWORD)
    for email in ("ayse@example.org", "niemand@example.org", "lid@example.org"):
        response = client.post(reverse("account_reset_password"), {"email": email})
        assert response.headers["Location"] == reverse("account_reset_password_done")
    assert [message.to for message in in_post()] == [["ayse@example.org"], ["lid@example.org"]]
    assert "wachtwoord/nieuw" in str(in_post()[0].body)
    assert "account/link/" in str(in_post()[1].body)  # who has no password gets what they do have


@pytest.mark.parametrize("kind", list(mail.LetterKind))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_letter_has_its_words_in_both_languages(
    member: Person, kind: mail.LetterKind, language: str
) -> None:
    assert member.account is not None
    with translation.override(language):
        letter = letters.compose(kind, member.account.pk)
    assert letter.to == "lid@example.org"
    assert "Deventer" in letter.text
    assert "\n" not in letter.subject
    assert ("http://testserver/account/" in letter.text) == (kind is not mail.LetterKind.CHANGED)
    assert ("Hebt u" in letter.text) == (language == "nl")
    assert not re.search(r"\b(je|jij|jouw)\b", letter.text)


def test_a_link_is_made_when_the_letter_is_sent_and_not_before(member: Person) -> None:
    """What waits in an outbox for an hour still brings a link that works."""
    assert member.account is not None
    with clock.at(NOON + timedelta(hours=1)):
        link = letters.compose(mail.LetterKind.SIGN_IN, member.account.pk).text
        token = re.search(r"/account/link/(\S+)", link)
        assert token is not None
        assert sign_in.account_of_link(token[1]) == member.account


def test_a_change_of_password_is_told(client: Client, world: World) -> None:
    person = officer_with_password(world, second_step=True)
    assert person.account is not None
    client.force_login(person.account)
    new = "groene regen boven Zandweerd"
    given = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert client.post(reverse("account_change_password"), given).status_code == 302
    assert in_post()[-1].subject == "Er is iets veranderd aan uw account"


# --- Making accounts -----------------------------------------------------------------------------------------


def test_an_address_has_one_account() -> None:
    make_account(email="a@example.org", first_name="A")
    with pytest.raises(Conflict):
        make_account(email="A@example.org", first_name="B")
    assert Person.objects.count() == 1


@pytest.mark.parametrize(("email", "name"), [("geen adres", "A"), ("", "A"), ("a@example.org", " ")])
def test_an_account_needs_an_address_and_a_name(email: str, name: str) -> None:
    with pytest.raises(Invalid):
        make_account(email=email, first_name=name)
    assert not Account.objects.exists()
    assert not Person.objects.exists()


def test_a_person_has_one_account(member: Person) -> None:
    with pytest.raises(Conflict):
        make_account(email="tweede@example.org", person=member)
