// What is typed into a form stays in this browser until the form has been saved.

const { base, person } = document.body.dataset;
const said = document.querySelector("#saved");

for (const form of document.querySelectorAll("form[data-draft]")) {
  const name = `att-desk-draft:${base}:${person}:${form.dataset.draft}:${form.elements.seen?.value}`;
  const fields = [...form.querySelectorAll("textarea, select")];
  const kept = JSON.parse(localStorage.getItem(name) ?? "{}");
  for (const field of fields) if (field.name in kept) field.value = kept[field.name];
  if (Object.keys(kept).length && said) said.textContent = "What you typed here before is back";
  form.addEventListener("input", () => {
    const now = Object.fromEntries(fields.map((field) => [field.name, field.value]));
    localStorage.setItem(name, JSON.stringify(now));
    if (said) said.textContent = "Kept in this browser, not recorded yet";
  });
}
