"""Addresses of people and babies."""

from allauth.account import views as account_views
from django.urls import path

urlpatterns = [
    path("accounts/login/", account_views.login, name="account_login"),
    path("accounts/logout/", account_views.logout, name="account_logout"),
    path("accounts/password/change/", account_views.password_change, name="account_change_password"),
    path("accounts/reauthenticate/", account_views.reauthenticate, name="account_reauthenticate"),
]
