import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFile } from './read.ts'
import { foundOut, readText, refusal, wholeText } from './testing.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const ascii = (text: string) => new TextEncoder().encode(text)

describe('plain text', () => {
  it('keeps every line and every blank line between, drops blank lines at the end', async () => {
    const document = await readText('notes.txt', 'First line\n\n  indented\nlast\n\n\n')
    expect(wholeText(document)).toBe('First line\n\n  indented\nlast')
    expect(document.preview).toMatchObject({ format: 'txt', encoding: 'utf-8', kind: 'other', turns: 4, words: 4, speakers: [], warnings: [] })
  })

  it('reads the line ends of every system alike', async () => {
    expect(wholeText(await readText('a.txt', 'a\r\nb\rc\u2028d\ve\u0085f'))).toBe('a\nb\nc\nd\ne\nf')
  })

  it('takes out control characters and says so', async () => {
    const document = await readText('a.txt', 'a\u0000b\u001bc\td')
    expect(wholeText(document)).toBe('abc\td')
    expect(document.preview.warnings).toMatchObject([{ kind: 'controls-removed', message: expect.stringContaining('2') }])
  })

  it('does not change how characters are composed', async () => {
    expect(wholeText(await readText('a.txt', 'cafe\u0301 café'))).toBe('cafe\u0301 café')
  })

  it('counts characters as code points and Chinese words by the dictionary', async () => {
    const { preview } = await readText('a.txt', '我们 😀\nyes')
    expect(preview).toMatchObject({ characters: 8, words: 2 })
  })

  it('is called what its file is called, unless the person says otherwise', async () => {
    expect((await readText('C:\\study\\R03  李阿姨.txt', 'x')).preview.name).toBe('R03 李阿姨')
    expect((await readText('a.txt', 'x', { name: 'Interview 1', kind: 'field-notes' })).preview).toMatchObject({
      name: 'Interview 1',
      kind: 'field-notes',
    })
  })

  it('gives back any text without colons and controls exactly', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[:：\p{C}\p{Zl}\p{Zp}]/gu, '').toWellFormed())
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1 }), async (lines) => {
        const text = lines.join('\n')
        fc.pre(/\S/.test(text))
        const kept = text.replace(/(?:\n[^\S\n]*)+$/, '')
        expect(wholeText(await readText('a.txt', text))).toBe(kept)
      }),
    )
  })
})

describe('long lines', () => {
  it('divides a line that no editor can live with at the ends of sentences, and loses nothing', async () => {
    const text = 'This is a sentence that goes on. '.repeat(1000).trim()
    const document = await readText('a.txt', text)
    expect(document.preview.warnings).toMatchObject([{ kind: 'line-divided' }])
    expect(document.turns.length).toBeGreaterThan(10)
    expect(document.turns.every((turn) => turn.text.endsWith('on.') && turn.text.length <= 2000)).toBe(true)
    expect(document.turns.map((turn) => turn.continues)).toEqual(document.turns.map((_, i) => i > 0))
    expect(document.turns.map((turn) => turn.text).join(' ')).toBe(text)
  })

  it('divides Chinese behind its own full stop and never within a character', async () => {
    expect((await readText('a.txt', '这是一个很长的句子。'.repeat(3000))).turns.every((turn) => turn.text.endsWith('。'))).toBe(true)
    expect(wholeText(await readText('a.txt', '😀'.repeat(15_000))).replaceAll('\n', '')).toBe('😀'.repeat(15_000))
  })

  it('takes a 50 MB single line', async () => {
    const document = await readFile('a.txt', ascii('One two three four five six. '.repeat((50 * 1024 * 1024) / 29)), foundOut)
    expect(document.turns.every((turn) => turn.text.length <= 2000)).toBe(true)
  }, 60_000)
})

describe('files that cannot be read', () => {
  it.each([
    ['empty.txt', bytes(), 'file-empty'],
    ['blank.txt', ascii(' \n\t\r\n　\n'), 'file-empty'],
    ['empty.docx', bytes(), 'file-empty'],
    ['blank.vtt', ascii('\n\n'), 'subtitles-without-cues'],
    ['scan.pdf', ascii('%PDF-1.7'), 'file-format-unknown'],
    ['noending', ascii('text'), 'file-format-unknown'],
    ['table.xlsx', ascii('text'), 'file-format-unknown'],
    ['huge.txt', new Uint8Array(64 * 1024 * 1024 + 1), 'file-too-large'],
    ['lines.txt', ascii('a\n'.repeat(1_000_001)), 'file-too-large'],
  ])('%s is refused by name', async (name, content, code) => {
    expect(await refusal(readFile(name, content, foundOut))).toMatchObject({ code, params: { file: name } })
  })

  it.each([
    ['PDF', ascii('%PDF-1.7 …')],
    ['ZIP', bytes(0x50, 0x4b, 3, 4, 0, 0)],
    ['RTF', ascii('{\\rtf1 hello}')],
    ['Word 97–2003 (DOC)', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0)],
    ['', new Uint8Array(500).map((_, i) => (i * 7919) % 256)],
    ['', bytes(1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0)],
  ])('a .txt that is %s in truth is refused as such', async (seems, content) => {
    expect(await refusal(readFile('a.txt', content, foundOut))).toEqual({ code: 'file-not-text', params: { file: 'a.txt', seems } })
  })

  it('stops where the person calls it off', async () => {
    const stop = new AbortController()
    stop.abort()
    expect((await refusal(readFile('a.txt', ascii('x'), foundOut, stop.signal))).code).toBe('cancelled')
    const later = new AbortController()
    const reading = readFile('a.txt', ascii('Some words. '.repeat(500_000)), foundOut, later.signal)
    setImmediate(() => later.abort())
    expect((await refusal(reading)).code).toBe('cancelled')
  })
})
