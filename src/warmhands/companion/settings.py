"""Django's settings. What a family may set comes from the environment; the defaults are safe for one home."""

import os
import secrets
from pathlib import Path

HOME = Path(os.environ.get("WARMHANDS_HOME") or "data").expanduser().resolve()
PACKAGE = Path(__file__).resolve().parent


def _kept_secret() -> str:
    """The signing key of this home: made once, readable by its owner only."""
    given = os.environ.get("WARMHANDS_SECRET_KEY")
    if given:
        return given
    HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = HOME / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(key := secrets.token_urlsafe(50))
    return key


SECRET_KEY = _kept_secret()
DEBUG = os.environ.get("WARMHANDS_DEBUG") == "1"
# Under which names this home may be called: itself, and what `warmhands serve --host` found or the operator
# named.
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *os.environ.get("WARMHANDS_HOSTS", "").split()]
# The outside speaks TLS: cookies travel only there, and browsers are told to come back so.
HTTPS = os.environ.get("WARMHANDS_HTTPS") == "1"
# `warmhands serve` collects, hashes and compresses the static files first; tests and commands take them as
# they lie.
SERVED = os.environ.get("WARMHANDS_SERVED") == "1"

INSTALLED_APPS = [
    "warmhands.companion.shell",
    "warmhands.companion.families",
    "warmhands.companion.diary",
    "warmhands.companion.guide",
    "warmhands.companion.today",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
]
MIDDLEWARE = [
    # Outside of whitenoise stands what every answer carries, static files and errors too.
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "warmhands.companion.shell.middleware.PrivateByDefault",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "warmhands.companion.shell.middleware.TooMuch",
    "warmhands.companion.shell.middleware.BusyStore",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "warmhands.companion.urls"
WSGI_APPLICATION = "warmhands.companion.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                # Not Django's `user`: a lazy one queries while a page is drawn. `member` is who was asked
                # before.
                "warmhands.companion.shell.context.shell_context",
                "warmhands.companion.families.context.member_context",
            ]
        },
    }
]
DATABASES = {
    "default": {
        "ENGINE": "warmhands.companion.store",
        "NAME": HOME / "warmhands.sqlite3",
        "CONN_MAX_AGE": 600,  # opening costs a millisecond: PRAGMAs and Django's functions
        # Measured: Django's defaults failed 84 % of writes at 8 writers, these none (docs/parts.md).
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20},
        "TEST": {"NAME": HOME / "test.sqlite3"},  # on the disk, so that every test runs on the real store
    }
}
# allauth's rules, read together with the family: it takes "Anna" for "anna", and an unknown name costs as
# long as a wrong password.
AUTHENTICATION_BACKENDS = ["warmhands.companion.families.sign_in_queries.HomeBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "warmhands.companion.families.adapter.HomeAdapter"
ACCOUNT_FORMS = {
    "login": "warmhands.companion.families.account_forms.SignInForm",
    "change_password": "warmhands.companion.families.account_forms.NewPasswordForm",
}
ACCOUNT_SESSION_REMEMBER = True
# A guess is one failed sign-in; the key is the account, or the account on a browser that has signed in
# before.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/h/key", "change_password": "10/h/user"}
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_PRESERVE_USERNAME_CASING = False
# One process serves a home, so its memory can count. Room for many names, or a flood of them would wash out
# the counts.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"  # inside: always UTC; a family's zone is used where a time is shown
LOCALE_PATHS = [PACKAGE / "locale"]

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static-built"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "warmhands.companion.shell.static_storage.SmallFiles"
        if SERVED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nobody else needs our files
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not SERVED

SESSION_ENGINE = "warmhands.companion.shell.session_queries"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 180
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "warmhands.companion.shell.views.csrf_failure"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365  # sent under TLS only
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

WARMHANDS_EMERGENCY_NUMBER = os.environ.get("WARMHANDS_EMERGENCY_NUMBER", "")
WARMHANDS_ADVICE_LINE = os.environ.get("WARMHANDS_ADVICE_LINE", "")
# How long to wait after a vaccine and a feed, and from which age oil; "" leaves the default of safety.yaml.
WARMHANDS_LIMITS = {
    name: os.environ.get(f"WARMHANDS_{name.upper()}", "")
    for name in ("vaccine_wait_hours", "feed_wait_minutes", "oil_from_days")
}
# Asked for when the first account is made from another machine; `warmhands serve` makes and prints it.
WARMHANDS_SETUP_CODE = os.environ.get("WARMHANDS_SETUP_CODE", "")
# A demo home holds an invented family and says so on every page.
WARMHANDS_DEMO = os.environ.get("WARMHANDS_DEMO") == "1"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A 404 is an answer, not news.
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.request": {"level": "ERROR"},
    },
}
