import { fresh } from "./once";

/**
 * `<button type="button" data-locate hidden>` in a form with fields named latitude and longitude.
 * Texts stand on the button, so that they are translated with the page:
 * data-busy, data-found, data-refused; they appear in the form's `[data-locate-status]`.
 * With data-locate-submit the form goes on by itself once the place is known.
 */
export function startLocation(root: ParentNode): void {
  if (!("geolocation" in navigator)) return;
  for (const button of fresh<HTMLButtonElement>(root, "[data-locate]")) {
    button.hidden = false;
    button.addEventListener("click", () => locate(button));
  }
}

function locate(button: HTMLButtonElement): void {
  const form = button.form ?? button.closest("form");
  if (!form) return;
  const say = (text: string | undefined): void => {
    const status = form.querySelector("[data-locate-status]");
    if (status) status.textContent = text ?? "";
  };
  const fill = (name: string, value: number): void => {
    const field = form.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!field) return;
    field.value = value.toFixed(6);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  say(button.dataset["busy"]);
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      fill("latitude", coords.latitude);
      fill("longitude", coords.longitude);
      say(button.dataset["found"]);
      if ("locateSubmit" in button.dataset) form.requestSubmit();
    },
    () => say(button.dataset["refused"]),
    { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
  );
}
