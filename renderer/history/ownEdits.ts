/** Fields that were typed into since they were entered: their Ctrl+Z is their own. */
const edited = new WeakSet<Element>()
let watching = false

export function watchOwnEdits(): void {
  if (watching) return
  watching = true
  document.addEventListener('input', (event) => event.target instanceof Element && edited.add(event.target), true)
  document.addEventListener('focusout', (event) => event.target instanceof Element && edited.delete(event.target), true)
}

export function hasOwnEdits(field: Element): boolean {
  return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && edited.has(field)
}
