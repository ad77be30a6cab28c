"""The sign-in panel: what a page shows to who proved nothing yet."""

import streamlit as st
from streamlit.components.v2 import component

from integration.access import mail
from integration.services.access import sign_in as signing
from integration.services.core.host import host
from integration.services.core.visit import Visit, moment_now
from integration.settings import CONTACT, OIDC_NAME, OIDC_TRUST, OIDC_URL
from integration.ui.assets import script
from integration.ui.frame.account import leave_form
from integration.ui.frame.closed import closed_words
from integration.ui.kit.html import page_open, show
from integration.ui.kit.label import label as as_label
from integration.ui.kit.panels import heading, small_print
from integration.views.kit.address import address


def sign_in(visit: Visit) -> None:
    """Ways to sign in; whoever an OIDC provider vouches for goes straight on to the page they came for."""
    say = visit.reader.say
    email = _vouched()
    if email is not None:
        _enter(visit, email)
        return
    usual = say("Sign in"), say("This page is for people who work on a partnership. Sign in, or open the link that was shared with you.")
    heading(*(closed_words(visit) or usual))
    _remember_page(visit)
    if OIDC_URL.text():
        label = say("Sign in with {name}", name=OIDC_NAME.text()) if OIDC_NAME.text() else say("Sign in with your organisation")
        if st.button(label, type="primary", icon=":material/login:", key="oidc"):
            st.login()
    if mail.configured():
        with st.container(width=440):
            _by_mail(visit)
    contact = CONTACT.text()
    whom = say("No link yet? Ask {contact}.", contact=contact) if contact else say("No link yet? Ask the administrator of Ineen in your organisation.")
    small_print(whom, "whom")


def _by_mail(visit: Visit) -> None:
    say = visit.reader.say
    email = st.text_input(say("Your e-mail address"), key="sign-in-email", autocomplete="email", max_chars=254) or ""
    if not st.button(say("Mail me a sign-in link"), icon=":material/mail:", key="mail-me"):
        return
    if "@" not in email:
        st.error(say("Write an e-mail address such as name@school.example."), icon=":material/error:")
        return
    opened = host()
    signing.ask_by_mail(opened.database, opened.seal, email, visit.language, moment_now(), _here(visit), st.context.ip_address or "")
    st.success(say("If this address is known here, a link is on its way. It works once, for half an hour."), icon=":material/mark_email_read:")


def _here(visit: Visit) -> str:
    return address(visit.reader, page_open(), **{name: value for name, value in st.query_params.items() if name != "lang"})


def _vouched() -> str | None:
    if not st.user.get("is_logged_in"):
        return None
    verified = st.user.get("email_verified")
    trusted = verified in (True, "true") or (verified is None and OIDC_TRUST.text() == "1")
    return str(st.user.get("email") or "") if trusted else ""


def _enter(visit: Visit, email: str) -> None:
    say, opened = visit.reader.say, host()
    person = signing.by_verified_email(opened.database, email) if email else None
    if person is None:
        heading(say("You are not known here yet"), say("You signed in as {email}, and nobody gave that address a role.", email=email or "–"))
        contact = CONTACT.text()
        words = say("Ask {contact} for access.", contact=contact) if contact else say("Ask the administrator of Ineen in your organisation for access.")
        st.info(as_label(words))
        # Not st.logout, which would sign them out of everything else at the provider too.
        show(leave_form(say("Sign in as somebody else")), key="leave-unknown")
        return
    heading(say("Signing in"), say("One moment, {name}.", name=person.name))
    made = component("ineen_entering", js=script("entering"))
    made(data={"action": signing.link_for(opened.seal, person, moment_now()), "here": ""}, key="entering", height=1)


def _remember_page(visit: Visit) -> None:
    # A provider comes back to the front page, and a link that was mailed or handed over opens in a tab of its own.
    made = component("ineen_entering", js=script("entering"))
    made(data={"action": "", "here": _here(visit)}, key="entering", height=1)
