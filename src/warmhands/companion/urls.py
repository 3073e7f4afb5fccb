"""Every address of Warmhands. A capability brings its own list."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.account.urls")),
]
