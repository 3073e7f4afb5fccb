"""allauth's forms in our words."""

from allauth.account.forms import ChangePasswordForm, LoginForm


class SignInForm(LoginForm):
    pass


class NewPasswordForm(ChangePasswordForm):
    pass
