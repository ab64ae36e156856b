"""Django's settings, derived from the typed environment. Nothing else reads the environment."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from wijkwerk import __version__
from wijkwerk.config.database import database_settings
from wijkwerk.config.environment import Mode, read_environment

ENVIRONMENT = read_environment()
PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = ENVIRONMENT.secret_key
DEBUG = False
PRODUCTION = ENVIRONMENT.mode is Mode.PRODUCTION
DEMO = ENVIRONMENT.mode is Mode.DEMO
ALLOWED_HOSTS = [ENVIRONMENT.host] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]", ENVIRONMENT.host]

CAPABILITIES = [
    "portal",
    "communication",
    "monitoring",
    "politics",
    "plans",
    "initiatives",
    "participation",
    "needs",
    "signals",
    "cycles",
    "ways",
    "agreements",
    "requests",
    "meetings",
    "budgets",
    "decisions",
    "answers",
    "figures",
    "thread",
    "people",
    "areas",
    "foundation",
]
INSTALLED_APPS = [
    "wijkwerk.demo",
    *(f"wijkwerk.{name}" for name in CAPABILITIES),
    "wijkwerk.config",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",  # its widget templates, for FORM_RENDERER
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "wijkwerk.config.middleware.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "wijkwerk.config.middleware.refusals",
]
ROOT_URLCONF = "wijkwerk.config.urls"
WSGI_APPLICATION = "wijkwerk.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["wijkwerk.foundation.templatetags.wijkwerk"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wijkwerk.config.context.site",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database_settings(ENVIRONMENT.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Shared by the processes of one machine: a code for the second step works once, whichever process sees it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": ENVIRONMENT.data_dir / "cache",
    }
}

AUTH_USER_MODEL = "people.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/mijn-dag"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_ADAPTER = "wijkwerk.people.sign_in.Adapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
# An address without account gets no mail: it would let anyone have us write to anyone.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ADAPTER = "wijkwerk.people.sign_in.SecondStep"
MFA_TOTP_ISSUER = "Wijkwerk"
TRUSTED_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = ENVIRONMENT.trusted_proxies

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "taal"
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = ENVIRONMENT.data_dir / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_AUTOREFRESH = False
MEDIA_ROOT = ENVIRONMENT.data_dir / "media"
# Photos are served by a view that asks who may see them, never as files by address.
MEDIA_URL = ""
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
# One form sends one photo; a disk is not to be filled by someone who sends a thousand, or one without end.
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "wijkwerk.foundation.uploads.NoLargerThanAPhoto",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 5

SITE_URL = ENVIRONMENT.site_url
VERSION = __version__
CONTACT_KEYS = ENVIRONMENT.contact_keys
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
EMAIL_TIMEOUT = 20
if ENVIRONMENT.email_url:
    import dj_email_url

    vars().update(dj_email_url.parse(ENVIRONMENT.email_url))
elif DEMO:
    # Everybody in a demo is invented; the page "berichten" shows what each of them got.
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
else:
    # Without a mail server every message is kept as a file that a person can open.
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = ENVIRONMENT.data_dir / "mail"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "wijkwerk.config.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Secret links must never travel on in a referrer.
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ENVIRONMENT.site_url.startswith("https://"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.site_url]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "wijkwerk.config.logs.Discreet",
            "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["out"], "level": ENVIRONMENT.log_level},
    "loggers": {
        # Every refusal would be a line.
        "django.request": {"level": "ERROR"},
        "django.server": {"level": "ERROR"},
    },
}
