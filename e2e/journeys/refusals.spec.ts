import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { type Emic, expect, startEmic, test } from '../fixtures/emic.ts'
import { fixtureFile } from '../fixtures/files.ts'
import { chooseFiles, documentRow, facts, importDialog, newProject, showView } from '../fixtures/project.ts'
import { makeNewerProjectFile, makeProjectFile } from '../fixtures/projectFiles.ts'
import { transcript } from '../fixtures/transcript.ts'

/** How much there is, and how many steps have been done: what a refusal must leave as it was. */
async function standing(page: Page): Promise<string[]> {
  const counts = await facts(page).textContent()
  await showView(page, 'History')
  await expect(page.getByRole('region', { name: 'Journal' }).or(page.getByText('Nothing has been done yet'))).toBeVisible()
  const steps = await page.getByRole('main').getByRole('listitem').allTextContents()
  await showView(page, 'Code')
  return [counts!, ...steps]
}

function made(emic: Emic, name: string, bytes: Uint8Array): string {
  const file = join(emic.folder, name)
  writeFileSync(file, bytes)
  return file
}

test.describe('a file that cannot be imported', () => {
  test.beforeEach(async ({ page, emic }) => {
    await page.goto(emic.url)
    await newProject(page, 'Stairs')
    await chooseFiles(page, [fixtureFile('stairs.txt')])
    await importDialog(page).getByRole('button', { name: 'Import 1 file' }).click()
    await expect(facts(page)).toHaveText('1 document · 0 codings · saved')
  })

  const archive = (emic: Emic) => made(emic, 'archive.docx', zipSync({ 'letter.txt': strToU8('Not Word at all.') }))
  const bad: [what: string, file: (emic: Emic) => string, sentence: string][] = [
    ['is empty', () => fixtureFile('empty.txt'), 'empty.txt is empty.'],
    ['is a Word document of 0 bytes', (emic) => made(emic, 'nobody.docx', new Uint8Array()), 'nobody.docx is empty.'],
    [
      'is a zip but no Word document',
      archive,
      'archive.docx is not a Word document, or it is damaged. Open it in a word processor and save it as .docx.',
    ],
    [
      'has an unknown ending',
      () => fixtureFile('recording.wav'),
      'recording.wav is of a kind that Emic cannot read. It reads .txt, .md, .docx, .vtt and .srt.',
    ],
    [
      'has subtitles with a broken time',
      () => fixtureFile('broken-times.vtt'),
      'broken-times.vtt has a time that cannot be read, at line 6. Mend it there and choose the file again.',
    ],
  ]
  for (const [what, file, sentence] of bad) {
    test(`that ${what} is named with its reason, and nothing is changed`, async ({ page, emic }) => {
      const before = await standing(page)
      await chooseFiles(page, [file(emic)])
      const dialog = importDialog(page)
      await expect(dialog.getByRole('listitem')).toContainText('cannot be imported')
      await expect(dialog.getByText(sentence)).toBeVisible()
      await expect(dialog.getByRole('button', { name: /^Import/ })).toHaveCount(0)
      await dialog.getByRole('contentinfo').getByRole('button', { name: 'Close' }).click()
      await expect(dialog).toBeHidden()
      expect(await standing(page)).toEqual(before)
    })
  }

  test('does not keep the others out', async ({ page, emic }) => {
    await chooseFiles(page, [fixtureFile('market.vtt'), archive(emic), fixtureFile('old-windows.txt')])
    const dialog = importDialog(page)
    await expect(dialog.getByRole('listitem').filter({ hasText: 'archive.docx' })).toContainText('cannot be imported')
    await dialog.getByRole('button', { name: 'Import 2 files' }).click()
    await expect(facts(page)).toHaveText('3 documents · 0 codings · saved')
    await expect(dialog.getByRole('listitem')).toHaveText([/archive\.docx/])
    await expect(dialog.getByText(/^archive\.docx is not a Word document/)).toBeVisible()
    await dialog.getByRole('contentinfo').getByRole('button', { name: 'Close' }).click()
    await expect(documentRow(page, 'market')).toBeVisible()
    await expect(documentRow(page, 'archive')).toHaveCount(0)
  })
})

