import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { BrowserWindow, Rectangle } from 'electron'
import { z } from 'zod'

/** Where the window was, in the screen's own units; without x and y the system places it. */
export type WindowState = { bounds: { width: number; height: number } | Rectangle; maximized: boolean }

const stored = z.object({ x: z.number(), y: z.number(), width: z.number().min(1), height: z.number().min(1), maximized: z.boolean() })

const firstTime: WindowState = { bounds: { width: 1360, height: 880 }, maximized: false }

/** How much of the window must show on some screen to be caught with the pointer. */
const grip = 80

/** The remembered state if its window can still be seen on one of the `workAreas`; after a screen went, its size only. */
export function readWindowState(file: string, workAreas: Rectangle[]): WindowState {
  const state = read(file)
  if (!state) return firstTime
  const { maximized, ...bounds } = state
  if (workAreas.some((area) => canBeCaught(bounds, area))) return { bounds, maximized }
  return { bounds: { width: bounds.width, height: bounds.height }, maximized }
}

export function rememberWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state = { ...window.getNormalBounds(), maximized: window.isMaximized() }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  })
}

function read(file: string): z.infer<typeof stored> | null {
  try {
    return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Never written, cut short or from another version: the window opens as on the first day.
    return null
  }
}

/** Its title bar, not any part, must be reachable. */
function canBeCaught(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x)
  return across >= grip && bounds.y >= area.y && bounds.y <= area.y + area.height - grip
}
