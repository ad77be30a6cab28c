export default function ({ data }) {
  dress(document);
  document.documentElement.lang = data.language;
  keeper.begin(data);
}
