import * as docx from 'docx'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Problem } from '#shared/model/problem.ts'
import { readFile } from './read.ts'
import { fixture, foundOut } from './testing.ts'

const wordFile = async () => {
  const children = ['Anna: hello', 'Ben: yes', 'Anna: 好的'].map((text) => new docx.Paragraph({ children: [new docx.TextRun({ text, bold: true })] }))
  return new Uint8Array(await docx.Packer.toBuffer(new docx.Document({ sections: [{ children }] })))
}
const subtitles = new TextEncoder().encode(
  'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Anna>Hello <i>there</i> &amp; 好\n\n00:00:05.000 --> 00:00:06.000\nBen: yes\n',
)

const mutation = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255), how: fc.constantFrom('set', 'insert', 'remove', 'cut') }), {
  minLength: 1,
  maxLength: 12,
})

function mutated(bytes: Uint8Array, changes: { at: number; byte: number; how: string }[]): Uint8Array {
  const out = Array.from(bytes)
  for (const { at, byte, how } of changes) {
    const place = out.length === 0 ? 0 : at % out.length
    if (how === 'set') out[place] = byte
    else if (how === 'insert') out.splice(place, 0, byte)
    else if (how === 'remove') out.splice(place, 1)
    else if (byte < 40) out.length = Math.max(place, out.length >> 1)
  }
  return new Uint8Array(out)
}

describe('damaged files', () => {
  it.each([
    ['docx', wordFile],
    ['vtt', async () => subtitles],
    ['srt', async () => subtitles],
    ['txt', async () => fixture('interview.gb18030.txt')],
    ['md', async () => fixture('interview.windows-1252.txt')],
  ])(
    'a %s with changed bytes is read or refused, never anything else',
    async (ending, original) => {
      const bytes = await original()
      await fc.assert(
        fc.asyncProperty(mutation, async (changes) => {
          try {
            const { turns } = await readFile(`a.${ending}`, mutated(bytes, changes), foundOut)
            for (const { text, marks } of turns) {
              expect(text).not.toContain('\n')
              expect(text.isWellFormed()).toBe(true)
              expect(marks.every(([from, to]) => from < to && to <= text.length)).toBe(true)
            }
          } catch (error) {
            if (!(error instanceof Problem)) throw error
            expect(error.params.file).toBe(`a.${ending}`)
          }
        }),
        { numRuns: ending === 'docx' ? 500 : 200 },
      )
    },
    60_000,
  )
})
