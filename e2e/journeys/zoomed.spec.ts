import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { codeRow } from '../fixtures/codebook.ts'
import { expect, test } from '../fixtures/emic.ts'
import { fixtureFile } from '../fixtures/files.ts'
import { showView } from '../fixtures/project.ts'
import { expectReachable } from '../fixtures/reach.ts'
import { selectByMouse, transcript } from '../fixtures/transcript.ts'
import { writeWordInterview } from '../fixtures/word.ts'

// A window of 1280 × 800 at 200 %.
test.use({ viewport: { width: 640, height: 400 }, contextOptions: { reducedMotion: 'reduce' } })
test.setTimeout(120_000)

for (const language of ['English', '简体中文']) {
  test(`at 200 % nothing is out of reach on the way in, ${language}`, async ({ page, emic }) => {
    await page.goto(emic.url)
    await page.getByRole('button', { name: language }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectReachable(page, 'the welcome')
  })
}

test('at 200 % nothing is out of reach while importing', async ({ page, emic }) => {
  await page.goto(emic.url)
  await page.getByRole('textbox', { name: 'Name of the new project' }).fill('Stairs')
  await page.getByRole('button', { name: 'Create' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click()
  await (await chooser).setFiles([
    await writeWordInterview(join(emic.folder, 'Mrs Lin.docx')),
    fixtureFile('old-windows.txt'),
    fixtureFile('empty.txt'),
  ])
  const dialog = page.getByRole('dialog', { name: 'Import', exact: true })
  await expect(dialog.getByText('cannot be imported')).toBeVisible()
  await expectReachable(page, 'the import of a Word file', dialog)
  await dialog.getByRole('button', { name: /^old-windows/ }).click()
  await expect(dialog.getByRole('combobox', { name: 'Encoding' })).toBeAttached()
  await expectReachable(page, 'the import of a text in an old encoding', dialog)
  await dialog.getByRole('button', { name: 'Import 2 files' }).click()
  await expect(dialog.getByRole('listitem')).toHaveText([/^empty\.txt/])
  await expectReachable(page, 'what could not be imported', dialog)
})

function pane(page: Page, name: string) {
  return page.getByRole('group', { name: 'Pane' }).getByRole('button', { name, exact: true }).click()
}

test('at 200 % nothing is out of reach while coding', async ({ page, emic }) => {
  await page.goto(emic.url)
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(page.getByText('No document is open.')).toBeVisible()
  await expectReachable(page, 'an empty transcript')
  await pane(page, 'Documents')
  await expect(page.getByRole('tree', { name: 'Documents' })).toBeVisible()
  await expectReachable(page, 'the documents')
  await page.getByRole('treeitem', { name: /^R01 Young father/ }).click()
  await expect(transcript(page)).toBeVisible()
  await expectReachable(page, 'a transcript')
  await selectByMouse(page, 'The public kindergarten')
  await page.keyboard.press('c')
  const picker = page.getByRole('dialog', { name: 'Find a code for the passage' })
  await expect(picker.getByRole('combobox')).toBeFocused()
  await expectReachable(page, 'the picker of codes', picker)
  await page.keyboard.press('Escape')
  await page.keyboard.press('i')
  const here = page.getByRole('dialog', { name: 'What is coded here' })
  await expect(here).toBeVisible()
  await expectReachable(page, 'what is coded here', here)
  await page.keyboard.press('Escape')
  await pane(page, 'Codes')
  await codeRow(page, 'Distance to services').click()
  await expect(page.getByRole('textbox', { name: 'Means' })).toBeAttached()
  await expectReachable(page, 'the codes')
  await pane(page, 'Segments')
  await expect(page.getByRole('feed').getByRole('article').first()).toBeVisible()
  await expectReachable(page, 'the segments')
  await page.getByRole('button', { name: 'Language and look' }).click()
  const settings = page.getByRole('menu')
  await expect(settings).toBeVisible()
  for (const item of await settings.getByRole('menuitem').all()) {
    await item.scrollIntoViewIfNeeded()
    await expect(item).toBeInViewport()
  }
  await page.getByRole('menuitem', { name: 'Keys' }).click()
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.getByRole('term').last().scrollIntoViewIfNeeded()
  await expect(keys.getByRole('term').last()).toBeInViewport()
  await expectReachable(page, 'all keys', keys)
  await page.keyboard.press('Escape')
})

test('at 200 % nothing is out of reach in the other views', async ({ page, emic }) => {
  await page.goto(emic.url)
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await showView(page, 'Matrix')
  const map = page.getByRole('region', { name: 'Heat map' })
  await map.getByRole('button', { name: /^Staff stretched thin with Unequal resource distribution: / }).click()
  await expect(
    page
      .getByRole('complementary', { name: 'Evidence' })
      .getByRole('button', { name: /^Go to/ })
      .first(),
  ).toBeAttached()
  await expectReachable(page, 'the matrix with a cell chosen')
  await showView(page, 'Themes')
  await expect(page.getByRole('article').first()).toBeVisible()
  await expectReachable(page, 'the board of themes')
  await page.getByRole('main').getByRole('button', { name: 'Matrix', exact: true }).click()
  await page.getByRole('table').getByRole('cell').getByRole('button', { disabled: false }).first().click()
  await expect(
    page
      .getByRole('complementary', { name: 'Evidence' })
      .getByRole('button', { name: /^Go to/ })
      .first(),
  ).toBeAttached()
  await expectReachable(page, 'the matrix of themes with a cell chosen')
  await showView(page, 'Cases')
  await expect(page.getByRole('table')).toBeVisible()
  await expectReachable(page, 'the cases')
  await showView(page, 'Memos')
  await page.getByRole('list', { name: 'Memos' }).getByRole('listitem').first().getByRole('button').first().click()
  await expect(page.getByRole('textbox', { name: 'Text of the memo' }).first()).toBeAttached()
  await expectReachable(page, 'the memos, one of them open')
  await showView(page, 'History')
  await expectReachable(page, 'the history')
})
