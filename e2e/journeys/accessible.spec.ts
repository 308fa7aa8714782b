import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe.ts'
import { type Emic, expect, test } from '../fixtures/emic.ts'
import { fixtureFile } from '../fixtures/files.ts'
import { selectByMouse, transcript } from '../fixtures/transcript.ts'
import { writeWordInterview } from '../fixtures/word.ts'
import { type Language, type Say, wordsIn } from '../fixtures/words.ts'

// What moves is looked at when it has come to rest.
test.use({ contextOptions: { reducedMotion: 'reduce' } })
test.setTimeout(300_000)

const names: Record<Language, string> = { en: 'English', 'zh-Hans': '简体中文' }

for (const language of ['en', 'zh-Hans'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in any view, ${colorScheme}, ${names[language]}`, async ({ page, emic }) => {
      const say = wordsIn(language)
      await page.emulateMedia({ colorScheme })
      await page.goto(emic.url)
      await page.getByRole('button', { name: names[language] }).click()
      await expect(page.getByRole('heading', { name: say('New project') })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
      await expectAccessible(page, 'welcome')
      await beginning(page, emic, say)
      await coding(page, say)
      await menus(page, say)
      await matrices(page, say)
      await otherViews(page, say)
    })
  }
}

async function beginning(page: Page, emic: Emic, say: Say): Promise<void> {
  await page.getByRole('textbox', { name: say('Name of the new project') }).fill('Stairs')
  await page.getByRole('button', { name: say('Create') }).click()
  await expect(page.getByRole('region', { name: say('Codes'), exact: true }).getByText(say('No codes yet'))).toBeVisible()
  await expect(page.getByText(say('No documents yet.'))).toBeVisible()
  await expectAccessible(page, 'an empty workspace')

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: say('Import'), exact: true }).click()
  const broken = join(emic.folder, 'broken.docx')
  writeFileSync(broken, 'no zip')
  await (await chooser).setFiles([await writeWordInterview(join(emic.folder, 'Mrs Lin.docx')), fixtureFile('old-windows.txt'), broken])
  const dialog = page.getByRole('dialog', { name: say('Import'), exact: true })
  await expect(dialog.getByText(say('cannot be imported'))).toBeVisible()
  await expectAccessible(page, 'the import of a Word file')
  await dialog.getByRole('button', { name: /^old-windows\.txt/ }).click()
  await expect(dialog.getByRole('combobox', { name: say('Encoding') })).toBeVisible()
  await expectAccessible(page, 'the import of a text in an old encoding')
  await dialog.getByRole('button', { name: /^broken\.docx/ }).click()
  await expectAccessible(page, 'the import of a bad file')
  await dialog.getByRole('button', { name: say('Cancel') }).click()

  await page.getByRole('button', { name: 'Stairs' }).click()
  await expectAccessible(page, 'the menu of the project')
  await page.getByRole('menuitem', { name: say('Close project') }).click()
  await expect(page.getByRole('button', { name: /^Stairs/ })).toBeVisible()
  await expectAccessible(page, 'a welcome that knows a project')
  await page.getByRole('button', { name: say('Open the sample') }).click()
}

async function coding(page: Page, say: Say): Promise<void> {
  await page.getByRole('treeitem', { name: /^R01 Young father/ }).click()
  await page.getByRole('treeitem', { name: /^Distance to services/ }).click()
  await expect(page.getByRole('feed').getByRole('article').first()).toBeVisible()
  await expect(transcript(page)).toBeVisible()
  await expectAccessible(page, 'a transcript with a code shown')

  await selectByMouse(page, 'The public kindergarten in our zone has ninety places')
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: say('Find a code for the passage') }).fill('dis')
  await expect(page.getByRole('option').first()).toBeVisible()
  await expectAccessible(page, 'the picker of codes')
  await page.keyboard.press('Escape')
  await page.keyboard.press('i')
  const here = page.getByRole('dialog', { name: say('What is coded here') })
  await expect(here.getByRole('listitem').first()).toBeVisible()
  await expectAccessible(page, 'what is coded here')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(
    page
      .getByRole('region', { name: /./ })
      .getByRole('dialog')
      .getByRole('button', { name: say('Redo') }),
  ).toBeVisible()
  await expectAccessible(page, 'a notice with a way back')
  await transcript(page).focus()
  await page.keyboard.press('e')
  await expect(page.getByRole('textbox', { name: say('Transcript {name}, editing', { name: 'R01 Young father, Xinwan' }) })).toBeVisible()
  await expectAccessible(page, 'a transcript that is edited')
  await page.keyboard.press('Escape')
}

async function menus(page: Page, say: Say): Promise<void> {
  const shown = page.getByRole('menu').last()
  const look = async (state: string) => {
    await expect(shown).toBeVisible()
    await expectAccessible(page, state)
    await page.keyboard.press('Escape')
    await expect(shown).toBeHidden()
  }
  await page.getByRole('treeitem', { name: /^Distance to services/ }).click({ button: 'right' })
  await look('the menu of a code')
  await page.getByRole('treeitem', { name: /^R02 Retired/ }).click({ button: 'right' })
  await look('the menu of a document')
  await page.getByRole('treeitem', { name: /^Distance to services/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: say('Colour…') }).click()
  await expect(page.getByRole('radiogroup')).toBeVisible()
  await expectAccessible(page, 'the choice of a colour')
  await page.keyboard.press('Escape')

  await page
    .getByRole('banner')
    .getByRole('button', { name: say('Export') })
    .click()
  await page.getByRole('menuitem', { name: say('Co-occurrence matrix') }).click()
  await expect(page.getByRole('menuitem', { name: say('Heat map as drawing (.svg)') })).toBeVisible()
  await expectAccessible(page, 'the menu of exports')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: say('Language and look') }).click()
  await look('language and look')
  await page.getByRole('button', { name: say('Coder: {name}', { name: 'Ann' }) }).click()
  await expect(page.getByRole('textbox', { name: say('New coder') })).toBeVisible()
  await expectAccessible(page, 'the coders')
  await page.keyboard.press('Escape')
  await page.getByRole('searchbox', { name: say('Filter documents') }).focus()
  await page.getByRole('button', { name: say('Language and look') }).click()
  await page.getByRole('menuitem', { name: say('Keys') }).click()
  await expect(page.getByRole('dialog', { name: say('Keys') })).toBeVisible()
  await expectAccessible(page, 'all keys')
  await page.keyboard.press('Escape')
}

function rail(page: Page, name: string) {
  return page.getByRole('navigation').getByRole('button', { name, exact: true }).click()
}

async function matrices(page: Page, say: Say): Promise<void> {
  await rail(page, say('Matrix'))
  const map = page.getByRole('region', { name: say('Heat map') })
  await expect(map).toBeVisible()
  await expectAccessible(page, 'the matrix')
  await map
    .getByRole('row', { name: /^Staff stretched thin/ })
    .getByRole('button', { name: /Unequal resource distribution/ })
    .click()
  await expect(
    page
      .getByRole('complementary', { name: say('Evidence') })
      .getByRole('button')
      .nth(2),
  ).toBeVisible()
  await expectAccessible(page, 'the matrix with a cell chosen')

  await rail(page, say('Themes'))
  await expect(page.getByRole('article').first()).toBeVisible()
  await expectAccessible(page, 'the board of themes')
  await page
    .getByRole('article')
    .first()
    .getByRole('button', { name: say('Code'), exact: true })
    .click()
  await expect(page.getByRole('searchbox', { name: say('Find a code') })).toBeVisible()
  await expectAccessible(page, 'a code added to a theme')
  await page.keyboard.press('Escape')
  await page
    .getByRole('main')
    .getByRole('button', { name: say('Matrix'), exact: true })
    .click()
  const table = page.getByRole('region', { name: say('Matrix'), exact: true }).getByRole('table')
  await table.getByRole('cell').getByRole('button', { disabled: false }).first().click()
  await expect(
    page
      .getByRole('complementary', { name: say('Evidence') })
      .getByRole('button')
      .nth(1),
  ).toBeVisible()
  await expectAccessible(page, 'the matrix of themes with a cell chosen')
  await page.getByRole('button', { name: say('Extracts'), exact: true }).click()
  // A passage, no longer a figure.
  await expect(table.getByRole('cell').getByRole('button').first()).toHaveText(/\D{12,}/)
  await expectAccessible(page, 'the matrix of themes with extracts')
}

async function otherViews(page: Page, say: Say): Promise<void> {
  await rail(page, say('Cases'))
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page, 'the cases')
  await rail(page, say('Memos'))
  await page
    .getByRole('list', { name: say('Memos') })
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .first()
    .click()
  await expect(page.getByRole('textbox', { name: say('Text of the memo') }).first()).toBeVisible()
  await expectAccessible(page, 'the memos, one of them open')
  await rail(page, say('History'))
  await expect(
    page
      .getByRole('region', { name: say('Journal') })
      .getByRole('listitem')
      .first(),
  ).toBeVisible()
  await expectAccessible(page, 'the history')
}
