"""The words that Streamlit's own parts say on our pages, which it has in English alone."""

from integration.i18n.words import Words


def built_in_words(say: Words) -> dict[str, str]:
    """What is said, by the English words; what ends in a colon, a comma or "for" stands before a name or a day."""
    return {**_of_lists(say), **_of_fields(say), **_of_dates(say), **_of_tables(say), **_of_the_frame(say)}


def _of_lists(say: Words) -> dict[str, str]:
    return {
        "No results": say("No results"),
        "No options to select": say("No options to select"),
        "Select all": say("Select all"),
        "Selected values": say("Selected values"),
        "Clear all": say("Clear all"),
        "Clear value": say("Clear value"),
        "Open": say("Open the list"),
        "Choose an option": say("Choose an option"),
        "Choose options": say("Choose options"),
        "Show suggestions": say("Show suggestions"),
        "Suggestions": say("Suggestions"),
    }


def _of_fields(say: Words) -> dict[str, str]:
    return {
        "Help for": say("Explanation of"),
        "Remove": say("Remove"),
        "Clear entry": say("Clear the field"),
        "Increment": say("One more"),
        "Decrement": say("One less"),
        "Press Enter to apply": say("Enter to apply"),
        "Press Enter to submit form": say("Enter to send"),
        "Press Ctrl+Enter to apply": say("Ctrl+Enter to apply"),
        "Press Ctrl+Enter to submit form": say("Ctrl+Enter to send"),
        "Press ⌘+Enter to apply": say("⌘+Enter to apply"),
        "Press ⌘+Enter to submit form": say("⌘+Enter to send"),
        "Show password text": say("Show what is typed"),
        "Hide password text": say("Hide what is typed"),
        "Copy to clipboard": say("Copy"),
        "Copied": say("Copied"),
    }


def _of_dates(say: Words) -> dict[str, str]:
    return {
        "yyyy": say("yyyy"),
        "Empty": say("empty"),
        "day,": say("day,"),
        "month,": say("month,"),
        "year,": say("year,"),
        "Selected Date:": say("Chosen date:"),
        "Choose date": say("Choose a date"),
        "Choose date,": say("Choose a date,"),
        "Clear date": say("Clear the date"),
        "Previous month": say("Previous month"),
        "Next month": say("Next month"),
        "Dismiss": say("Close"),
        "Use arrow keys to navigate dates. Enter to select. Escape to close.": say("Arrow keys move between dates, Enter chooses, Escape closes."),
    }


def _of_tables(say: Words) -> dict[str, str]:
    return {
        "Fullscreen": say("Full screen"),
        "Close fullscreen": say("Leave full screen"),
        "Download as CSV": say("Download as CSV"),
        "Search": say("Search"),
        "Fullscreen:": f"{say('Full screen')}:",
        "Download as CSV:": f"{say('Download as CSV')}:",
        "Search:": f"{say('Search')}:",
        "Show/hide columns:": f"{say('Show or hide columns')}:",
        "Add row:": f"{say('Add a row')}:",
        "Close Search": say("Close the search"),
        "Next Result": say("Next result"),
        "Previous Result": say("Previous result"),
        "Type to search": say("Type to search"),
        "Add row": say("Add a row"),
        "Clear selection": say("Clear the selection"),
        "Show/hide columns": say("Show or hide columns"),
        "Dataframe column menu": say("Menu of the column"),
        "Sort ascending": say("Sort upwards"),
        "Sort descending": say("Sort downwards"),
        "Format": say("Format"),
        "Autosize": say("Fit the width"),
        "Pin column": say("Pin the column"),
        "Unpin column": say("Unpin the column"),
        "Hide column": say("Hide the column"),
        "Copy column name": say("Copy the name of the column"),
        "Statistics": say("Statistics"),
        "empty": say("empty"),
    }


def _of_the_frame(say: Words) -> dict[str, str]:
    return {
        "Skip to main content": say("Skip to the page"),
        "Sidebar": say("Menu and settings"),
        "Collapse sidebar": say("Close the menu"),
        "Expand sidebar": say("Open the menu"),
        "Main menu": say("More"),
        "Navigate to home page": say("To the first page"),
        "Notifications": say("Messages"),
        "Running...": say("At work …"),
        "Link to heading": say("Link to this heading"),
        "Close": say("Close"),
    }
