import { describe, expect, it } from 'vitest'
import { codePath, codesOfTheme, inTreeOrder, withSubCodes } from './codeTree.ts'

const codes = [
  { id: 'fees', parentId: 'money', position: 2, name: 'Fees' },
  { id: 'trust', parentId: null, position: 1, name: 'Trust' },
  { id: 'money', parentId: 'barriers', position: 5, name: 'Money' },
  { id: 'barriers', parentId: null, position: 0, name: 'Barriers' },
  { id: 'distance', parentId: 'barriers', position: 1, name: 'Distance' },
]

describe('the code tree', () => {
  it('lists parents before their children and siblings by position', () => {
    expect(inTreeOrder(codes).map((code) => code.id)).toEqual(['barriers', 'distance', 'money', 'fees', 'trust'])
  })

  it('names a code by its path from the top', () => {
    expect(codePath(codes, 'fees')).toEqual(['Barriers', 'Money', 'Fees'])
    expect(codePath(codes, 'nobody')).toEqual([])
  })

  it('finds all below a code', () => {
    expect([...withSubCodes(codes, ['barriers'])].toSorted()).toEqual(['barriers', 'distance', 'fees', 'money'])
  })

  it('lets a theme count sub-codes, each once', () => {
    expect([...codesOfTheme(codes, { codeIds: ['money', 'fees', 'trust'] })].toSorted()).toEqual(['fees', 'money', 'trust'])
  })
})
