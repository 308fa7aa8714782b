import { create } from 'zustand'
import type { EngineClient } from '#renderer/connection/client.ts'
import type { Preferences } from '#shared/contract/projects.ts'

type Json = Preferences['views'][string]

const defaults: Preferences = { language: null, theme: 'system', textSize: 17, textFont: 'serif', views: {} }
const saveAfterMs = 400

/** What the person chose for this computer. Read with a selector: `usePreferences((p) => p.textSize)`. */
export const usePreferences = create<Preferences>()(() => defaults)

let save: (changed: Partial<Preferences>) => void = () => undefined

/** Reads the preferences and from then on keeps every change of them; `onError` hears of one that could not be kept. */
export async function keepPreferences(client: EngineClient, onError: (error: unknown) => void): Promise<void> {
  usePreferences.setState(await client.projects.preferences())
  let waiting: Partial<Preferences> = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    const changed = waiting
    waiting = {}
    if (Object.keys(changed).length > 0) client.projects.setPreferences(changed).catch(onError)
  }
  addEventListener('pagehide', flush)
  save = (changed) => {
    waiting = { ...waiting, ...changed }
    clearTimeout(timer)
    timer = setTimeout(flush, saveAfterMs)
  }
}

/** Takes effect at once and is kept soon after. */
export function setPreferences(changed: Partial<Preferences>): void {
  usePreferences.setState(changed)
  save(changed)
}

/** What a view wants to find again next time, under its own name; `fallback` until something was kept, or where that has another shape. */
export function useViewPreference<Value extends Json>(view: string, fallback: Value): [Value, (value: Value) => void] {
  const kept = usePreferences((preferences) => preferences.views[view])
  return [sameShape(kept, fallback) ? kept : fallback, (value) => keepViewPreference(view, value)]
}

export function keepViewPreference(view: string, value: Json): void {
  setPreferences({ views: { ...usePreferences.getState().views, [view]: value } })
}

/** Files of preferences live longer than the shapes in them: another kind of value, or a missing field, counts as nothing kept. A null in the model fits anything. */
export function sameShape<Value extends Json>(kept: Json | undefined, model: Value): kept is Value {
  if (kept === undefined) return false
  if (model === null) return true
  if (kept === null || typeof kept !== typeof model || Array.isArray(kept) !== Array.isArray(model)) return false
  if (typeof model !== 'object' || Array.isArray(model)) return true
  return Object.entries(model).every(([name, value]) => sameShape((kept as Record<string, Json>)[name], value as Json))
}
