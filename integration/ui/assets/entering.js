// Keeps the page somebody came for while they sign in, in any tab of this browser, and hands a provider's proof to the server in a form, never in a link.
export default function ({ data }) {
  if (data.here) {
    document.cookie = `ineen_here=${encodeURIComponent(data.here)}; path=/; max-age=3600; samesite=lax`;
  }
  if (!data.action) return;
  const form = document.createElement("form");
  form.method = "post";
  form.action = data.action;
  document.body.appendChild(form);
  form.submit();
}
