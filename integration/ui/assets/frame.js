export default function ({ data, setStateValue }) {
  dress(document);
  document.documentElement.lang = data.language;
  window.ineen.keeper.begin(data, (put) => setStateValue("put", put));
}
