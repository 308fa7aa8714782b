import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/emic.ts'
import { transcript } from '../fixtures/transcript.ts'
import { wordsIn } from '../fixtures/words.ts'

test.use({ emicOptions: { sample: true } })

const chinese = wordsIn('zh-Hans')

async function openInterview(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('treeitem', { name: /^R01 Young father/ }).click()
  await expect(transcript(page)).toBeVisible()
}

/** Ticks one of the choices in the menu of language and look, whatever language it speaks. */
async function choose(page: Page, choice: string): Promise<void> {
  const menu = page.getByRole('menu')
  await page.getByRole('button', { name: new RegExp(`^(Language and look|${chinese('Language and look')})$`) }).click()
  const wanted = menu.getByRole('menuitemradio', { name: choice, exact: true })
  await wanted.click()
  await expect(wanted).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
}

test('the page speaks the other language at once, also after a reload, and back', async ({ page, emic }) => {
  await openInterview(page, emic.url)
  const views = page.getByRole('navigation').getByRole('button')
  const inEnglish = ['Code', 'Matrix', 'Themes', 'Cases', 'Memos', 'History']
  const inChinese = [chinese('Code', {}, 'verb'), ...inEnglish.slice(1).map((name) => chinese(name))]
  for (const name of inChinese) expect(name).toMatch(/^\p{Script=Han}+$/u)
  await expect(views).toHaveText(inEnglish)

  await choose(page, '简体中文')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(views).toHaveText(inChinese)
  await expect(page.getByRole('treeitem', { name: /^R01 Young father/ })).toHaveAccessibleName(/已编码/)
  await expect(transcript(page)).toHaveAccessibleName(/^转录稿/)
  await page.reload()
  await expect(views).toHaveText(inChinese)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')

  await choose(page, 'English')
  await expect(views).toHaveText(inEnglish)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('the theme changes at once, is kept over a reload, and else follows the system', async ({ page, emic }) => {
  const theme = page.locator('html')
  const paper = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await openInterview(page, emic.url)
  await expect(theme).toHaveAttribute('data-theme', 'light')
  const light = await paper()
  await choose(page, 'Dark')
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  expect(await paper()).not.toBe(light)
  await page.reload()
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(theme).toHaveAttribute('data-theme', 'dark')

  await choose(page, 'As the system')
  await expect(theme).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(theme).toHaveAttribute('data-theme', 'dark')
  await choose(page, 'Light')
  await expect(theme).toHaveAttribute('data-theme', 'light')
  await expect.poll(paper).toBe(light)
})

test('the transcript’s letters grow and shrink, and keep their size and font', async ({ page, emic }) => {
  const letters = () => transcript(page).evaluate((text) => getComputedStyle(text).fontSize)
  await openInterview(page, emic.url)
  expect(await letters()).toBe('17px')
  for (let times = 0; times < 3; times++) await page.keyboard.press('Alt+=')
  await expect.poll(letters).toBe('20px')
  await page.getByRole('button', { name: 'Language and look' }).click()
  await page.getByRole('menuitem', { name: 'Smaller text' }).click()
  await expect(page.getByText('Text size: 19 px')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect.poll(letters).toBe('19px')
  await expect(page.getByRole('contentinfo')).toContainText('19 px')

  const font = () => transcript(page).evaluate((text) => getComputedStyle(text).fontFamily)
  const serif = await font()
  await choose(page, '黑体')
  await expect.poll(font).not.toBe(serif)
  const heiti = await font()
  await page.reload()
  await expect.poll(letters).toBe('19px')
  expect(await font()).toBe(heiti)
})

test('a pane that was hidden stays hidden, one that was widened stays wide, and the open document is open again', async ({ page, emic }) => {
  await openInterview(page, emic.url)
  const documents = page.getByRole('region', { name: 'Documents and cases' })
  const codes = page.getByRole('region', { name: 'Codes', exact: true })
  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  await expect(documents).toHaveCount(0)
  const before = (await codes.boundingBox())!.width
  const edge = page.getByRole('separator', { name: 'Width of the codes' })
  const { x, y, height } = (await edge.boundingBox())!
  await page.mouse.move(x, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x - 90, y + height / 2, { steps: 5 })
  await page.mouse.up()
  await expect.poll(async () => (await codes.boundingBox())!.width).toBeGreaterThan(before + 80)
  const wide = (await codes.boundingBox())!.width

  await page.reload()
  await expect(page.getByRole('tab', { name: 'R01 Young father, Xinwan' })).toHaveAttribute('aria-selected', 'true')
  await expect(transcript(page)).toContainText('Thank you for making the time.')
  await expect(documents).toHaveCount(0)
  await expect.poll(async () => Math.abs((await codes.boundingBox())!.width - wide)).toBeLessThan(2)
  await emic.restart({ sample: true })
  await page.goto(emic.url)
  await expect(page.getByRole('tab', { name: 'R01 Young father, Xinwan' })).toBeVisible()
  await expect(documents).toHaveCount(0)

  await page.getByRole('button', { name: 'Documents', exact: true }).click()
  await expect(documents).toBeVisible()
  await page.reload()
  await expect(documents).toBeVisible()
})
