/** After a form came back: read its summary of errors first. */
export function focusErrors(): void {
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
}
