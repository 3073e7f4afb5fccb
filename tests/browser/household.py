"""Run by a browser test beside the server, in the server's home: makes a family and signs a browser in.

Prints {"cookie", "babies": [id, …], "user"}. A process of its own, as the test's Django has another database.
"""

import json
import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmhands.companion.settings")
    django.setup()
    from datetime import UTC, datetime, timedelta
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model

    from warmhands.companion.families.models import Baby, Caregiver, Family

    wish = json.loads(sys.argv[1])
    user = get_user_model().objects.create(username=wish["user"], password="!")
    family = Family.objects.create()
    Caregiver.objects.create(user=user, family=family, name=wish["user"].title())
    babies = []
    for nickname in wish["babies"]:
        born = datetime.now(UTC).date() - timedelta(days=wish["age_days"])
        due = {"due": born} if wish["age_days"] < 0 else {"born": born}
        babies.append(Baby.objects.create(family=family, nickname=nickname, zone=wish["zone"], **due))
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    print(
        json.dumps(
            {"cookie": session.session_key, "babies": [str(b.id) for b in babies], "user": wish["user"]}
        )
    )
