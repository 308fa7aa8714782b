import { describe, expect, it } from 'vitest'
import type { Code } from '#shared/contract/codebook.ts'
import { createCodeSearch, inVivoName } from './search.ts'

const code = (id: string, name: string, parentId: string | null = null, codable = true): Code => ({
  id,
  name,
  parentId,
  codable,
  position: 0,
  color: '#e07a73',
  definition: '',
  whenToUse: '',
  whenNotToUse: '',
  example: '',
  codings: 0,
  documents: 0,
})

const codebook = [
  code('coping', 'Coping', null, false),
  code('bridge', 'Neighbours as a bridge', 'coping'),
  code('committee', 'Neighbourhood committee', 'coping'),
  code('distance', 'Distance to services'),
  code('lag', '智慧建设滞后'),
  code('cafe', 'Café talk'),
]

const found = (typed: string) => createCodeSearch(codebook)(typed).map(({ code }) => code.id)

describe('finding a code by typing', () => {
  it('puts names that begin with the letters first, the shorter before the longer', () => {
    expect(found('neig')).toEqual(['bridge', 'committee'])
  })
  it('finds words inside a name, and by the path above it', () => {
    expect(found('services')[0]).toBe('distance')
    expect(found('coping comm')[0]).toBe('committee')
  })
  it('forgives a slip of the fingers', () => {
    expect(found('distence')).toContain('distance')
  })
  it('finds Chinese by any character, and letters without their accents', () => {
    expect(found('建设')[0]).toBe('lag')
    expect(found('cafe')[0]).toBe('cafe')
  })
  it('never offers a code that only gathers others', () => {
    expect(found('coping')).not.toContain('coping')
    expect(found('')).not.toContain('coping')
  })
  it('is quick in a codebook of 5,000', () => {
    const many = Array.from({ length: 5000 }, (_, i) => code(`c${i}`, `Word${i % 71} of${i % 13} theme ${i}`, i > 100 ? `c${i % 100}` : null))
    const search = createCodeSearch(many)
    search('warm up')
    const started = performance.now()
    for (const typed of ['w', 'wo', 'wor', 'word', 'wrod 12', 'theme 4999', 'zzzz']) search(typed)
    // 30 ms a letter on a quiet machine; tests share theirs.
    expect((performance.now() - started) / 7).toBeLessThan(120)
  })
})

describe('a code in the participant’s own words', () => {
  it('is named by them, on one line and without the stops around them', () => {
    expect(inVivoName('“my neighbour’s\n son books,” ')).toBe('my neighbour’s son books')
    expect(inVivoName('从来没亮过。')).toBe('从来没亮过')
    expect([...inVivoName('长'.repeat(200))]).toHaveLength(80)
    expect(inVivoName(' … ')).toBe('')
  })
})
