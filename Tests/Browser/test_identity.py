"""Proving who one is beyond a password: a passkey, an authenticator, a provider of OpenID Connect."""

import json
import re
import shutil
import socket
import subprocess

import pytest
from harness import Server, axe, shot, sign_in
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import expect

SNILS, EMAIL = "112-233-445 95", "family@mail.example"


def free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


@pytest.fixture(scope="module")
def provider():
    people = [User(sub="person-1", claims={"email": EMAIL, "email_verified": True, "snils": SNILS})]
    with run_server_in_thread(user_claims=people, require_nonce=True) as running:
        yield f"http://localhost:{running.server_port}"


@pytest.fixture
def server(seed, tmp_path, provider, monkeypatch):
    """The school on localhost, which passkeys take for a secure place, with one provider."""
    server = Server(seed, tmp_path)
    server.port = free_port()
    providers, secret = tmp_path / "providers.json", tmp_path / "secret"
    secret.write_text("a word", encoding="utf-8")
    providers.write_text(
        json.dumps([{"key": "city", "kind": "openid", "name": "Вход города", "issuer": provider, "client": "zvonok", "secret-file": str(secret)}]),
        encoding="utf-8",
    )
    monkeypatch.setenv("ZVONOK_PROVIDERS", str(providers))
    monkeypatch.setenv("ZVONOK_PUBLIC_ADDRESS", f"http://localhost:{server.port}")
    try:
        server.start()
        yield server
    finally:
        server.remove()
        print(server.last_words())
        shutil.rmtree(server.folder, ignore_errors=True)


@pytest.fixture
def open_page(new_page, server):
    return lambda **options: new_page(base_url=f"http://localhost:{server.port}", **options)


