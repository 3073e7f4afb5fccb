"""Every address of Warmhands. A capability brings its own list."""

from django.urls import include, path

handler400 = "warmhands.companion.shell.views.bad_request"
handler403 = "warmhands.companion.shell.views.forbidden"
handler404 = "warmhands.companion.families.views.not_found"
handler500 = "warmhands.companion.shell.views.our_fault"

urlpatterns = [
    path("", include("warmhands.companion.today.urls")),
    path("", include("warmhands.companion.guide.urls")),
    path("", include("warmhands.companion.diary.urls")),
    path("", include("warmhands.companion.families.urls")),
    path("", include("warmhands.companion.shell.urls")),
]
