/**
 * Lists that officials work through by keyboard: `<ul data-keys>` with rows `<li data-key-row>`.
 * j and k move to the next and former row, a single letter presses the row's `data-key` action.
 * Single letters work only while the focus is inside the list (WCAG 2.1.4), and never while typing.
 */
export function startKeyboard(): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const list = event.target.closest<HTMLElement>("[data-keys]");
    if (!list) return;
    const rows = [...list.querySelectorAll<HTMLElement>("[data-key-row]")];
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
