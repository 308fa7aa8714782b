import { describe, expect, it } from 'vitest'
import type { FilePreview } from '#shared/contract/documents.ts'
import { afterPreview, incoming, leftOver, noOptions, tokensOf, withSpeaker } from './importing.ts'

const preview = { name: 'R01', format: 'txt' } as FilePreview
const read = (key: string, name: string) =>
  afterPreview(incoming(key, new File(['x'], name)), { ok: true, token: `token-${key}`, file: name, preview })

describe('files on their way in', () => {
  it('are read first, and a bad one stands there with its reason while the others go on', () => {
    const good = read('a', 'R01.txt')
    const bad = afterPreview(incoming('b', new File([], 'R02.docx')), {
      ok: false,
      token: null,
      file: 'R02.docx',
      problem: { code: 'file-empty', params: { file: 'R02.docx' } },
    })
    expect([good.state, bad.state]).toEqual(['ready', 'bad'])
    expect(tokensOf([good, bad])).toEqual(['token-a'])
  })

  it('that the engine refuses at last stay in sight, those that came in do not', () => {
    const left = leftOver(
      [read('a', 'R01.txt'), read('b', 'R02.txt')],
      [
        { ok: true, file: 'R01.txt', documentId: 'd', warnings: [] },
        { ok: false, file: 'R02.txt', problem: { code: 'disk-full', params: { file: 'study.emic' } } },
      ],
    )
    expect(left).toEqual([
      { key: 'b', file: 'R02.txt', options: noOptions, state: 'bad', problem: { code: 'disk-full', params: { file: 'study.emic' } } },
    ])
  })
})

it('A name ticked off is no speaker, and is one again when it is ticked', () => {
  const off = withSpeaker(noOptions, 'Note', false)
  expect(off.notSpeakers).toEqual(['Note'])
  expect(withSpeaker(off, 'Note', true).notSpeakers).toEqual([])
})
