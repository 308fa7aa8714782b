import { keepViewPreference, sameShape, usePreferences } from './preferences.ts'

export const paneNames = ['documents', 'codes', 'segments'] as const
export type PaneName = (typeof paneNames)[number]

/** Each pane's size in CSS pixels and whether it is shown. */
type Panes = { sizes: Record<PaneName, number>; shown: Record<PaneName, boolean> }

const start: Panes = { sizes: { documents: 244, codes: 300, segments: 208 }, shown: { documents: true, codes: true, segments: true } }
const key = 'panes'

function read(views: Record<string, unknown>): Panes {
  const kept = views[key] as Parameters<typeof sameShape>[0]
  return sameShape(kept, start) ? (kept as Panes) : start
}

export function usePanes(): Panes {
  const kept = usePreferences((preferences) => preferences.views[key])
  return read({ [key]: kept })
}

export function showPane(pane: PaneName, shown: boolean): void {
  const panes = read(usePreferences.getState().views)
  keepViewPreference(key, { ...panes, shown: { ...panes.shown, [pane]: shown } })
}

export function togglePane(pane: PaneName): void {
  showPane(pane, !read(usePreferences.getState().views).shown[pane])
}

export function sizePane(pane: PaneName, pixels: number): void {
  const panes = read(usePreferences.getState().views)
  if (panes.sizes[pane] !== pixels) keepViewPreference(key, { ...panes, sizes: { ...panes.sizes, [pane]: pixels } })
}
