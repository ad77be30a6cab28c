"""Pages made whole on the server, without Streamlit."""
