import { fresh } from "./once";

/**
 * `<ol data-ranking>` with items `<li data-ranking-item data-title="…">`, each holding one field
 * `[data-ranking-place]` (its number) and buttons `[data-move="up"]`, `[data-move="down"]`.
 * Without this script the buttons send the form and the server moves the item. With it, items move at once.
 * What happened is said in the form's `[data-ranking-status]`: data-moved="{title} staat nu op plaats {place}".
 */
export function startRanking(root: ParentNode): void {
  for (const list of fresh<HTMLElement>(root, "[data-ranking]")) {
    number(list);
    list.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>("[data-move]") : null;
      if (!button) return;
      event.preventDefault();
      if (button.getAttribute("aria-disabled") !== "true") move(list, button);
    });
  }
}

function items(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[data-ranking-item]")];
}

function move(list: HTMLElement, button: HTMLButtonElement): void {
  const item = button.closest<HTMLElement>("[data-ranking-item]");
  const up = button.dataset["move"] === "up";
  const neighbour = up ? item?.previousElementSibling : item?.nextElementSibling;
  if (!item || !neighbour) return;
  if (up) neighbour.before(item);
  else neighbour.after(item);
  number(list);
  button.focus();
  const status = list.closest("form")?.querySelector<HTMLElement>("[data-ranking-status]");
  if (!status) return;
  const place = String(items(list).indexOf(item) + 1);
  const text = status.dataset["moved"] ?? "{title}: {place}";
  status.textContent = text.replace("{title}", item.dataset["title"] ?? "").replace("{place}", place);
}

function number(list: HTMLElement): void {
  const all = items(list);
  all.forEach((item, index) => {
    const field = item.querySelector<HTMLInputElement | HTMLSelectElement>("[data-ranking-place]");
    if (field) field.value = String(index + 1);
    // Not `disabled`: a button that loses its focus throws keyboard users back to the top.
    item.querySelector("[data-move=up]")?.setAttribute("aria-disabled", String(index === 0));
    item.querySelector("[data-move=down]")?.setAttribute("aria-disabled", String(index === all.length - 1));
  });
}
