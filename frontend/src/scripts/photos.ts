import { fresh } from "./once";

const WIDEST = 640;

/** `<input type="file" data-photo>`: shows the chosen picture, drawn small; its text alternative is data-preview. */
export function startPhotos(root: ParentNode): void {
  for (const input of fresh<HTMLInputElement>(root, "input[type=file][data-photo]")) {
    const canvas = document.createElement("canvas");
    canvas.className = "wijkwerk-photo-preview";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", input.dataset["preview"] ?? "");
    canvas.hidden = true;
    input.after(canvas);
    input.addEventListener("change", () => void show(input.files?.[0], canvas));
  }
}

async function show(file: File | undefined, canvas: HTMLCanvasElement): Promise<void> {
  canvas.hidden = true;
  if (!file?.type.startsWith("image/")) return;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, WIDEST / picture.width);
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    canvas.hidden = false;
  } catch {
    // No picture this browser can read: the server will say so, with the reason.
  }
}
