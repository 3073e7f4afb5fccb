"""allauth's forms in our words."""

from allauth.account.forms import ChangePasswordForm, LoginForm
from django.utils.translation import gettext_lazy as _

from warmhands.companion.families.forms import PASSWORD_MAX_LETTERS, USERNAME_MAX_LETTERS


class SignInForm(LoginForm):
    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label, login.help_text = _("User name"), ""
        login.max_length = USERNAME_MAX_LETTERS
        login.widget.attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        password.widget.attrs = {"autocomplete": "current-password", "maxlength": str(PASSWORD_MAX_LETTERS)}
        login.error_messages["required"] = _("Type your user name.")
        password.error_messages["required"] = _("Type your password.")


class NewPasswordForm(ChangePasswordForm):
    """The old password and the new one, once: it can be shown, so nobody types it twice."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        old, new = self.fields["oldpassword"], self.fields["password1"]
        del self.fields["password2"]
        old.label, old.help_text = _("Password until now"), ""
        new.label = _("New password")
        new.help_text = _(
            "At least 8 characters. Three or four words that only you would put together are good."
        )
        old.widget.attrs = {"autocomplete": "current-password"}
        new.widget.attrs = {"autocomplete": "new-password", "data-strength": "strength"}
        old.error_messages["required"] = _("Type your password as it is now.")
        new.error_messages["required"] = _("Choose a new password.")
