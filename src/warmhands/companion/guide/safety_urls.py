"""Addresses of the safety check. Guests too; a health page that names a baby is its family's."""

from django.urls import path

from warmhands.companion.guide import safety_views

urlpatterns = [
    path("massage/safe/", safety_views.safe, name="safe"),
    path("massage/safe/answer/", safety_views.verdict, name="verdict"),
    path("massage/safe/agreed/", safety_views.agreed, name="agreed"),
    path("massage/safe/you/", safety_views.care, name="care"),
    path("massage/safe/baby/", safety_views.about_baby, name="about_baby"),
    path("b/<uuid:baby>/health/", safety_views.health, name="health"),
]
