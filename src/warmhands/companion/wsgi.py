"""For a WSGI server of the operator's own; `warmhands serve` uses it too.

Static files are collected beforehand.
"""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "warmhands.companion.settings")
application = get_wsgi_application()
