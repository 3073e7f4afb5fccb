"""Under which addresses a phone in this home finds the machine."""

from __future__ import annotations

import array
import ipaddress
import socket
import struct
from collections.abc import Iterator

# Networks of containers and virtual machines: no phone is in there.
_INNER = ("lo", "docker", "br-", "veth", "virbr", "vmnet", "tun", "wg")
_GET_ADDRESS = 0x8915  # SIOCGIFADDR, linux/sockios.h


def home_addresses() -> list[str]:
    """Return the IPv4 addresses of this machine in the home's network, the one that leads outward first."""
    found = [*_outward(), *_of_interfaces()]
    return [address for address in dict.fromkeys(found) if not ipaddress.ip_address(address).is_loopback]


def home_names() -> list[str]:
    """Return the machine's own names, as routers and phones that know mDNS call it."""
    name = socket.gethostname().lower()
    return [name, f"{name}.local"] if name and "." not in name else [name] if name else []


def _outward() -> Iterator[str]:
    """The address that the machine would send from. Nothing is sent: connecting UDP only chooses the way."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # TEST-NET-1 (RFC 5737): nobody lives there
            yield probe.getsockname()[0]
        except OSError:
            return


def _of_interfaces() -> Iterator[str]:
    try:
        import fcntl
    except ImportError:
        return
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _index, name in socket.if_nameindex():
            if name.startswith(_INNER):
                continue
            request = array.array("B", struct.pack("256s", name.encode()[:15]))
            try:
                fcntl.ioctl(probe.fileno(), _GET_ADDRESS, request)
            except OSError:
                continue  # an interface without an IPv4 address
            yield socket.inet_ntoa(request.tobytes()[20:24])
