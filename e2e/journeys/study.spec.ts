import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readSheet } from 'read-excel-file/node'
import { codeRow, dragTo, middleOf } from '../fixtures/codebook.ts'
import { savedBy, wordsOfDocx } from '../fixtures/downloads.ts'
import { type Emic, expect, test } from '../fixtures/emic.ts'
import { fixtureFile } from '../fixtures/files.ts'
import { arrowTo, tabTo } from '../fixtures/keys.ts'
import { chooseFiles, documentRow, facts, importDialog, newProject, showView } from '../fixtures/project.ts'
import { emptyStudy, readStudy, type Study, studyByCommandLine } from '../fixtures/study.ts'
import { clickStripe, paintedWords, pointIn, selectByKeys, selectByMouse, transcript } from '../fixtures/transcript.ts'
import { writeWordInterview } from '../fixtures/word.ts'

test.setTimeout(300_000)

test('a study from its first file to its matrix, taken back whole and brought back whole', async ({ page, emic }) => {
  const file = join(emic.projectsFolder, 'Market and clinic.emic')
  await page.goto(emic.url)
  await newProject(page, 'Market and clinic')

  await test.step('import', () => importBoth(page, emic))
  await test.step('code by mouse', () => codeByMouse(page))
  await test.step('code by keyboard', () => codeByKeyboard(page))
  await test.step('build the tree', () => buildTree(page))
  await test.step('gather themes', () => gatherThemes(page))
  await test.step('read the matrix', () => readMatrix(page))
  await test.step('export', () => exportAll(page))

  const made = await test.step('compare with the command line', () => compared(page, emic, file))
  expect(made).toEqual(wholeStudy)
  const steps = await test.step('undo all', () => undoAll(page))
  expect(await readStudy(page)).toEqual(emptyStudy)
  await expect(facts(page)).toHaveText('0 documents · 0 codings · saved')
  await test.step('compare the empty study', async () => expect(await compared(page, emic, file)).toEqual(emptyStudy))
  await test.step('redo all', () => redoAll(page, steps))
  await page.reload()
  expect(await readStudy(page)).toEqual(wholeStudy)
  await test.step('compare after a restart', async () => expect(await compared(page, emic, file)).toEqual(wholeStudy))
  await showView(page, 'Themes')
  await expect(page.getByRole('textbox', { name: 'Claim of “Time is the price”' })).toHaveText('Who has no number pays with hours.')
})

const wholeStudy: Study = {
  documents: ['Mrs Lin', 'market'],
  codes: [
    { path: ['Neighbours help'], codings: 3 },
    { path: ['Barriers'], codings: 0 },
    { path: ['Barriers', 'Waiting'], codings: 3 },
    { path: ['Barriers', 'Transport'], codings: 1 },
    { path: ['Barriers', 'App only'], codings: 2 },
    { path: ['Inspection at noon'], codings: 1 },
  ],
  passages: {
    Waiting: ['So I waited again.', 'When it is full, it does not stop.', 'I wait an hour in the cold'].sort(),
    Transport: ['The bus leaves at seven and I wait an hour'],
    'App only': ['the app wants a permit number that nobody ever gave me', 'the form is only in the app'],
    'Neighbours help': [
      'My neighbour’s son books the doctor',
      'My niece put her own number in',
      'She reads the messages to me in the evening 🙂',
    ].sort(),
    'Inspection at noon': ['the officer came at noon'],
  },
  themes: 2,
}

