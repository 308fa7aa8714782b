import { expect, noDesktop, test } from '../fixtures/desktop.ts'

const reason = noDesktop()
if (reason) console.log(`skipped: the desktop window, because ${reason}`)
test.skip(reason !== null, reason ?? '')

test.use({ desktopArgs: ['--sample'] })

test('the window shows the sample study from the engine in its own thread', async ({ desktop }) => {
  const page = await desktop.firstWindow()
  expect(page.url()).toBe('app://emic/')
  await expect(page).toHaveTitle(/Emic|Equity/)
  await expect(page.getByText('Equity and inclusion', { exact: false }).first()).toBeVisible()
})

test('the page has no Node, no bridge and no network', async ({ desktop }) => {
  const page = await desktop.firstWindow()
  const found = await page.evaluate(async () => ({
    names: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    fetched: await fetch('https://example.org/').then(
      () => true,
      () => false,
    ),
    opened: window.open('https://example.org/') !== null,
  }))
  expect(found).toEqual({ names: [], fetched: false, opened: false })
})

test('the window is shut in', async ({ desktop }) => {
  await desktop.firstWindow()
  const preferences = await desktop.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    return { count: BrowserWindow.getAllWindows().length, minimum: window?.getMinimumSize(), address: window?.webContents.getURL() }
  })
  expect(preferences).toEqual({ count: 1, minimum: [880, 560], address: 'app://emic/' })
})
