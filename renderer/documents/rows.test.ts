import { describe, expect, it } from 'vitest'
import type { DocumentSummary } from '#shared/contract/documents.ts'
import { choose, rowsOf } from './rows.ts'

const named = (id: string, name: string, kind: DocumentSummary['kind']): DocumentSummary => ({
  id,
  name,
  kind,
  characters: 1,
  words: 1,
  turns: 1,
  speakers: 0,
  codings: 0,
  coded: 0,
  createdAt: '',
  sourceName: '',
  encoding: null,
})

const documents = [named('a', 'R01 Zoë', 'interview'), named('b', 'FG1 New arrivals', 'focus-group'), named('c', 'R02 李阿姨', 'interview')]
const keys = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => row.key)

describe('the documents pane', () => {
  it('groups documents by kind, interviews first, and shows no empty kind', () => {
    expect(keys(rowsOf(documents, '', new Set()))).toEqual(['interview', 'a', 'c', 'focus-group', 'b'])
  })

  it('hides the documents of a closed kind but not its heading', () => {
    expect(keys(rowsOf(documents, '', new Set(['interview'])))).toEqual(['interview', 'focus-group', 'b'])
  })

  it('finds a name without its accents and case, and what is found is never hidden', () => {
    expect(keys(rowsOf(documents, 'zoe', new Set(['interview'])))).toEqual(['interview', 'a'])
    expect(keys(rowsOf(documents, '李', new Set()))).toEqual(['interview', 'c'])
    expect(rowsOf(documents, 'nobody', new Set())).toEqual([])
  })
})

describe('choosing documents', () => {
  const rows = rowsOf(documents, '', new Set())

  it('with Ctrl adds one and takes it away again', () => {
    expect(choose(rows, ['a'], 'a', 'b', { add: true, range: false })).toEqual(['a', 'b'])
    expect(choose(rows, ['a', 'b'], 'a', 'b', { add: true, range: false })).toEqual(['a'])
  })

  it('with Shift takes all between, in either direction', () => {
    expect(choose(rows, ['a'], 'a', 'b', { add: false, range: true })).toEqual(['a', 'c', 'b'])
    expect(choose(rows, ['b'], 'b', 'c', { add: false, range: true })).toEqual(['c', 'b'])
  })
})
