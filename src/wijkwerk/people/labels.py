"""What each power is called on a page: the thing that a person does by it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkwerk.approaches.powers import Power

POWER_LABELS: dict[Power, Promise] = {
    Power.READ_AREA: _("Alles over een gebied lezen"),
    Power.READ_CONTACT: _("Contactgegevens van vragers lezen"),
    Power.READ_EVERYTHING: _("Alles lezen"),
    Power.TRIAGE_SIGNAL: _("Meldingen verdelen"),
    Power.ANSWER: _("Vragers antwoorden"),
    Power.HANDLE_SERVICE_SIGNALS: _("Meldingen voor een dienst behandelen"),
    Power.ENTER_ON_BEHALF: _("Iets invoeren namens een bewoner"),
    Power.UNDERSTAND_NEED: _("De vraag achter meldingen opschrijven"),
    Power.SET_SCOPE: _("Bepalen wat bij de wijkaanpak hoort"),
    Power.RUN_PANEL: _("Een ronde langs bewoners leiden"),
    Power.MANAGE_TEAM: _("Het bewonersteam samenstellen"),
    Power.MANAGE_LONGLIST: _("De groslijst bijhouden"),
    Power.DECIDE_WISH: _("Over een wens beslissen"),
    Power.RANK: _("Wensen op volgorde zetten"),
    Power.COMMENT: _("Meepraten over een stap"),
    Power.OPEN_STEP: _("Een stap van het jaar beginnen"),
    Power.CLOSE_STEP: _("Een stap van het jaar afsluiten"),
    Power.EDIT_PLAN: _("Het plan schrijven"),
    Power.EDIT_SECTOR_PLAN: _("Een plan van een dienst schrijven"),
    Power.ADOPT_PLAN: _("Een plan vaststellen"),
    Power.TAKE_NOTE_PLAN: _("Een plan voor kennisgeving aannemen"),
    Power.ADVISE: _("Advies geven"),
    Power.DECIDE_CONTENT: _("Over de inhoud beslissen"),
    Power.ACCEPT_PROJECT: _("Een project aannemen"),
    Power.DEVIATE_FROM_CITY_POLICY: _("Afwijken van stedelijk beleid"),
    Power.STEP_ASIDE: _("Een stap opzij doen voor bewoners"),
    Power.GRANT_BUDGET: _("Budget toekennen"),
    Power.RESERVE_MONEY: _("Geld reserveren"),
    Power.RELEASE_BUDGET: _("Geld vrijgeven"),
    Power.COMMIT_MONEY: _("Geld vastleggen"),
    Power.BOOK_PAYMENT: _("Betalingen boeken"),
    Power.ORDER_FROM_SERVICE: _("Een dienst opdracht geven"),
    Power.REPORT_PROGRESS: _("Voortgang melden"),
    Power.EXECUTE_MEASURE: _("Een maatregel uitvoeren"),
    Power.RECORD_EFFECT: _("Het effect vastleggen"),
    Power.EVALUATE: _("Evalueren"),
    Power.REQUEST_SERVICE: _("Een dienst iets vragen"),
    Power.DEMAND_SERVICE: _("Inzet van een dienst eisen"),
    Power.REMIND: _("Aan een afspraak herinneren"),
    Power.PROMISE: _("Een toezegging doen"),
    Power.ESCALATE: _("Iets hogerop brengen"),
    Power.PLACE_ON_BOARD_LIST: _("Iets op de lijst van het college zetten"),
    Power.SPEAK_FOR_RESIDENTS: _("Zeggen wat bewoners vinden"),
    Power.FORWARD_PROPOSAL: _("Een voorstel doorsturen"),
    Power.CHAIR_MEETING: _("Een overleg voorzitten"),
    Power.SET_APPROACH: _("De aanpak kiezen en aanpassen"),
    Power.MANAGE_PEOPLE: _("Mensen en taken beheren"),
    Power.MANAGE_AREAS: _("Gebieden beheren"),
}
