"""Addresses of the pages about Warmhands itself."""

from django.urls import path

from warmhands.companion.shell import look_views

urlpatterns = [
    path("look/", look_views.look, name="look"),
    path("about/", look_views.about, name="about"),
    path("about/sources/", look_views.sources, name="sources"),
]
