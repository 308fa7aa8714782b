import { describe, expect, it } from 'vitest'
import { readFile } from './read.ts'
import { fixture, foundOut, refusal, spoken, wholeText } from './testing.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

describe('encodings', () => {
  it.each([
    ['gb18030', '访谈者: 您好，请介绍一下您自己。'],
    ['big5', '訪談者: 您好，請介紹一下您自己。'],
    ['utf16le', '访谈者: 您好，请介绍一下您自己。'],
    ['shift_jis', '聞き手: こんにちは。'],
    ['windows-1252', 'Anna: I don’t know… “well” – maybe.'],
    ['windows-1251', 'Интервьюер: Здравствуйте, расскажите о себе.'],
  ])('an interview in %s is read without being told', async (encoding, first) => {
    const document = await readFile('a.txt', fixture(`interview.${encoding}.txt`), foundOut)
    const name = encoding.replace('utf16', 'utf-16')
    expect(document.preview.encoding).toBe(name)
    expect(document.preview.encodings[0]).toBe(name)
    expect(document.preview.encodings).toContain('utf-8')
    expect(document.preview.warnings).toEqual([])
    expect(spoken(document)[0]).toBe(first)
  })

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf, 0xe4, 0xbd, 0xa0]],
    ['utf-16le', [0xff, 0xfe, 0x60, 0x4f]],
    ['utf-16be', [0xfe, 0xff, 0x4f, 0x60]],
    ['gb18030', [0x84, 0x31, 0x95, 0x33, 0xc4, 0xe3]],
  ])('the byte order mark of %s settles it and stays out of the text', async (encoding, content) => {
    const document = await readFile('a.txt', bytes(...content), foundOut)
    expect(document.preview.encoding).toBe(encoding)
    expect(wholeText(document)).toBe('你')
  })

  it('a few Chinese characters are enough', async () => {
    expect(wholeText(await readFile('a.txt', bytes(0xc4, 0xe3, 0xba, 0xc3), foundOut))).toBe('你好')
    expect(wholeText(await readFile('a.txt', bytes(0xa7, 0x41, 0xa6, 0x6e, 0xb6, 0xdc), foundOut))).toBe('你好嗎')
  })

  it('offers nothing to choose for a plain English text', async () => {
    expect((await readFile('a.txt', new TextEncoder().encode('Hello there'), foundOut)).preview.encodings).toEqual(['utf-8'])
  })

  it('the person has the last word, and sees what could not be read', async () => {
    const document = await readFile('a.txt', fixture('interview.gb18030.txt'), { ...foundOut, encoding: 'UTF8' })
    expect(document.preview.encoding).toBe('utf-8')
    expect(document.preview.encodings).toContain('gb18030')
    const replaced = wholeText(document).split('\ufffd').length - 1
    expect(replaced).toBeGreaterThan(10)
    expect(document.preview.warnings).toMatchObject([{ kind: 'bytes-replaced', message: expect.stringContaining(String(replaced)) }])
  })

  it('a damaged place does not make UTF-8 another encoding', async () => {
    const text = new TextEncoder().encode('访谈者您好，请介绍一下您自己。')
    const damaged = new Uint8Array([...text, 0xe4, 0xbd])
    const document = await readFile('a.txt', damaged, foundOut)
    expect(document.preview.encoding).toBe('utf-8')
    expect(document.preview.warnings).toMatchObject([{ kind: 'bytes-replaced', message: expect.stringContaining('1 ') }])
  })

  it('an encoding that nobody knows is refused', async () => {
    expect(await refusal(readFile('a.txt', bytes(0x61), { ...foundOut, encoding: 'klingon' }))).toEqual({
      code: 'encoding-unknown',
      params: { file: 'a.txt', encoding: 'klingon' },
    })
  })
})
