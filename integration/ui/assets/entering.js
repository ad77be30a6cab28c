// Keeps the page somebody came for while a provider signs them in, and hands the proof to the server in a form, never in a link.
export default function ({ data }) {
  try {
    if (data.here) sessionStorage.setItem("ineen.here", data.here);
  } catch {
    // Without storage one lands on the front page.
  }
  if (!data.action) return;
  let then = "/";
  try {
    then = sessionStorage.getItem("ineen.here") || "/";
    sessionStorage.removeItem("ineen.here");
  } catch {
    // As above.
  }
  const form = document.createElement("form");
  form.method = "post";
  form.action = data.action;
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "then";
  field.value = then;
  form.appendChild(field);
  document.body.appendChild(form);
  form.submit();
}
