import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { getFormat } from '@lingui/cli/api'
import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../lingui.config.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const locales = join(root, 'renderer/i18n/locales')

/** Each message's id with its English text and its translation; as `lingui extract` reads and writes them. */
async function catalogue(folder: string, locale: string) {
  const format = await getFormat('po', config.formatOptions ?? {}, 'en')
  return new Map(Object.entries((await format.read(join(folder, `${locale}.po`), locale)) ?? {}))
}

/** What a message is filled with, each blank with its kind: `name`, `count plural`, `<0>`. */
function blanksOf(message: string): string[] {
  const blanks = new Set(message.match(/<\/?\d+\/?>/g) ?? [])
  const collect = (tokens: CompiledMessage) => {
    if (typeof tokens === 'string') return
    for (const token of tokens) {
      if (typeof token === 'string') continue
      const [name, kind = '', forms] = token
      blanks.add(`${name} ${kind}`.trim())
      for (const form of Object.values(forms ?? {})) if (Array.isArray(form)) collect(form)
    }
  }
  collect(compileMessage(message))
  return [...blanks].sort()
}

const chinese = await catalogue(locales, 'zh-Hans')
const translations = [...chinese.values()].map(({ message = '', translation = '' }) => ({ message, translation }))

describe('the Chinese catalogue', () => {
  it('has words for every message', () => {
    expect(translations.filter(({ translation }) => translation === '')).toEqual([])
  })

  it('fills each message with just what the English one is filled with', () => {
    const differing = translations.filter(({ message, translation }) => blanksOf(translation).join() !== blanksOf(message).join())
    expect(differing).toEqual([])
  })

  it('is set as Chinese is: full-width stops, curved quotes, a blank beside Latin letters and digits', () => {
    const badlySet = translations.filter(({ translation }) =>
      /["']|\p{Script=Han}[,.;:?!()]|\p{Script=Han}[A-Za-z0-9#]|[A-Za-z0-9#%]\p{Script=Han}/u.test(
        translation.replaceAll(/\{\w+, plural,|other|=\d/g, ''),
      ),
    )
    expect(badlySet).toEqual([])
  })
})

describe('the catalogues', () => {
  let fresh = ''
  beforeAll(async () => {
    fresh = await mkdtemp(join(tmpdir(), 'emic-messages-'))
    await cp(locales, fresh, { recursive: true })
    const elsewhere = { ...config, rootDir: root, catalogs: [{ path: join(fresh, '{locale}'), include: config.catalogs![0]!.include }] }
    const configFile = join(fresh, 'lingui.config.json')
    await writeFile(configFile, JSON.stringify(elsewhere))
    const lingui = join(root, 'node_modules/@lingui/cli/dist/lingui.js')
    await promisify(execFile)(process.execPath, [lingui, 'extract', '--clean', '--config', configFile], { cwd: root })
  })
  afterAll(() => rm(fresh, { recursive: true, force: true }))

  it.each(config.locales)('in %s hold just the messages of the sources; if not, run `npm run messages:extract`', async (locale) => {
    const kept = [...(await catalogue(locales, locale)).keys()].sort()
    expect(kept).toEqual([...(await catalogue(fresh, locale)).keys()].sort())
  })
})
