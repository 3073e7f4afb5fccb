"""`warmhands serve`, `demo` and `reset-password`, as a person starts them: real processes, a real port."""

import contextlib
import http.cookiejar
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from warmhands.cli import demo

WARMHANDS = Path(sys.executable).parent / "warmhands"
WORD = "warm towels in june"


def environment(home, **more):
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WARMHANDS_")}
    return kept | {"WARMHANDS_HOME": str(home), "PYTHONUNBUFFERED": "1"} | more


def run(home, *words, said=None, **more):
    """Run a command to its end: (code, out, err)."""
    done = subprocess.run(
        [WARMHANDS, *words],
        env=environment(home, **more),
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


class Server:
    """A running `warmhands serve`."""

    def __init__(self, home, *words, **more):
        self.process = subprocess.Popen(
            [WARMHANDS, *words],
            env=environment(home, **more),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.greeting = ""
        for line in self.process.stdout:
            self.greeting += line
            if "Ctrl-C" in line:
                break
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", self.greeting)
        self.port = int(found.group(1)) if found else 0

    def end(self, how=signal.SIGTERM):
        """Stop it; its exit code and what it said on stderr."""
        self.process.send_signal(how)
        err = self.process.communicate(timeout=30)[1]
        return self.process.returncode, err


@contextlib.contextmanager
def serving(home, *words, **more):
    server = Server(home, *words, **more)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.process.kill()
            server.process.communicate()


class Visitor:
    """A browser with a cookie jar."""

    def __init__(self, port):
        self.root = f"http://127.0.0.1:{port}"
        self.jar = http.cookiejar.CookieJar()
        self.open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar)).open

    def get(self, path, **headers):
        request = urllib.request.Request(self.root + path, headers=headers)
        try:
            with self.open(request, timeout=60) as answer:
                return answer.status, dict(answer.headers), answer.read()
        except urllib.error.HTTPError as error:
            return error.code, dict(error.headers), error.read()

    def post(self, path, said, form="/welcome/"):
        page = self.get(form)[2].decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page).group(1)
        data = urllib.parse.urlencode(said | {"csrfmiddlewaretoken": token}).encode()
        return self.send(path, data)

    def send(self, path, data):
        try:
            with self.open(urllib.request.Request(self.root + path, data=data), timeout=60) as answer:
                return answer.status, answer.url, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, path, error.read().decode()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(home):
    with serving(home, "serve", "--port", "0") as server:
        yield server


@pytest.fixture(scope="module")
def anna(server):
    """Anna has made the first account, with twins."""
    visitor = Visitor(server.port)
    said = {
        "name": "Anna", "username": "anna", "password": WORD, "nickname": "Mila", "born": "2026-06-01",
        "due": "",        "weeks_early": "", "zone": "Europe/Berlin",
    }  # fmt: skip
    assert visitor.post("/welcome/", said)[0] in (200, 404)  # "/" is Today's
    twin = {
        "nickname": "Jonas",
        "born": "2026-06-01",
        "due": "",
        "weeks": "",
        "days": "",
        "sex": "",
        "zone": "UTC",
    }
    assert visitor.post("/babies/add/", twin, form="/babies/add/")[0] == 200
    return visitor


