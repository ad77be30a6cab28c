"""Pictures of views, as SVG drawn on the server: by the width they get, in classes of colour that the page's theme or a file fills in."""
