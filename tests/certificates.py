"""Certificates that vouch for themselves, for servers on this machine."""

import subprocess
from pathlib import Path

from tests.lacking import needs


def certificate_for(host: str, folder: Path) -> tuple[Path, Path]:
    """Make a key and a certificate for a host, valid for two days; return both files."""
    needs("openssl")
    key, certificate = folder / "server.key", folder / "server.crt"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", f"/CN={host}", "-addext", f"subjectAltName=DNS:{host}"),
            *("-keyout", key, "-out", certificate),
        ],
        check=True,
        capture_output=True,
    )
    return key, certificate
