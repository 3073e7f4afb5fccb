"""The first address of all."""

from django.urls import path

from warmhands.companion.today import views

urlpatterns = [path("", views.today, name="today")]
