"""What can be wrong with a setting: said at the start, before anybody looks, and the app ends with code 2."""

from integration.errors import SettingUnusable as SettingUnusable


class NumberUnusable(SettingUnusable):
    """A number is none, or is out of bounds."""

    sentence = "{name} is set to “{value}”, and must be a whole number from {least} to {most}."


class ZoneUnknown(SettingUnusable):
    """The zone of the days is none that this machine knows."""

    sentence = "{name} is set to “{value}”, which is no time zone; write it as Europe/Amsterdam."


class AddressUnusable(SettingUnusable):
    """The address people use is none, or has a path."""

    sentence = "{name} is set to “{value}”; write it as https://ineen.example.org: with https:// or http://, and nothing after the name but a port."


class FramesUnusable(SettingUnusable):
    """An address of an intranet is none."""

    sentence = "{name} holds “{value}”; write addresses as https://intranet.example.org, separated by spaces."


class NumbersUnusable(SettingUnusable):
    """The number of a machine on the network is none."""

    sentence = "{name} holds “{value}”, which is no number of a machine or network; write it as 127.0.0.1 or 10.0.0.0/8."


class ChoiceUnusable(SettingUnusable):
    """One of a few words was asked for, and another is set."""

    sentence = "{name} is set to “{value}”, and must be one of: {choices}."


class TokenTooShort(SettingUnusable):
    """A token that somebody could guess; it is never repeated."""

    sentence = "{name} holds a token that is too short or has a space in it; make one of {least} signs or more, as by: openssl rand -hex 32."


class ProviderUnusable(SettingUnusable):
    """The address of the OIDC provider is none."""

    sentence = "{name} is set to “{value}”; write the provider's discovery address, as https://login.example.org/.well-known/openid-configuration."


class ProviderIncomplete(SettingUnusable):
    """A provider is named without what it knows this server by."""

    sentence = "{name} is set; set {missing} too, or no provider."


class SettingFileUnreadable(SettingUnusable):
    """A file that a value should be read from cannot be read."""

    sentence = "{name} names the file {value}, which cannot be read by this account."


class LineUnreadable(SettingUnusable):
    """A line of the settings file is none."""

    sentence = "Line {line} of {value} is not read: write NAME=value, or begin it with # to say something."


class SettingsUnusable(SettingUnusable):
    """Several settings are wrong, each told in its sentence."""

    sentence = "{sentences}"
