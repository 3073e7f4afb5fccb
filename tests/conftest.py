"""What every test stands on: a home of its own, and templates that may not touch the database."""

import atexit
import os
import shutil
import tempfile

# Before Django reads its settings: no test ever opens the home of a real family.
os.environ["WARMHANDS_HOME"] = tempfile.mkdtemp(prefix="warmhands-test-")
atexit.register(shutil.rmtree, os.environ["WARMHANDS_HOME"], ignore_errors=True)
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in the test's thread

import pytest  # noqa: E402
from django.db import connection  # noqa: E402
from django.template import base  # noqa: E402


class TemplateTouchedDatabase(AssertionError):  # noqa: N818
    """A template asked for a row: every row a page needs is fetched before it is drawn (rule 3)."""


@pytest.fixture(autouse=True)
def templates_never_query(monkeypatch):
    def refuse(execute, sql, *args):
        raise TemplateTouchedDatabase(sql)

    render = base.Template.render

    def guarded(self, context):
        with connection.execute_wrapper(refuse):
            return render(self, context)

    monkeypatch.setattr(base.Template, "render", guarded)
