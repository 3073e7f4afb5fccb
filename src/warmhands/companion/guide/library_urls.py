"""Addresses of the stroke library; the picture of a stroke has one of its own, so that pages stay light."""

from django.urls import path

from warmhands.companion.guide import library_views

urlpatterns = [
    path("strokes/", library_views.strokes, name="strokes"),
    path("strokes/<slug:stroke>.svg", library_views.picture, name="picture"),
    path("strokes/<slug:stroke>/", library_views.stroke, name="stroke"),
]
