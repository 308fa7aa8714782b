import { expect, test } from '../fixtures/emic.ts'

test.use({ emicOptions: { sample: true } })

test('the printed address opens the study, and its token leaves the address bar', async ({ page, emic }) => {
  await page.goto(emic.url)
  await expect(page.getByText('R01 Young father, Xinwan').first()).toBeVisible()
  expect(new URL(page.url()).search).toBe('')
  await page.reload()
  await expect(page.getByText('R01 Young father, Xinwan').first()).toBeVisible()
})

test('no view breaks the page’s own security policy or asks for anything elsewhere', async ({ page, emic }) => {
  const faults: string[] = []
  const origin = new URL(emic.url).origin
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) faults.push(request.url())
  })
  await page.goto(emic.url)
  await page.getByText('R01 Young father, Xinwan').first().click()
  for (const view of ['Matrix', 'Themes', 'Cases', 'Memos', 'History']) {
    await page.getByText(view, { exact: true }).first().click()
    await page.waitForTimeout(300)
  }
  expect(faults).toEqual([])
})

test('a page that is closed and opened again finds the same study, and so does one after a restart', async ({ page, emic, context }) => {
  await page.goto(emic.url)
  await expect(page.getByText('R01 Young father, Xinwan').first()).toBeVisible()
  await page.close()
  const again = await context.newPage()
  await again.goto(new URL('/', emic.url).href)
  await expect(again.getByText('R01 Young father, Xinwan').first()).toBeVisible()
  await emic.restart({ sample: true })
  await again.goto(emic.url)
  await expect(again.getByText('R01 Young father, Xinwan').first()).toBeVisible()
})

test('a browser without the token gets nothing', async ({ browser, emic }) => {
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const answer = await page.goto(new URL('/', emic.url).href)
  expect(answer?.status()).toBe(403)
  await stranger.close()
})