def with_authenticator(page):
    """A key inside the computer, which agrees to everything."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    line.send("WebAuthn.addVirtualAuthenticator", {"options": options | {"automaticPresenceSimulation": True}})
    return page


def sign_out(page):
    page.goto("/more")
    page.get_by_role("button", name="Выйти", exact=True).click()
    page.wait_for_url("**/sign-in")


def first_step(page, person):
    page.goto("/sign-in")
    page.get_by_label("Логин").fill(person.login)
    page.get_by_label("Пароль").fill(person.password)
    page.get_by_role("button", name="Войти", exact=True).click()
    page.wait_for_url("**/sign-in/confirm")


def code_of(secret: str) -> str:
    return subprocess.run(["oathtool", "--totp", "--base32", secret.replace(" ", "")], capture_output=True, text=True, check=True).stdout.strip()


def test_a_teacher_confirms_the_password_by_a_passkey(open_page, server):
    page, teacher = with_authenticator(open_page()), server.person("teacher")
    sign_in(page, teacher.login, teacher.password)
    page.goto("/more/factors")
    axe(page)
    shot(page, "factors-none")
    page.get_by_label("Название ключа").fill("Школьный ноутбук")
    page.get_by_role("button", name="Добавить ключ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Запишите запасные коды")
    expect(page.locator("main code")).to_have_count(10)
    axe(page)
    shot(page, "recovery-codes")
    page.get_by_role("link", name="Записано").click()
    expect(page.get_by_text("Школьный ноутбук")).to_be_visible()
    shot(page, "factors")
    sign_out(page)
    first_step(page, teacher)
    axe(page)
    shot(page, "confirm")
    page.get_by_role("button", name="Подтвердить ключом").click()
    page.wait_for_url("**/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_passkey_that_is_not_there_is_told_and_a_recovery_code_opens(open_page, server):
    page, teacher = with_authenticator(open_page()), server.person("teacher")
    sign_in(page, teacher.login, teacher.password)
    page.goto("/more/factors")
    page.get_by_role("button", name="Добавить ключ").click()
    code = page.locator("main code").first.inner_text()
    other = with_authenticator(open_page())
    first_step(other, teacher)
    other.get_by_role("button", name="Подтвердить ключом").click()
    expect(other.get_by_text("Ключ не ответил")).to_be_visible()
    other.get_by_label("Запасной код").fill(code)
    other.get_by_role("button", name="Подтвердить", exact=True).click()
    other.wait_for_url("**/")
    page.goto("/")
    expect(page.get_by_text("Вход с нового устройства")).to_be_visible()
    axe(page)
    shot(page, "new-device")


def test_an_authenticator_is_added_without_a_script(open_page, server):
    page, teacher = open_page(java_script_enabled=False), server.person("teacher")
    sign_in(page, teacher.login, teacher.password)
    page.goto("/more/factors")
    page.get_by_role("button", name="Подключить приложение").click()
    secret = page.locator("main code").inner_text()
    shot(page, "authenticator")
    page.get_by_label("2. Введите шесть цифр").fill(code_of(secret))
    page.get_by_role("button", name="Подтвердить").click()
    expect(page.locator("main code")).to_have_count(10)
    sign_out(page)
    first_step(page, teacher)
    page.get_by_label("Код из приложения").fill("000000")
    page.get_by_role("button", name="Подтвердить", exact=True).click()
    expect(page.get_by_text("Код не подошёл")).to_be_visible()


def test_a_family_comes_in_by_the_provider_once_the_school_has_put_the_data_right(open_page, server):
    guardian, administrator = server.person("guardian"), server.person("administrator")
    desk, family = open_page(), open_page()
    sign_in(family, guardian.login, guardian.password)
    family.goto("/more")
    name = family.locator(".head p").inner_text()
    sign_out(family)

    sign_in(desk, administrator.login, administrator.password)
    desk.goto("/more/entrance")
    desk.get_by_label("Найти человека").fill(name.split()[0])
    desk.get_by_role("button", name="Найти").click()
    axe(desk)
    desk.get_by_role("link", name=name).click()
    desk.get_by_label("СНИЛС", exact=True).fill("112-233-445 96")
    desk.get_by_label("Электронная почта").fill("other@mail.example")
    desk.get_by_role("button", name="Сохранить").click()
    expect(desk.get_by_text("опечатка")).to_be_visible()
    desk.get_by_label("СНИЛС", exact=True).fill(SNILS)
    desk.get_by_role("button", name="Сохранить").click()
    expect(desk.get_by_text("Сохранено")).to_be_visible()

    def by_provider():
        family.goto("/sign-in")
        family.get_by_role("link", name="Войти: Вход города").click()
        family.get_by_role("button", name=re.compile("person-1")).first.click()

    family.goto("/sign-in")
    shot(family, "sign-in-provider")
    by_provider()
    expect(family.get_by_role("alert")).to_contain_text("не совпали")
    axe(family)
    shot(family, "provider-differs")
    desk.goto("/more/entrance")
    expect(desk.get_by_text("почта отличается")).to_be_visible()
    axe(desk)
    shot(desk, "entrance-desk")
    desk.get_by_role("link", name=name).click()
    desk.get_by_label("Электронная почта").fill(EMAIL)
    shot(desk, "entrance-person")
    desk.get_by_role("button", name="Сохранить").click()
    by_provider()
    family.wait_for_url("**/")
    family.goto("/more/stolen")
    axe(family)
    shot(family, "stolen")
    family.goto("/more/call-phrases")
    family.get_by_role("button", name="Придумать фразу").first.click()
    expect(family.get_by_role("button", name="Сменить фразу")).to_have_count(1)
    axe(family)
    shot(family, "call-phrases")
    family.goto("/more/prove?next=/diary")
    axe(family)
    shot(family, "prove")
    family.goto("/more")
    axe(family)
    shot(family, "more-signed-in")


def test_a_stolen_account_is_closed_without_signing_in(open_page, server):
    owner, guardian = open_page(), server.person("guardian")
    thief = open_page()
    sign_in(thief, guardian.login, guardian.password)
    owner.goto("/sign-in")
    owner.get_by_role("link", name="Аккаунт украли").click()
    owner.get_by_label("Логин").fill(guardian.login)
    owner.get_by_label("Пароль").fill(guardian.password)
    axe(owner)
    shot(owner, "stolen-outside")
    owner.get_by_role("button", name="Закрыть вход").click()
    expect(owner.get_by_role("heading", level=1)).to_have_text("Вход закрыт")
    thief.goto("/diary")
    expect(thief).to_have_url(re.compile("/sign-in"))