class TestServe:
    def test_it_works(self, server):
        assert f"http://127.0.0.1:{server.port}/" in server.greeting
        status, _headers, body = Visitor(server.port).get("/health/")
        assert status == 200
        assert json.loads(body)["ok"]
        assert json.loads(body)["journal"] == "wal"

    def test_the_first_account_over_the_wire(self, anna):
        status, _headers, page = anna.get("/babies/")
        assert status == 200
        assert "Mila" in page.decode()
        assert "Jonas" in page.decode()

    def test_the_home_is_for_its_owner_only(self, server, home):
        for path in ("secret-key", "warmhands.sqlite3"):
            assert (home / path).stat().st_mode & 0o077 == 0

    def test_static_files_are_hashed_compressed_and_kept(self, server):
        visitor = Visitor(server.port)
        page = visitor.get("/accounts/login/")[2].decode()
        sheet = re.search(r'href="(/static/shell/base\.[0-9a-f]{12}\.css)"', page).group(1)
        status, headers, _body = visitor.get(sheet, **{"Accept-Encoding": "gzip"})
        assert status == 200
        assert headers["Content-Encoding"] == "gzip"
        assert "immutable" in headers["Cache-Control"]
        assert "nosniff" in headers["X-Content-Type-Options"]

    @pytest.mark.parametrize(
        "path", ["/nowhere/", "/static/nowhere.css", "/static/../secret-key", "/%00", "/b/x/day/1/", "/%ff"]
    )
    def test_odd_addresses_are_plain_pages(self, server, path):
        status, headers, body = Visitor(server.port).get(path)
        assert status in (400, 404)
        assert b"Traceback" not in body
        assert "default-src 'none'" in headers["Content-Security-Policy"]

    def test_another_name_for_this_machine_is_refused(self, server):
        status, _headers, body = Visitor(server.port).get("/health/", Host="evil.example")
        assert status == 400
        assert b"Traceback" not in body
        assert b"could not read" in body

    def test_thirty_two_writers_at_once(self, server, anna):
        """Scoreboard R1 over HTTP: 32 clients that read, then write; nobody gets a 5xx."""
        page = anna.get("/babies/")[2].decode()
        babies = re.findall(r'href="/babies/([0-9a-f-]{36})/"', page)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page).group(1)
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "next": "/health/"}).encode()
        answers = []

        def write(number):
            for turn in range(3):
                answers.append(anna.send(f"/b/{babies[(number + turn) % 2]}/choose/", data)[0])

        threads = [threading.Thread(target=write, args=(number,)) for number in range(32)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert answers == [200] * 96


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_and_starts_again(home, server, how):
    with serving(home, "serve", "--port", "0") as second:
        assert Visitor(second.port).get("/health/")[0] == 200
        code, err = second.end(how)
    assert (code, err) == (0, "")


def test_a_taken_port_is_one_sentence(home):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])
        code, out, err = run(home, "serve", "--port", port)
    assert (code, out) == (2, "")
    assert err == f"Port {port} is taken. Choose another with --port or WARMHANDS_PORT.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("serve", "--port", "99999"), "not a port"),
        (("serve", "--port", "many"), "not a port"),
        (("serve", "--host", "nowhere.invalid"), "not an address"),
        (("serve", "--host", "203.0.113.7"), "not an address"),
        (("serve", "--https"), "proxy"),
    ],
)
def test_what_cannot_be_served_is_one_sentence(home, words, sentence):
    code, out, err = run(home, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert sentence in err


def test_a_home_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    code, _out, err = run(tmp_path / "file" / "home", "serve", "--port", "0")
    assert (code, err.count("\n")) == (2, 1)
    assert "cannot write" in err


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_limit_that_is_no_option_is_one_sentence(tmp_path, command):
    code, out, err = run(tmp_path / "home", command, "--port", "0", WARMHANDS_FEED_WAIT_MINUTES="50")
    assert (code, out) == (2, "")
    assert err == "WARMHANDS_FEED_WAIT_MINUTES must be one of 20, 30, 45, 60, not '50'.\n"


def test_a_broken_store_is_one_sentence(tmp_path):
    (tmp_path / "warmhands.sqlite3").write_bytes(b"no database " * 999)
    code, out, err = run(tmp_path, "serve", "--port", "0")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"The diary in {tmp_path} cannot be opened" in err


def test_the_home_may_be_named_on_the_command_line(tmp_path):
    with serving(tmp_path / "unused", "--home", str(tmp_path / "named"), "serve", "--port", "0") as server:
        assert server.end()[0] == 0
    assert (tmp_path / "named" / "warmhands.sqlite3").is_file()
    assert not (tmp_path / "unused").exists()


def test_for_the_phones_of_the_home(tmp_path):
    with serving(tmp_path, "serve", "--host", "0.0.0.0", "--port", "0") as server:
        assert Visitor(server.port).get("/health/")[0] == 200
        code, err = server.end()
    assert (code, err) == (0, "")
    addresses = re.findall(r"In your home: +(http://[\d.]+:\d+/)", server.greeting)
    if addresses:  # a machine without a network has none
        assert "█" in server.greeting or "▄" in server.greeting
        assert "screen" in server.greeting
    assert re.search(r"type this code there: \d{4}-\d{4}", server.greeting)


class TestDemo:
    def test_it_works(self, tmp_path):
        """A filled family, marked on every page, and found again on the same day."""
        for made in (True, False):
            with serving(tmp_path, "demo", "--port", "0") as server:
                assert ("Making up" in server.greeting) == made
                assert "Sign in as demo with the password: warm hands" in server.greeting
                visitor = Visitor(server.port)
                said = {"login": "demo", "password": "warm hands"}
                status, _url, page = visitor.post("/accounts/login/", said, form="/accounts/login/")
                assert status == 200
                assert "made-up family" in page
                assert "Mika" in visitor.get("/babies/")[2].decode()
                code, err = server.end()
            assert (code, err) == (0, "")

    def test_on_another_day_it_is_made_anew(self, tmp_path):
        assert demo.prepare(tmp_path)
        (tmp_path / "made-up-family").write_text("2026-01-01")
        (tmp_path / "warmhands.sqlite3").write_text("of another day")
        assert demo.prepare(tmp_path)
        assert not (tmp_path / "warmhands.sqlite3").exists()

    def test_a_real_home_is_left_alone(self, home, server):
        code, _out, err = run(home, "demo", "--port", "0")
        assert code == 2
        assert "real family" in err


class TestResetPassword:
    def test_it_works(self, home, server, anna):
        here = Visitor(server.port)
        signed = here.post("/accounts/login/", {"login": "anna", "password": WORD}, form="/accounts/login/")
        assert signed[0] in (200, 404)
        assert here.get("/babies/")[2].decode().count("Signed in as") == 1
        code, out, err = run(home, "reset-password", "--stdin", said="mild oil and slow hands\n")
        assert (code, err) == (0, "")
        assert "anna" in out
        assert "Signed in as" not in here.get("/babies/")[2].decode()
        again = here.post(
            "/accounts/login/",
            {"login": "anna", "password": "mild oil and slow hands"},
            form="/accounts/login/",
        )
        assert "do not fit" not in again[2]

    @pytest.mark.parametrize(
        ("words", "said", "sentence"),
        [
            (("reset-password", "nobody", "--stdin"), "mild oil and slow hands", "no account named nobody"),
            (("reset-password", "anna", "--stdin"), "short", "at least 8"),
            (("reset-password", "anna", "--stdin"), "", "at least 8"),
            (("reset-password", "anna", "--stdin"), "ab" * 2000, "at most 1000"),
        ],
    )
    def test_refusals(self, home, anna, words, said, sentence):
        code, out, err = run(home, *words, said=said)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert sentence in err

    def test_no_terminal_to_type_at(self, home, anna):
        done = subprocess.run(
            [WARMHANDS, "reset-password", "anna"],
            env=environment(home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,  # else getpass finds the terminal of whoever runs the tests
        )
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert "--stdin" in done.stderr

    def test_a_home_without_accounts(self, tmp_path):
        code, _out, err = run(tmp_path, "reset-password", "--stdin", said="x")
        assert code == 2
        assert "Nobody has an account" in err
