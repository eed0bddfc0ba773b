/** Writes what has changed, into the node that is there: another node is more work for the browser. */
export function writeText(element: Element | null | undefined, text: string): void {
  if (!element || element.textContent === text) return;
  if (element.firstChild instanceof Text && element.childNodes.length === 1) element.firstChild.data = text;
  else element.textContent = text;
}
