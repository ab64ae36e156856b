/**
 * A choice of which each way asks something more: `<form data-ways>` with radio buttons and `<details data-way="…">`.
 * Choosing one opens what it asks and folds the others. Without this, each is opened by hand.
 */
export function startWays(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-ways]")) {
    form.addEventListener("change", (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.type !== "radio") return;
      for (const way of form.querySelectorAll<HTMLDetailsElement>("details[data-way]")) {
        way.open = way.dataset.way === event.target.value;
      }
    });
  }
}
