import type { CDPSession, Page } from '@playwright/test'
import { codeRow } from '../fixtures/codebook.ts'
import { expect, test } from '../fixtures/emic.ts'
import { fixtureFile } from '../fixtures/files.ts'
import { arrowTo, tabTo } from '../fixtures/keys.ts'
import { chooseFiles, documentRow, facts, importDialog, newProject } from '../fixtures/project.ts'
import { paintedWords, selectByKeys, selectedWords, transcript, walk } from '../fixtures/transcript.ts'

const passage = 'The citizen centre, the new one, by the lake.'

/** The sample study with one interview open and the caret in it, reached without a pointer. */
async function openInterview(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await tabTo(page, page.getByRole('button', { name: 'Open the sample' }))
  await page.keyboard.press('Enter')
  const documents = page.getByRole('tree', { name: 'Documents' })
  await tabTo(page, documents)
  await arrowTo(page, documents, documentRow(page, 'R01 Young father, Xinwan'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'R01 Young father, Xinwan' })).toHaveAttribute('aria-selected', 'true')
  await tabTo(page, transcript(page))
}

function counted(page: Page, name: string, codings: number) {
  return expect(codeRow(page, name)).toHaveAccessibleName(new RegExp(`, ${codings} codings?$`))
}

test('a passage is coded, recoded, uncoded and all that taken back without a pointer', async ({ page, emic }) => {
  await openInterview(page, emic.url)
  await expect(facts(page)).toContainText('312 codings')
  await selectByKeys(page, passage)
  await page.keyboard.press('c')
  await expect(page.getByRole('combobox', { name: 'Find a code for the passage' })).toBeFocused()
  // What waits for a code stays in sight while the picker has the keyboard.
  await expect.poll(() => paintedWords(page, 'selection')).toBe(passage)
  await page.keyboard.type('small sig')
  await page.keyboard.press('Enter')
  await counted(page, 'Small signs of improvement', 17)

  // To the coding at the caret, to the next and back.
  await page.keyboard.press('n')
  await expect.poll(() => paintedWords(page, 'chosen')).toBe(passage)
  await page.keyboard.press('n')
  await expect.poll(() => selectedWords(page)).not.toBe(passage)
  await page.keyboard.press('p')
  await expect.poll(() => selectedWords(page)).toBe(passage)
  await page.keyboard.press('r')
  await expect(page.getByRole('combobox', { name: 'Find another code for the coding' })).toBeFocused()
  await page.keyboard.type('installed')
  await page.keyboard.press('Enter')
  await counted(page, 'Installed but idle', 16)
  await counted(page, 'Small signs of improvement', 16)

  await page.keyboard.press('i')
  const here = page.getByRole('dialog', { name: 'What is coded here' })
  await expect(here.getByRole('button', { name: 'Installed but idle', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(transcript(page)).toBeFocused()

  await page.keyboard.press('Delete')
  await counted(page, 'Installed but idle', 15)
  for (const codings of [313, 313, 312]) {
    await page.keyboard.press('ControlOrMeta+z')
    await expect(facts(page)).toContainText(`${codings} codings`)
  }
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await counted(page, 'Small signs of improvement', 17)
})

test('keys that follow each other at once do what they would do slowly', async ({ page, emic }) => {
  await openInterview(page, emic.url)
  await selectByKeys(page, passage)
  await page.keyboard.press('v')
  await counted(page, 'The citizen centre, the new one, by the lake', 1)
  await selectByKeys(page, 'Nobody plays it')
  // Coded with the last code, at once thought better of, and thought better of that.
  for (const key of ['Enter', 'Delete', 'ControlOrMeta+z']) await page.keyboard.press(key)
  await expect(facts(page)).toContainText('314 codings')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(facts(page)).toContainText('313 codings')
  for (const key of ['Enter', 'Delete']) await page.keyboard.press(key)
  await page.keyboard.press('Enter')
  await page.keyboard.press('r')
  await page.keyboard.type('idle')
  await page.keyboard.press('Enter')
  await counted(page, 'Installed but idle', 16)
  await counted(page, 'The citizen centre, the new one, by the lake', 1)
  await expect(page.getByText('is no longer there')).toHaveCount(0)
})

test('every pane is reached, hidden and shown by keys', async ({ page, emic }) => {
  await openInterview(page, emic.url)
  const panes = { 'ControlOrMeta+b': 'Documents and cases', 'ControlOrMeta+j': 'Segments', 'ControlOrMeta+Alt+b': 'Codes' }
  for (const [keys, name] of Object.entries(panes)) {
    await page.keyboard.press(keys)
    await expect(page.getByRole('region', { name, exact: true })).toHaveCount(0)
    await page.keyboard.press(keys)
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  }
  await tabTo(page, page.getByRole('searchbox', { name: 'Filter 26 codes' }))
  await page.keyboard.type('idle')
  await expect(codeRow(page, 'Distance to services')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(codeRow(page, 'Installed but idle')).toBeFocused()
  await page.keyboard.press('Space')
  const feed = page.getByRole('feed', { name: 'Segments of Installed but idle' })
  await expect(feed.getByRole('article').first()).toBeVisible()
  await tabTo(page, feed.getByRole('article').first(), 'Shift+Tab')
  await page.keyboard.press('ArrowDown')
  await expect(feed.getByRole('article').nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.poll(() => paintedWords(page, 'reveal')).not.toBe('')
})

test('the matrix is walked by arrows, and Enter leads to the passage', async ({ page, emic }) => {
  await openInterview(page, emic.url)
  await page.keyboard.press('Alt+2')
  const map = page.getByRole('region', { name: 'Heat map' })
  await tabTo(page, map)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const first = map.getByRole('button', { name: /^Distance to services with Unequal resource distribution: / })
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  const cell = map.getByRole('button', { name: /^Staff stretched thin with Unequal resource distribution: [1-9]/ })
  await expect(cell).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cell).toHaveAttribute('aria-pressed', 'true')
  const evidence = page.getByRole('complementary', { name: 'Evidence' })
  const card = evidence.getByRole('button', { name: /^Go to / }).first()
  await tabTo(page, card)
  await page.keyboard.press('Enter')
  await expect(transcript(page)).toBeVisible()
  await expect.poll(() => paintedWords(page, 'reveal')).not.toBe('')
})

test('a theme is made, claimed and filled without a pointer', async ({ page, emic }) => {
  await openInterview(page, emic.url)
  await page.keyboard.press('Alt+3')
  await tabTo(page, page.getByRole('button', { name: 'New theme', exact: true }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('Screens that stay dark')
  await page.keyboard.press('Enter')
  const theme = page.getByRole('article', { name: 'Screens that stay dark' })
  await tabTo(page, theme.getByRole('textbox', { name: 'Claim of “Screens that stay dark”' }))
  await page.keyboard.type('What was put up to serve was never switched on.')
  await tabTo(page, theme.getByRole('button', { name: 'Code', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('searchbox', { name: 'Find a code' })).toBeFocused()
  await page.keyboard.type('idle')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(theme.getByRole('button', { name: 'Take “Installed but idle” out' })).toBeVisible()
  await expect(theme.getByRole('button', { name: /^15 codings in / })).toBeVisible()
  await page.reload()
  await expect(facts(page)).toBeVisible()
  await page.keyboard.press('Alt+3')
  await expect(theme.getByRole('textbox')).toHaveText('What was put up to serve was never switched on.')
})

test('? lists the keys, those of the window and those of coding', async ({ page, emic }) => {
  await openInterview(page, emic.url)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  for (const label of [
    'Undo',
    'Import documents',
    'Show or hide codes',
    'Find a code for the passage',
    'Code in the participant’s words',
    'New sub-code',
  ])
    await expect(keys.getByText(label, { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await expect(transcript(page)).toBeFocused()
})

test.describe('the text of a transcript', () => {
  /** A short interview with “by floors” coded, and the caret before “turns”. */
  async function codeAndEdit(page: Page, url: string): Promise<CDPSession> {
    await page.goto(url)
    await newProject(page, 'Stairs')
    await chooseFiles(page, [fixtureFile('stairs.txt')])
    await importDialog(page).getByRole('button', { name: 'Import 1 file' }).click()
    await tabTo(page, transcript(page))
    await selectByKeys(page, 'by floors')
    await page.keyboard.press('v')
    await counted(page, 'by floors', 1)
    await page.keyboard.press('e')
    await expect(page.getByRole('status').filter({ hasText: 'Editing the text' })).toBeVisible()
    await walk(page, 'turns', false)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    return page.context().newCDPSession(page)
  }

  function codedWords(page: Page) {
    return page.getByRole('feed', { name: 'Segments of by floors' }).getByRole('article').getByRole('paragraph')
  }

  const bai = (page: Page) => transcript(page).getByRole('paragraph').filter({ hasText: 'We take' })

  test('takes what an input method composes, and codings keep to their words', async ({ page, emic }) => {
    const cdp = await codeAndEdit(page, emic.url)
    for (const text of ['l', 'lun', 'lun liu'])
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await expect(bai(page)).toContainText('We take lun liuturns, by floors.')
    await cdp.send('Input.insertText', { text: '轮流' })
    await expect(bai(page)).toContainText('We take 轮流turns, by floors. The list hangs by the lift.')
    await expect(codedWords(page)).toContainText('We take 轮流turns, by floors.')
    await expect.poll(() => codedIn(page)).toBe('by floors')

    await page.keyboard.press('ControlOrMeta+z')
    await expect(bai(page)).toContainText('We take turns, by floors.')
    await expect.poll(() => codedIn(page)).toBe('by floors')
  })

  test('takes a correction inside a coding, which grows with it, and gives it back', async ({ page, emic }) => {
    await codeAndEdit(page, emic.url)
    await walk(page, 'floors', false)
    await page.keyboard.type('the other ')
    await expect(bai(page)).toContainText('by the other floors.')
    await expect.poll(() => codedIn(page)).toBe('by the other floors')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(bai(page)).toContainText('turns, by floors.')
    await expect.poll(() => codedIn(page)).toBe('by floors')
    await page.keyboard.press('ControlOrMeta+Shift+z')
    await expect.poll(() => codedIn(page)).toBe('by the other floors')
    await page.reload()
    await expect(bai(page)).toContainText('turns, by the other floors.')
    await codeRow(page, 'by floors').click()
    await expect.poll(() => codedIn(page)).toBe('by the other floors')
  })

  test('takes nothing that is typed or composed while it is only read', async ({ page, emic }) => {
    const cdp = await codeAndEdit(page, emic.url)
    const before = await transcript(page).textContent()
    await page.keyboard.press('Escape')
    await expect(page.getByText('Editing the text')).toHaveCount(0)
    await page.keyboard.type('xyz ,')
    await cdp.send('Input.imeSetComposition', { text: 'lun', selectionStart: 3, selectionEnd: 3 })
    await cdp.send('Input.insertText', { text: '轮流' })
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => transcript(page).textContent()).toBe(before)
    await page.reload()
    await expect.poll(() => transcript(page).textContent()).toBe(before)
  })

  /** The words of the one segment that the list below the text shows, without what surrounds it. */
  function codedIn(page: Page): Promise<string> {
    return codedWords(page).evaluate((paragraph) => [...paragraph.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])).join(''))
  }
})