async function importBoth(page: Page, emic: Emic): Promise<void> {
  await chooseFiles(page, [await writeWordInterview(join(emic.folder, 'Mrs Lin.docx')), fixtureFile('market.vtt')])
  const dialog = importDialog(page)
  await expect(dialog.getByRole('button', { name: 'Mrs. Lin 4' })).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog.getByRole('button', { name: 'Interviewer 3' })).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog.getByRole('table').getByRole('row', { name: 'The clinic', exact: true })).toBeVisible()
  await expect(dialog.getByRole('row', { name: 'Interviewer How do you get to the clinic?' })).toBeVisible()
  await dialog.getByRole('button', { name: /^market\.vtt/ }).click()
  await expect(dialog.getByRole('button', { name: 'Mr. Tan 3' })).toHaveAttribute('aria-pressed', 'true')
  await expect(dialog.getByRole('row', { name: '00:00:28 Mr. Tan My niece put her own number in.' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Import 2 files' }).click()
  await expect(dialog).toBeHidden()
  await expect(facts(page)).toHaveText('2 documents · 0 codings · saved')
  await documentRow(page, 'Mrs Lin').click()
  await expect(transcript(page).getByRole('heading', { level: 1, name: 'Interview with Mrs. Lin' })).toBeVisible()
  await expect(transcript(page).getByRole('heading', { level: 2, name: 'The counter' })).toBeVisible()
  await expect(transcript(page).locator('strong').filter({ hasText: 'no app' })).toBeVisible()
}

async function newCode(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: 'Codes', exact: true }).getByRole('button', { name: 'New code' }).first().click()
  await page.getByRole('textbox', { name: 'Name of the new code' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(codeRow(page, name)).toBeVisible()
}

/** The row says at once what has just been coded, and the header agrees. */
async function expectCoded(page: Page, name: string, ofCode: number, inAll: number): Promise<void> {
  await expect(codeRow(page, name)).toHaveAccessibleName(new RegExp(`, ${ofCode} codings?$`))
  await expect(facts(page)).toHaveText(new RegExp(` · ${inAll} codings? · saved`))
}

async function codeByMouse(page: Page): Promise<void> {
  for (const name of ['Waiting', 'Transport', 'App only']) await newCode(page, name)
  await selectByMouse(page, 'I wait an hour in the cold')
  await codeRow(page, 'Waiting').click()
  await expectCoded(page, 'Waiting', 1, 1)

  await selectByMouse(page, 'The bus leaves at seven and I wait an hour')
  await dragTo(page, await middleOf(codeRow(page, 'Transport')), await pointIn(page, 'leaves at seven'))
  await expectCoded(page, 'Transport', 1, 2)

  await selectByMouse(page, 'My neighbour’s son books the doctor')
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'Find a code for the passage' }).fill('Neighbours help')
  await page.getByRole('option', { name: 'New code “Neighbours help”' }).click()
  await expectCoded(page, 'Neighbours help', 1, 3)

  // Dragged onto the wrong code; the stripe in the margin sets it right.
  await selectByMouse(page, 'the form is only in the app')
  await dragTo(page, await pointIn(page, 'form is only'), await middleOf(codeRow(page, 'Waiting')))
  await expectCoded(page, 'Waiting', 2, 4)
  await clickStripe(page, 'the form is only in the app', 'Waiting')
  const here = page.getByRole('dialog', { name: 'What is coded here' })
  await here.getByRole('button', { name: 'Another code for “Waiting”' }).click()
  await page.getByRole('combobox', { name: 'Find another code for the coding' }).fill('app')
  await page.getByRole('option', { name: /^App only/ }).click()
  await expectCoded(page, 'App only', 1, 4)
  await expectCoded(page, 'Waiting', 1, 4)

  // A code let go where nothing is selected codes the sentence.
  await page.mouse.click((await pointIn(page, 'Does anyone help')).x, (await pointIn(page, 'Does anyone help')).y)
  await dragTo(page, await middleOf(codeRow(page, 'Waiting')), await pointIn(page, 'it does not stop'))
  await expectCoded(page, 'Waiting', 2, 5)

  await selectByMouse(page, 'Does anyone help you?')
  await codeRow(page, 'Neighbours help').click()
  await expectCoded(page, 'Neighbours help', 2, 6)
  await clickStripe(page, 'Does anyone help you?', 'Neighbours help')
  await here.getByRole('button', { name: 'Remove the coding “Neighbours help”' }).click()
  await expectCoded(page, 'Neighbours help', 1, 5)
  await page.keyboard.press('Escape')
  await expect(here).toBeHidden()
}

