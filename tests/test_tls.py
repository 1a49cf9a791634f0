"""TLS is verified: a certificate that somebody trusted vouches for passes, any other ends in a sentence."""

import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest
from crawling import run, site_file
from misbehaving import Page, Redirect, article, rss, serving
from test_crawl import FEED, captures


def openssl(*arguments: str | Path) -> None:
    """Run OpenSSL."""
    subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a certificate authority of our own."""
    folder = tmp_path_factory.mktemp("tls")
    openssl(
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test authority",
        "-keyout", folder / "authority.key", "-out", folder / "authority.pem",
    )  # fmt: skip
    return folder


def certified(
    folder: Path, name: str, *, start: str = "20200101000000Z", end: str = "20990101000000Z"
) -> ssl.SSLContext:
    """A server's TLS context with a certificate of the authority for an IP address."""
    stem = folder / f"{name}-{end}"
    openssl(
        "req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={name}", "-keyout", f"{stem}.key", "-out", f"{stem}.csr"
    )
    Path(f"{stem}.ext").write_text(f"subjectAltName=IP:{name}\n")
    (folder / "index.txt").write_text("")
    (folder / "serial").write_text("01")
    (folder / "ca.cnf").write_text(
        f"[ca]\ndefault_ca=x\n[x]\ndatabase={folder}/index.txt\nserial={folder}/serial\nnew_certs_dir={folder}\n"
        "default_md=sha256\npolicy=any\nrand_serial=yes\n[any]\ncommonName=supplied\n"
    )
    openssl(
        "ca", "-batch", "-config", folder / "ca.cnf", "-cert", folder / "authority.pem",
        "-keyfile", folder / "authority.key", "-startdate", start, "-enddate", end, "-extfile", f"{stem}.ext",
        "-in", f"{stem}.csr", "-out", f"{stem}.pem", "-notext",
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{stem}.pem", f"{stem}.key")
    return context


def crawled(tmp_path: Path, context: ssl.SSLContext) -> tuple[dict[str, Any], int]:
    """Crawl a site served so: the report, and how many requests got through."""
    with serving(tls=context) as server:
        server.pages = {"/rss": rss(server.url, [1]), "/news/1": article(1)}
        report = run(tmp_path / "data", [site_file(tmp_path, "tls", server.url, FEED)], settings={"RETRY_TIMES": 0})
        return report, len(server.asked)


def test_a_certificate_of_a_trusted_authority_passes(
    tmp_path: Path, authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Verification is no refusal of everything: with the authority trusted, the site is crawled."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "authority.pem"))
    report, _ = crawled(tmp_path, certified(authority, "127.0.0.1"))
    assert report["sites"]["tls"]["new"] == 1
    assert report["attention"] == []


@pytest.mark.parametrize(
    ("name", "end", "trusted"),
    [
        ("127.0.0.1", "20990101000000Z", False),
        ("127.0.0.1", "20250101000000Z", True),
        ("127.0.0.9", "20990101000000Z", True),
    ],
    ids=["nobody-vouches", "expired", "another-host"],
)
def test_any_other_certificate_is_not_accepted(
    tmp_path: Path, authority: Path, monkeypatch: pytest.MonkeyPatch, name: str, end: str, trusted: bool
) -> None:
    """Unknown authority, expired, another host's: a sentence, and nothing is fetched."""
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(authority / "authority.pem"))
    report, requests = crawled(tmp_path, certified(authority, name, end=end))
    assert requests == 0
    assert "certificate is not valid" in report["attention"][0]


def test_redirects_from_http_to_https_and_back_end_at_the_article(
    tmp_path: Path, authority: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """http → https → http within a site is followed, and what is archived is what answered in the end."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "authority.pem"))
    with serving() as plain, serving(tls=certified(authority, "127.0.0.1")) as secure:
        plain.pages = {
            "/rss": rss(plain.url, [1]),
            "/news/1": Redirect(f"{secure.url}/news/1"),
            "/news/final": Page("<p>found</p>"),
        }
        secure.pages = {"/news/1": Redirect(f"{plain.url}/news/final")}
        file = site_file(tmp_path, "both", plain.url, FEED)
        file.write_text(file.read_text().replace('hosts = ["', f'hosts = ["{secure.host}", "'))
        run(tmp_path / "data", [file])
        assert captures(tmp_path / "data") == [(f"{plain.url}/news/final", "response", b"<p>found</p>")]
