"""Addresses of the diary. All name a baby, so a stranger gets 404 on each."""

from datetime import date

from django.urls import include, path, register_converter

from warmhands.companion.diary import import_views, views


class DateConverter:
    """A date as 2026-03-29; any other text is no address."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


class TokenConverter:
    """The random name of a kept upload."""

    regex = "[0-9a-f]{32}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(DateConverter, "localdate")
register_converter(TokenConverter, "token")

ours = [
    path("b/<uuid:baby>/day/", views.find_day, name="find_day"),
    path("b/<uuid:baby>/day/<localdate:date>/", views.day, name="day"),
    path("b/<uuid:baby>/entries/", views.add, name="add"),
    path("b/<uuid:baby>/entry/<uuid:entry>/", views.entry, name="entry"),
    path("b/<uuid:baby>/entry/<uuid:entry>/finish/", views.finish, name="finish"),
    path("b/<uuid:baby>/entry/<uuid:entry>/remove/", views.remove, name="remove"),
    path("b/<uuid:baby>/import/", import_views.choose_file, name="import"),
    path("b/<uuid:baby>/import/<token:token>/", import_views.look_and_import, name="preview"),
]
urlpatterns = [path("", include((ours, "diary")))]
