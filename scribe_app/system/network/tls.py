"""Whom to trust: the operating system's own store and, where set, one further CA file."""

import ssl

import truststore

from scribe_app.domain.faults import configuration_fault


def client_context(ca_file: str = "") -> ssl.SSLContext:
    """Return a context that checks names and chains, TLS 1.2 or later; raises `ScribeError`."""
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if ca_file:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError, ValueError) as error:
            raise configuration_fault(
                "The CA file cannot be read; check it in the settings."
            ) from error
    return context