async function codeByKeyboard(page: Page): Promise<void> {
  const documents = page.getByRole('tree', { name: 'Documents' })
  await tabTo(page, documents)
  await arrowTo(page, documents, documentRow(page, 'market'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'market' })).toHaveAttribute('aria-selected', 'true')
  await tabTo(page, transcript(page))

  await selectByKeys(page, 'the app wants a permit number that nobody ever gave me')
  await pickByTyping(page, 'app o')
  await expectCoded(page, 'App only', 2, 6)

  await selectByKeys(page, 'My niece put her own number in')
  await pickByTyping(page, 'neigh')
  await expectCoded(page, 'Neighbours help', 2, 7)

  await selectByKeys(page, 'She reads the messages to me in the evening 🙂')
  await page.keyboard.press('Enter')
  await expectCoded(page, 'Neighbours help', 3, 8)

  await selectByKeys(page, 'the officer came at noon')
  await page.keyboard.press('v')
  await expectCoded(page, 'the officer came at noon', 1, 9)

  // The fourth of the codes used last.
  await selectByKeys(page, 'So I waited again.')
  await page.keyboard.press('4')
  await expectCoded(page, 'Waiting', 3, 10)
}

async function pickByTyping(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('c')
  await expect(page.getByRole('combobox', { name: 'Find a code for the passage' })).toBeFocused()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await expect(transcript(page)).toBeFocused()
}

async function buildTree(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await newCode(page, 'Barriers')
  await expect(codeRow(page, 'Barriers')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(codeRow(page, 'Barriers')).toHaveAttribute('aria-posinset', '5')
  for (const name of ['Waiting', 'Transport', 'App only']) {
    await dragTo(page, await middleOf(codeRow(page, name)), await middleOf(codeRow(page, 'Barriers')))
    await expect(codeRow(page, name)).toHaveAttribute('aria-level', '2')
  }
  await codeRow(page, 'the officer came at noon').click()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: 'Name of the code' }).fill('Inspection at noon')
  await page.keyboard.press('Enter')
  await expect(codeRow(page, 'Inspection at noon')).toBeVisible()

  await codeRow(page, 'Barriers').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Colour…' }).click()
  const blue = page.getByRole('radio', { name: 'Blue' })
  await blue.click()
  await expect(blue).toBeChecked()
  await page.keyboard.press('Escape')

  await codeRow(page, 'Waiting').click()
  await page.getByRole('textbox', { name: 'Means' }).fill('Time that a service takes from those who need it.')
  await codeRow(page, 'Waiting').focus()
  await showView(page, 'History')
  await expect(page.getByRole('region', { name: 'Journal' }).getByRole('listitem').first()).toContainText('Waiting')
  await showView(page, 'Code')
}

async function gatherThemes(page: Page): Promise<void> {
  await showView(page, 'Themes')
  await page.getByRole('button', { name: 'New theme' }).click()
  await page.getByRole('textbox', { name: 'Name of the theme' }).fill('Time is the price')
  await page.keyboard.press('Enter')
  const time = page.getByRole('article', { name: 'Time is the price' })
  const loose = page.getByRole('complementary', { name: 'Codes without a theme' })
  for (const name of ['Waiting', 'Transport']) {
    await dragTo(page, await middleOf(loose.getByText(name, { exact: true })), await middleOf(time))
    await expect(time.getByRole('button', { name: `Take “${name}” out` })).toBeVisible()
  }
  await time.getByRole('textbox', { name: 'Claim of “Time is the price”' }).fill('Who has no number pays with hours.')
  await page.keyboard.press('Tab')
  await expect(time.getByRole('button', { name: '4 codings in 2 documents' })).toBeVisible()

  await loose.getByRole('button', { name: 'Put “Neighbours help” into a theme' }).click()
  await page.getByRole('menuitem', { name: 'New theme…' }).click()
  await page.getByRole('textbox', { name: 'Name of the theme' }).fill('Someone in between')
  await page.keyboard.press('Enter')
  const between = page.getByRole('article', { name: 'Someone in between' })
  await expect(between.getByRole('button', { name: '3 codings in 2 documents' })).toBeVisible()
  await between.getByRole('textbox', { name: 'Claim of “Someone in between”' }).fill('A service reaches people through people.')
  await page.keyboard.press('Tab')
}

