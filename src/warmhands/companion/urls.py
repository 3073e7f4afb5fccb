"""Every address of Warmhands. A capability brings its own list."""

from importlib.util import find_spec

from django.urls import include, path

handler400 = "warmhands.companion.shell.views.bad_request"
handler403 = "warmhands.companion.shell.views.forbidden"
handler404 = "warmhands.companion.families.views.not_found"
handler500 = "warmhands.companion.shell.views.our_fault"

urlpatterns = [
    path("", include("warmhands.companion.shell.urls")),
    path("", include("warmhands.companion.families.urls")),
]
for _name in ("diary", "guide", "today"):
    if not find_spec(f"warmhands.companion.{_name}.urls"):
        continue
    try:  # while the rooms are being built
        urlpatterns.append(path("", include(f"warmhands.companion.{_name}.urls")))
    except ImportError as _missing:
        print(f"no addresses of {_name}: {_missing}")  # noqa: T201
