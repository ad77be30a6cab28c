"""The smallest Streamlit app: what ours is measured against."""

import streamlit as st

st.title("Hello")
