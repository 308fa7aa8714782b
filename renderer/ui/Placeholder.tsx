/** Stands where a view will be. */
export function Placeholder() {
  return null
}
