"""From the sheet of codes on paper to a pupil on «Сегодня»: what is printed is read back by readers that are not ours."""

import re
import subprocess

from harness import enter, look
from playwright.sync_api import expect

CODE = re.compile(r"\b[2-9ACEHKMPTXY]{4}-[2-9ACEHKMPTXY]{4}-[2-9ACEHKMPTXY]{4}\b")


def invite(page, role, count=1):
    """Codes for people who are not entered yet; leaves the sheet open."""
    page.goto("/codes/new")
    page.locator("select[name=role]").select_option(role)
    options = page.locator("select[name=class] option")
    page.locator("select[name=class]").select_option(index=1 if options.count() > 1 else 0)
    page.locator("input[name=count]").fill(str(count))
    page.get_by_role("button", name="Выдать").click()
    expect(page.locator(".slip")).to_have_count(count)


def read_back(page, tmp_path):
    """The sheet as Chromium prints it: its text, and what the QR codes say."""
    pdf = tmp_path / "sheet.pdf"
    page.pdf(path=pdf, format="A4", prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
    subprocess.run(["pdftoppm", "-r", "300", "-gray", pdf, tmp_path / "page"], check=True, timeout=60)
    pictures = sorted(tmp_path.glob("page*.pgm"))
    said = subprocess.run(["zbarimg", "--quiet", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", *pictures], capture_output=True, encoding="utf-8", timeout=60).stdout
    return text, said.split()


def test_the_printed_sheet_is_read_back(new_page, server, tmp_path):
    page = enter(new_page, server, "administrator")
    invite(page, "pupil", 12)
    look(page, "codes-sheet")
    page.emulate_media(color_scheme="dark")  # dark on light in dark mode too
    text, links = read_back(page, tmp_path)
    codes = CODE.findall(text)
    assert len(set(codes)) == 12
    assert sorted(links) == sorted(f"{server.url}/join/{code}" for code in codes)
    for words in ("Форма учёта выдачи", "Подпись", "Действует до", "Напечатано"):
        assert words in text, words
    for words in ("Сегодня", "Распечатайте сейчас"):  # the page's own furniture stays on the screen
        assert words not in text, words


def test_a_pupil_comes_in_by_the_code_on_a_telephone(new_page, server):
    office = enter(new_page, server, "administrator")
    invite(office, "pupil")
    code = CODE.search(office.locator(".slip .code").inner_text())[0]
    page = new_page(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page.goto("/join")
    cyrillic = code.lower().translate(str.maketrans("acehkmptxy", "асенкмртху"))
    page.locator("input[name=code]").fill(cyrillic.replace("-", " "))
    page.get_by_role("button", name="Дальше").click()
    page.locator("#family").fill("Ёлкина")
    page.locator("#given").fill("Анна-Мария")
    page.locator("#password").fill("три слова подряд")
    page.get_by_role("button", name="Войти").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Здравствуйте, Анна-Мария Ёлкина")
    page.goto(f"/join/{code}")
    expect(page.get_by_role("heading", level=1)).to_have_text("Код уже использован")


def test_pages_of_codes_are_open_to_everyone_who_has_them(new_page, server):
    page = enter(new_page, server, "administrator")
    for name, path in {"codes": "/codes", "codes-staff": "/codes/staff", "codes-new": "/codes/new", "codes-issued": "/codes/issued", "codes-requests": "/codes/requests"}.items():
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        look(page, name)
    page.goto("/codes")
    page.locator("a[href^='/codes/classes/']").first.click()
    look(page, "codes-class")
    page.goto("/codes/entrance")
    page.get_by_role("button", name="Открыть адрес").click()
    look(page, "codes-entrance")
    page.goto("/more/device")
    page.get_by_role("button", name="Показать QR-код").click()
    look(page, "device")


def test_pages_for_who_is_not_in_yet(new_page, server):
    office = enter(new_page, server, "administrator")
    invite(office, "pupil")
    code = CODE.search(office.locator(".slip .code").inner_text())[0]
    page = new_page()
    for name, path in {"join": "/join", "join-code": f"/join/{code}", "pictures": "/sign-in/pictures"}.items():
        page.goto(path)
        look(page, name)


def test_a_second_device_comes_in_by_the_first(new_page, server):
    first = enter(new_page, server, "teacher")
    first.goto("/more/device")
    first.get_by_role("button", name="Показать QR-код").click()
    address = first.locator(".address").text_content()
    second = new_page()
    second.goto(address)
    second.get_by_role("button", name="Войти").click()
    second.wait_for_url("**/")
    expect(second.locator("nav.places")).to_be_visible()