test('a text in an old encoding is read rightly, and another one can be tried', async ({ page, emic }) => {
  await page.goto(emic.url)
  await newProject(page, 'Markets')
  await chooseFiles(page, [fixtureFile('old-windows.txt')])
  const dialog = importDialog(page)
  const rightWords = dialog.getByRole('cell', { name: '走路去，二十分钟。公交车改了线，以前在楼下就能坐。' })
  const encoding = dialog.getByRole('combobox', { name: /^Encoding: / })
  await expect(rightWords).toBeVisible()
  await expect(encoding).toHaveAccessibleName('Encoding: GB18030')
  await expect(dialog.getByRole('button', { name: '王阿姨 2' })).toHaveAttribute('aria-pressed', 'true')

  await encoding.click()
  await page.getByRole('option', { name: 'BIG5' }).click()
  await expect(encoding).toHaveAccessibleName('Encoding: BIG5')
  await expect(rightWords).toHaveCount(0)
  await encoding.click()
  await page.getByRole('option', { name: 'GB18030' }).click()
  await expect(rightWords).toBeVisible()

  await dialog.getByRole('button', { name: 'Import 1 file' }).click()
  await expect(transcript(page)).toContainText('楼上的小陈，周末开车带我去一趟。')
})

test.describe('a project that cannot be opened', () => {
  async function openCopy(page: Page, file: string): Promise<void> {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Open a copy…' }).click()
    await (await chooser).setFiles(file)
  }

  const bad: [what: string, file: (emic: Emic) => string, sentence: string][] = [
    ['is no database', () => fixtureFile('diary.emic'), 'diary.emic is not an Emic project. It was left as it is.'],
    ['is empty', (emic) => made(emic, 'nothing.emic', new Uint8Array()), 'nothing.emic is not an Emic project. It was left as it is.'],
    [
      'is from a newer version',
      (emic) => makeNewerProjectFile(join(emic.folder, 'tomorrow.emic')),
      'tomorrow.emic was made by a newer Emic. Update Emic to open it; it was left as it is.',
    ],
  ]
  for (const [what, file, sentence] of bad) {
    test(`because it ${what} is named with its reason, and no copy is left`, async ({ page, emic }) => {
      const chosen = file(emic)
      const bytes = readFileSync(chosen)
      await page.goto(emic.url)
      await openCopy(page, chosen)
      await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(sentence)
      await expect(page.getByRole('heading', { name: 'New project' })).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Recent projects' })).toHaveCount(0)
      expect(readdirSync(emic.projectsFolder)).toEqual([])
      expect(readFileSync(chosen)).toEqual(bytes)
    })
  }

  test('because another process has it open stays open there, and opens here once it is closed there', async ({ page, emic }) => {
    await page.goto(emic.url)
    await newProject(page, 'Shared study')
    await page.getByRole('button', { name: 'Shared study' }).click()
    await page.getByRole('menuitem', { name: 'Close project' }).click()
    const recent = page.getByRole('button', { name: /^Shared study/ })
    await expect(recent).toBeVisible()

    const other = await startEmic({ file: join(emic.projectsFolder, 'Shared study.emic') })
    await recent.click()
    await expect(page.getByRole('region', { name: 'Notifications' })).toContainText(
      'Shared study.emic is open in another window or program. Close it there first.',
    )
    await expect(recent).toBeEnabled()
    const there = await page.context().newPage()
    await there.goto(other.url)
    await chooseFiles(there, [fixtureFile('stairs.txt')])
    await importDialog(there).getByRole('button', { name: 'Import 1 file' }).click()
    await expect(facts(there)).toHaveText('1 document · 0 codings · saved')
    await there.close()
    await other.stop()

    await recent.click()
    await expect(facts(page)).toHaveText('1 document · 0 codings · saved')
  })

  test('because its file is gone says so, and can be taken off the list', async ({ page, emic }) => {
    const file = makeProjectFile(join(emic.folder, 'moved.emic'))
    await page.goto(emic.url)
    await openCopy(page, file)
    await page.getByRole('button', { name: 'moved', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Close project' }).click()
    const recent = page.getByRole('button', { name: /^moved/ })
    await expect(recent).toBeEnabled()
    rmSync(join(emic.projectsFolder, 'moved.emic'))
    await page.reload()
    await expect(recent).toContainText('not in its place')
    await expect(recent).toBeDisabled()
    await page.getByRole('button', { name: 'Take “moved” off this list' }).click()
    await expect(recent).toHaveCount(0)
  })
})
