"""Addresses of people and babies. Of allauth's pages only those that this home uses exist."""

from django.urls import include, path

from warmhands.companion.families import views

# allauth looks its own pages up by these names, so they stand outside of our namespace.
accounts = [
    path("login/", views.sign_in, name="account_login"),
    path("logout/", views.sign_out, name="account_logout"),
    path("password/change/", views.new_password, name="account_change_password"),
    path("reauthenticate/", views.ask_again, name="account_reauthenticate"),
]
ours = [
    path("welcome/", views.welcome, name="welcome"),
    path("babies/", views.babies, name="babies"),
    path("babies/add/", views.add, name="add"),
    path("babies/<uuid:baby>/", views.change, name="change"),
    path("b/<uuid:baby>/choose/", views.choose, name="choose"),
]
urlpatterns = [path("accounts/", include(accounts)), path("", include((ours, "families")))]
