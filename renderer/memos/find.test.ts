import { describe, expect, it } from 'vitest'
import type { Memo } from '#shared/contract/memos.ts'
import { findMemos } from './find.ts'

const at = { coderId: 'lw', createdAt: '2026-01-01T00:00:00.000Z', modifiedAt: '2026-01-01T00:00:00.000Z' }
const memos: Memo[] = [
  { id: 'a', target: { on: 'code', id: 'trust' }, targetName: 'Trust', title: 'Two kinds', text: 'In people, in offices.', ...at },
  { id: 'b', target: { on: 'project' }, targetName: 'Equity', title: '', text: '下一步：再读一遍 offices', ...at },
]
const found = (...args: [string, Memo['target']['on'] | null]) => findMemos(memos, ...args).map((memo) => memo.id)

describe('looking through the memos', () => {
  it('shows all where nothing is asked', () => {
    expect(found('', null)).toEqual(['a', 'b'])
  })

  it('finds words of title, text and what it is written on', () => {
    expect(found('KINDS trust', null)).toEqual(['a'])
    expect(found('再读', null)).toEqual(['b'])
    expect(found('offices', 'project')).toEqual(['b'])
  })

  it('keeps to one kind of target', () => {
    expect(found('', 'code')).toEqual(['a'])
    expect(found('', 'theme')).toEqual([])
  })
})
