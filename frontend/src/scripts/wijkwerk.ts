// Small comforts on pages that work without them.
import "htmx.org";
import { focusErrors } from "./errors";
import { startKeyboard } from "./keyboard";
import { startLocation } from "./location";
import { startPhotos } from "./photos";
import { startRanking } from "./ranking";
import { startWays } from "./ways";

function start(root: ParentNode): void {
  startRanking(root);
  startPhotos(root);
  startLocation(root);
  startWays(root);
}

// The script is deferred: the page is there.
focusErrors();
startKeyboard();
start(document);
document.addEventListener("htmx:load", (event) => {
  if (event.target instanceof Element && event.target !== document.body) start(event.target);
});
