"""The frame of every page: server, navigation, menu, door, language, day and session."""
