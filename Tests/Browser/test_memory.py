"""What strangers send does not fill the server's memory, however much they send or say they will."""

import http.client
import io
import json
import re
import time
import zipfile
from pathlib import Path

import harness
import pytest

MEGABYTE = 1 << 20
# By so much the server may grow over what it takes for good files. A form with files is read whole, 20 MB at most, and is copied a few times on
# its way; nothing else is kept whole. What is sent here is many times as much.
BOUND = 128 * MEGABYTE
SENT = 600 * MEGABYTE


class Peak:
    """The most memory the server's process has had since the last look (proc(5): clear_refs 5 sets VmHWM anew)."""

    def __init__(self, server):
        self.folder = Path(f"/proc/{server.process.pid}")

    def forget(self):
        (self.folder / "clear_refs").write_text("5")

    def bytes(self):
        return int(re.search(r"VmHWM:\s+(\d+) kB", (self.folder / "status").read_text())[1]) * 1024


class Stranger:
    """Signed in as somebody of the school, and bound by no browser."""

    def __init__(self, page, server):
        cookies = "; ".join(f"{one['name']}={one['value']}" for one in page.context.cookies())
        self.port, self.token = server.port, page.locator("input[name=formToken]").first.input_value()
        self.headers = {"Cookie": cookies, "X-Form-Token": self.token, "Accept": "application/json"}

    def ask(self, method, path, body=None, **headers):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            line.request(method, path, body, {**self.headers, **headers})
            answer = line.getresponse()
            return answer.status, answer.read()
        finally:
            line.close()

    def begin(self, name, size):
        status, answer = self.ask("POST", "/files", json.dumps({"name": name, "size": size, "keepsOriginal": False}), **{"Content-Type": "application/json"})
        return status, json.loads(answer).get("upload") if status < 300 else None

    def piece(self, upload, offset, body):
        return self.ask("PATCH", f"/files/uploads/{upload}", body, **{"Upload-Offset": str(offset)})

    def pour(self, method, path, headers, first=b"", said=None):
        """Sends without end until the server has had enough, at most SENT; gives back how much went and what was answered, if anything was."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        line.putrequest(method, path)
        length = {"Content-Length": str(said)} if said else {"Transfer-Encoding": "chunked"}
        for name, value in {**self.headers, **headers, **length}.items():
            line.putheader(name, value)
        sent, block = 0, b"0" * MEGABYTE
        try:
            line.endheaders()
            for data in [first] if first else []:
                line.send(data if said else b"%x\r\n%s\r\n" % (len(data), data))
            while sent < SENT:
                line.send(block if said else b"%x\r\n%s\r\n" % (len(block), block))
                sent += len(block)
        except OSError:
            pass  # the server has closed the line
        try:
            return sent, line.getresponse().status
        except (OSError, http.client.HTTPException):
            return sent, None
        finally:
            line.close()


def bomb():
    """A gigabyte of nothing in a megabyte, and the same once more inside an archive."""
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("zeros.txt", "w", force_zip64=True) as entry:
        for _ in range(1024):
            entry.write(bytes(MEGABYTE))
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.zip", inner.getvalue())
    return inner.getvalue(), outer.getvalue()


def settled(stranger, upload, seconds=60):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        status, answer = stranger.ask("GET", f"/api/v1/files/{upload}")
        if status != 200 or json.loads(answer)["state"] in ("ready", "refused"):
            return status, answer
        time.sleep(0.2)
    raise AssertionError("it was never looked into")


@pytest.mark.parametrize("seed", ["sqlite"], indirect=True)
def test_hostile_uploads_do_not_fill_the_servers_memory(new_page, server):
    page = harness.enter(new_page, server, "teacher")
    page.goto("/files")
    stranger, peak = Stranger(page, server), Peak(server)
    # What good files take.
    _, upload = stranger.begin("план.txt", 1000)
    assert stranger.piece(upload, 0, ("урок " * 200).encode()[:1000])[0] == 200
    settled(stranger, upload)
    peak.forget()
    usual = peak.bytes()

    # Sizes that are announced and never come.
    for size in (1 << 40, 1 << 62, 10**30):
        status, _ = stranger.begin("много.zip", size)
        assert 400 <= status < 500, size

    # A piece that says it is a terabyte, one that never ends, and a form that never ends.
    _, upload = stranger.begin("поток.txt", 1000)
    place = {"Upload-Offset": "0"}
    heard = {
        "a terabyte": stranger.pour("PATCH", f"/files/uploads/{upload}", place, said=1 << 40),
        "a piece without end": stranger.pour("PATCH", f"/files/uploads/{upload}", place),
        "a form without end": stranger.pour(
            "POST", "/files", {"Content-Type": "multipart/form-data; boundary=x"},
            f'--x\r\nContent-Disposition: form-data; name="formToken"\r\n\r\n{stranger.token}\r\n'
            '--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'.encode(),
        ),
    }
    for what, (sent, status) in heard.items():
        assert sent < SENT or (status and 400 <= status < 500), (what, sent, status)

    # Archives that hold a thousand times what they are.
    for name, archive in zip(("бомба.zip", "матрёшка.zip"), bomb()):
        status, upload = stranger.begin(name, len(archive))
        assert status < 300, name
        for start in range(0, len(archive), MEGABYTE):
            assert stranger.piece(upload, start, archive[start:start + MEGABYTE])[0] == 200
        _, answer = settled(stranger, upload)
        assert json.loads(answer)["state"] == "refused", (name, answer)

    grown = peak.bytes() - usual
    print(f"usual {usual >> 20} MB, grown by {grown >> 20} MB; heard {heard}")
    assert grown < BOUND, f"grown by {grown >> 20} MB"
    # It is there for everyone else as before.
    assert page.goto("/files").status == 200
