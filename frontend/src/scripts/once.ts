/** Elements matching `selector` in `root` that were not started before. */
export function fresh<Kind extends HTMLElement>(root: ParentNode, selector: string): Kind[] {
  const found = [...root.querySelectorAll<Kind>(selector)];
  if (root instanceof HTMLElement && root.matches(selector)) found.unshift(root as Kind);
  return found.filter((element) => {
    const mark = `started${selector.replace(/\W/g, "")}`;
    if (element.dataset[mark]) return false;
    element.dataset[mark] = "yes";
    return true;
  });
}
