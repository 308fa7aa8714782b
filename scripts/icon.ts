import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from '#electron/shell/places.ts'
import { findChromium, sandboxFlags } from './browsers.ts'

/** Draws build/icon.png, from which electron-builder makes each system's icon, out of the page's own drawing: run after changing that. */

const size = 1024
/** The room that systems leave around an icon's shape. */
const margin = 64

const drawing = readFileSync(join(root, 'renderer', 'icon.svg'), 'utf8')
const executable = findChromium()
const browser = await chromium.launch({ ...(executable ? { executablePath: executable } : {}), args: sandboxFlags() })
const page = await browser.newPage({ viewport: { width: size, height: size } })
await page.setContent(`<style>body { margin: ${margin}px } svg { width: ${size - 2 * margin}px; display: block }</style>${drawing}`)
mkdirSync(join(root, 'build'), { recursive: true })
writeFileSync(join(root, 'build', 'icon.png'), await page.screenshot({ omitBackground: true }))
await browser.close()