async function readMatrix(page: Page): Promise<void> {
  await showView(page, 'Matrix')
  const map = page.getByRole('region', { name: 'Heat map' })
  await map.getByRole('button', { name: 'Transport with Waiting: 1' }).click()
  const evidence = page.getByRole('complementary', { name: 'Evidence' })
  await expect(evidence).toContainText('1 co-occurrence in 1 document')
  const passage = evidence.getByRole('button', { name: /^Go to Mrs Lin: / })
  await expect(passage).toContainText('The bus leaves at seven and I wait an hour in the cold')
  await passage.click()
  await expect(page.getByRole('tab', { name: 'Mrs Lin' })).toHaveAttribute('aria-selected', 'true')
  await expect(transcript(page).getByText('The bus leaves at seven')).toBeInViewport()
  await expect.poll(() => paintedWords(page, 'reveal')).toBe('The bus leaves at seven and I wait an hour')
}

async function exportAll(page: Page): Promise<void> {
  const fromHeader = (subject: string, format: string) =>
    savedBy(page, async () => {
      await page.getByRole('banner').getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menuitem', { name: subject }).click()
      await page.getByRole('menuitem', { name: format }).click()
    })
  const codebook = await fromHeader('Codebook', 'Word document (.docx)')
  expect(codebook.name).toMatch(/\.docx$/)
  const words = wordsOfDocx(codebook).join('\n')
  for (const { path } of wholeStudy.codes) expect(words).toContain(path.at(-1))
  expect(words).toContain('Time that a service takes from those who need it.')

  const segments = await fromHeader('Coded segments', 'Table (.csv)')
  expect([...segments.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const table = segments.bytes.toString('utf8')
  for (const passage of Object.values(wholeStudy.passages).flat()) expect(table).toContain(passage)

  await showView(page, 'Matrix')
  const fromMatrix = (format: string) =>
    savedBy(page, async () => {
      await page.getByRole('region', { name: 'Co-occurrence' }).getByRole('button', { name: 'Export' }).click()
      await page.getByRole('menuitem', { name: format }).click()
    })
  const rows = await readSheet((await fromMatrix('Spreadsheet (.xlsx)')).bytes)
  const at = (name: string) => rows[0]!.findIndex((cell) => String(cell ?? '').endsWith(name))
  const row = rows.find((cells) => String(cells[0] ?? '').endsWith('Transport'))!
  expect([row[at('Waiting')], row[at('Transport')], row[at('App only')]]).toEqual([1, 1, 0])
  const drawing = (await fromMatrix('Heat map as drawing (.svg)')).bytes.toString('utf8')
  expect(drawing).toMatch(/^<svg /)
  expect(drawing).toContain('Transport × Waiting: 1')
}

/** The study as the page shows it, which must be what the command line finds in the file and what the page shows after a restart. */
async function compared(page: Page, emic: Emic, file: string): Promise<Study> {
  const shown = await readStudy(page)
  await emic.stop()
  expect(await studyByCommandLine(file)).toEqual(shown)
  expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
  await emic.restart({ file })
  await page.goto(emic.url)
  expect(await readStudy(page)).toEqual(shown)
  return shown
}

/** Goes back to the beginning step by step, by the keys and by the button in turn; says how many steps there were. */
async function undoAll(page: Page): Promise<number> {
  await showView(page, 'History')
  const undone = page.getByRole('listitem').filter({ hasText: 'undone, can be redone' })
  const undo = page.getByRole('main').getByRole('button', { name: 'Undo' })
  await expect(undo).toBeEnabled()
  let steps = 0
  while (await undo.isEnabled()) {
    if (steps % 2 === 0) await page.keyboard.press('ControlOrMeta+z')
    else await undo.click()
    await expect(undone).toHaveCount(++steps)
  }
  expect(steps).toBe(await page.getByRole('region', { name: 'Journal' }).getByRole('listitem').count())
  return steps
}

async function redoAll(page: Page, steps: number): Promise<void> {
  await showView(page, 'History')
  const undone = page.getByRole('listitem').filter({ hasText: 'undone, can be redone' })
  const redo = page.getByRole('main').getByRole('button', { name: 'Redo' })
  await expect(undone).toHaveCount(steps)
  for (let left = steps - 1; left >= 0; left--) {
    if (left % 2 === 0) await page.keyboard.press('ControlOrMeta+Shift+z')
    else await redo.click()
    await expect(undone).toHaveCount(left)
  }
  await expect(redo).toBeDisabled()
}
