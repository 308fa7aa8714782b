import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packCodings, unpackCodings } from './packedCodings.ts'

it('codings arrive as they were sent', () => {
  const coding = fc.record({
    id: fc.uuid(),
    documentId: fc.constant('d'),
    codeId: fc.constantFrom('a', 'b', 'c'),
    coderId: fc.constantFrom('k', 'l'),
    start: fc.nat(),
    end: fc.nat(),
    weight: fc.option(fc.nat(100)),
    comment: fc.string({ unit: 'grapheme' }),
    createdAt: fc.constant('2026-01-01T00:00:00.000Z'),
    memos: fc.nat(3),
  })
  fc.assert(
    fc.property(fc.array(coding), (codings) => {
      expect(unpackCodings(packCodings('d', codings))).toEqual(codings)
    }),
  )
})
