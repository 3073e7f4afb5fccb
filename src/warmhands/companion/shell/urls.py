"""Addresses of the house itself."""

from django.urls import include, path

from warmhands.companion.shell import views

urlpatterns = [
    path("", include("warmhands.companion.shell.look_urls")),
    path("health/", views.health, name="health"),
]
