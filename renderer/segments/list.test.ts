import { describe, expect, it } from 'vitest'
import type { Segment } from '#shared/contract/codings.ts'
import { type Grouping, linesOf } from './list.ts'

function segment(id: string, documentName: string, cases: string[], coderName = 'L. W.'): Segment {
  const place = { documentId: documentName, codeId: 'trust', coderId: coderName, start: 0, end: 4, weight: null, comment: '', memos: 0 }
  const words = { text: 'four', before: '', after: '', speaker: null, startMs: null, createdAt: '2026-01-01T00:00:00.000Z' }
  return { id, documentName, cases, coderName, ...place, ...words }
}

const segments = [segment('1', 'R10', ['Ann'], 'Zoe'), segment('2', 'R10', []), segment('3', 'R2', ['Bo', 'Ann'])]

function shape(grouping: Grouping): string[] {
  return linesOf(segments, grouping).map((line) => (line.kind === 'group' ? `${line.name} ${line.count}` : `  ${line.segment.id}`))
}

describe('the list of segments', () => {
  it('keeps documents in the order of the study', () => {
    expect(shape('document')).toEqual(['R10 2', '  1', '  2', 'R2 1', '  3'])
  })

  it('shows a passage below each of its cases, and those of nobody last', () => {
    expect(shape('case')).toEqual(['Ann 2', '  1', '  3', 'Bo 1', '  3', 'null 1', '  2'])
  })

  it('groups by who coded', () => {
    expect(shape('coder')).toEqual(['L. W. 2', '  2', '  3', 'Zoe 1', '  1'])
  })

  it('never shows two lines under one key', () => {
    const keys = linesOf(segments, 'case').map((line) => line.key)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
