import type { Page } from 'playwright'
import { build } from '../scripts/build.ts'
import { launchBrowser, openStudy, rendererMemory } from './browser.ts'
import { type Figure, figure, quantile } from './figures.ts'
import { denseTranscript, longTranscript, makeStudy, type Study } from './study.ts'

/**
 * The transcript of 200,000 words with 20,000 overlapping codings of 60 codes, in a real browser: from the click to coded and
 * interactive, a key, a coding added, a jump, the frames of a scroll, the page's memory; and the scroll of the dense text.
 */
export async function benchTranscript(runs: number): Promise<Record<string, Figure>> {
  await build()
  const browser = await launchBrowser()
  const long = await makeStudy(longTranscript)
  const dense = await makeStudy(denseTranscript)
  const figures: Record<string, number[]> = {}
  const note = (name: string, ...values: number[]) => {
    figures[name] = [...(figures[name] ?? []), ...values]
  }
  for (let run = 0; run < runs; run++) {
    await inPage(long, async (page) => {
      note('open', await openTranscript(page))
      note('scrollP95', quantile(sorted(await scrollFrames(page)), 0.95))
      for (const share of [0.5, 0.1, 0.9, 0.3]) note('jump', await jump(page, share))
      // What the jump brought in has found its place by then.
      await page.waitForTimeout(500)
      // The first makes a code of its words; the others take that code again, as a coder does all day.
      await addCoding(page, 0, 'v')
      for (let n = 1; n < 6; n++) note('addCoding', await addCoding(page, n, '1'))
      const keys = sorted(await typeKeys(page, 60))
      note('keyMedian', quantile(keys, 0.5))
      note('keyP95', quantile(keys, 0.95))
      const memory = await rendererMemory(browser, page)
      if (memory !== null) note('memory', memory)
    })
    await inPage(dense, async (page) => {
      await openTranscript(page)
      note('denseScrollP95', quantile(sorted(await scrollFrames(page)), 0.95))
    })
  }
  await browser.close()
  long.remove()
  dense.remove()
  const targets: Record<string, number> = {
    open: 600,
    keyMedian: 32,
    keyP95: 50,
    addCoding: 50,
    jump: 100,
    scrollP95: 33,
    denseScrollP95: 60,
    memory: 250,
  }
  return Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, figure(values, name === 'memory' ? 'MB' : 'ms', targets[name])]))

  async function inPage(study: Study, measure: (page: Page) => Promise<void>) {
    const { page, close } = await openStudy(browser, study)
    await measure(page)
    await close()
  }
}

const textbox = '[role=textbox][aria-multiline]'

/** Milliseconds from the click on the document to the first frame in which its text stands there with its codings. */
async function openTranscript(page: Page): Promise<number> {
  const document = page.getByRole('tree', { name: 'Documents' }).getByRole('treeitem').nth(1)
  await page.evaluate(() => {
    const state = window as unknown as { opened: Promise<number> }
    state.opened = new Promise((resolve) => {
      addEventListener(
        'pointerdown',
        (event) => {
          const look = () => {
            const coded = [...CSS.highlights.values()].some((highlight) => highlight.size > 0)
            if (coded) requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)))
            else requestAnimationFrame(look)
          }
          look()
        },
        { once: true, capture: true },
      )
    })
  })
  await document.click()
  return page.evaluate(() => (window as unknown as { opened: Promise<number> }).opened)
}

/** Lengths of the frames of a two-second scroll through the text. */
function scrollFrames(page: Page): Promise<number[]> {
  return page.evaluate((selector) => {
    const scroller = scrollerOf(document.querySelector(selector)!)
    return new Promise<number[]>((resolve) => {
      const frames: number[] = []
      const began = performance.now()
      let last = began
      const frame = (now: number) => {
        frames.push(now - last)
        last = now
        scroller.scrollTop += 90
        if (now - began < 2000) requestAnimationFrame(frame)
        else resolve(frames.slice(2))
      }
      requestAnimationFrame(frame)
    })

    function scrollerOf(element: Element): Element {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (at.scrollHeight > at.clientHeight + 10 && getComputedStyle(at).overflowY !== 'visible') return at
      throw new Error('nothing scrolls')
    }
  }, textbox)
}

/** Milliseconds from a jump to a far place until it is painted with its codings. */
function jump(page: Page, share: number): Promise<number> {
  return page.evaluate(
    ([selector, to]) => {
      const text = document.querySelector(selector)!
      let scroller: Element = text
      while (getComputedStyle(scroller).overflowY === 'visible' || scroller.scrollHeight <= scroller.clientHeight + 10)
        scroller = scroller.parentElement!
      const began = performance.now()
      scroller.scrollTop = scroller.scrollHeight * to
      return new Promise<number>((resolve) => {
        let calm = 0
        let size = -1
        const look = () => {
          const registered = [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)
          calm = registered === size && registered > 0 ? calm + 1 : 0
          size = registered
          // Two frames without a change: the first of them is the one in which everything was there.
          if (calm >= 2) resolve(performance.now() - began - 2 * 16.7)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      })
    },
    [textbox, share] as const,
  )
}

/** Selects some words on the nth line in sight and codes them by a key: milliseconds from the key to the frame with the new mark. */
async function addCoding(page: Page, nth: number, key: string): Promise<number> {
  const turn = await page.evaluate(
    ([selector, skip]) => {
      let left = skip
      const view = document.querySelector(selector)!.getBoundingClientRect()
      for (let y = Math.max(120, view.top + 40); y < 520; y += 28) {
        // Words, not the blank behind a turn's last line.
        const [from, to] = [document.caretPositionFromPoint(view.left + 220, y), document.caretPositionFromPoint(view.left + 400, y)]
        const words = from?.offsetNode.nodeType === Node.TEXT_NODE && from.offsetNode === to?.offsetNode && to.offset - from.offset > 5
        if (words && left-- === 0) return { x: view.left + 220, y }
      }
      throw new Error('no text in sight')
    },
    [textbox, nth] as const,
  )
  await page.mouse.move(turn.x, turn.y)
  await page.mouse.down()
  await page.mouse.move(turn.x + 180, turn.y, { steps: 4 })
  await page.mouse.up()
  await page.evaluate(() => {
    const state = window as unknown as { marked: Promise<number> }
    const count = () => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)
    state.marked = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('no mark appeared')), 10_000)
      addEventListener(
        'keydown',
        (event) => {
          const before = count()
          const look = () =>
            count() !== before
              ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)))
              : requestAnimationFrame(look)
          look()
        },
        { once: true, capture: true },
      )
    })
  })
  await page.keyboard.press(key)
  return page.evaluate(() => (window as unknown as { marked: Promise<number> }).marked)
}

/** Milliseconds from each key to the frame that shows it, typed into the middle of the text at a steady pace. */
async function typeKeys(page: Page, count: number): Promise<number[]> {
  await page.keyboard.press('e')
  await page.evaluate(() => {
    const state = window as unknown as { keys: number[] }
    state.keys = []
    addEventListener('keydown', (event) => requestAnimationFrame(() => setTimeout(() => state.keys.push(performance.now() - event.timeStamp))), {
      capture: true,
    })
  })
  const letters = 'transcripts are long and their words are many, so typing must be quick '
  for (let n = 0; n < count; n++) {
    await page.keyboard.press(letters[n % letters.length] === ' ' ? 'Space' : letters[n % letters.length]!)
    await page.waitForTimeout(40)
  }
  return page.evaluate(() => (window as unknown as { keys: number[] }).keys)
}

function sorted(values: number[]): number[] {
  return [...values].sort((a, b) => a - b)
}
