"""The smallest Streamlit app: what ours is measured against, opened and pressed."""

import streamlit as st

st.title("Hello")
st.session_state.pressed = st.session_state.get("pressed", 0) + st.button("Press")
st.text(f"Pressed {st.session_state.pressed}")
