"""Addresses of the guide: the massage, its safety check, and the strokes. All of them work for guests too."""

from django.urls import include, path

from warmhands.companion.guide import views

app_name = "guide"
urlpatterns = [
    path("massage/", views.now, name="now"),
    path("massage/choose/", views.choose, name="choose"),
    path("massage/go/", views.go, name="go"),
    path("massage/table/<str:signed>/", views.table, name="table"),
    path("massage/finish/", views.finish, name="finish"),
    path("", include("warmhands.companion.guide.safety_urls")),
    path("", include("warmhands.companion.guide.library_urls")),
]
