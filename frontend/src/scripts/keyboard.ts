/**
 * Lists that officials work through by keyboard: `<ul data-keys>` with rows `<li data-key-row>`.
 * j and k move to the next and former row, also from one list to the next, a single letter presses the row's
 * `data-key` action. Letters that do something work only while the focus is inside a list, and never while typing.
 * j and k, which only move the focus, also work from the page itself, as long as nothing has the focus; a button
 * `data-keys-switch` turns that off (WCAG 2.1.4) and the browser remembers it.
 */
const KEPT = "wijkwerk-keys";

function onWholePage(): boolean {
  try {
    return localStorage.getItem(KEPT) !== "off";
  } catch {
    return true;
  }
}

function startSwitch(button: HTMLElement): void {
  const show = () => button.setAttribute("aria-pressed", String(onWholePage()));
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    try {
      localStorage.setItem(KEPT, onWholePage() ? "off" : "on");
    } catch {
      // A browser that keeps nothing keeps it on.
    }
    show();
  });
}

export function startKeyboard(): void {
  const button = document.querySelector<HTMLElement>("[data-keys-switch]");
  if (button) startSwitch(button);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const inList = event.target.closest("[data-keys]") !== null;
    const fromPage = button !== null && event.target === document.body && onWholePage();
    if (!inList && !fromPage) return;
    const rows = [...document.querySelectorAll<HTMLElement>("[data-keys] [data-key-row]")];
    const here = rows.findIndex((row) => row.contains(event.target as Node));
    if (event.key === "j" || event.key === "k") {
      const next = rows[Math.min(Math.max(here + (event.key === "j" ? 1 : -1), 0), rows.length - 1)];
      const place = next?.querySelector<HTMLElement>("a[href], button") ?? next;
      place?.focus();
      event.preventDefault();
      return;
    }
    const action = rows[here]?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
    if (action) {
      action.click();
      event.preventDefault();
    }
  });
}
