import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCodePoints, offsetMap } from './offsets.ts'
import { trickyCharacters } from './testing.ts'

const text = fc.array(fc.constantFrom(...trickyCharacters)).map((parts) => parts.join(''))

test('positions go to code points and back in any text', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const map = offsetMap(whole)
      const points = [...whole]
      expect([countCodePoints(whole), map.codePoints]).toEqual([points.length, points.length])
      let units = 0
      for (let index = 0; index <= points.length; index++) {
        expect(map.toCodePoints(units)).toBe(index)
        expect(map.toUnits(index)).toBe(units)
        units += points[index]?.length ?? 0
      }
    }),
    { numRuns: 2_000 },
  )
})

test('a text of a million characters is translated at once', () => {
  const map = offsetMap('你好😀'.repeat(333_333))
  const begin = performance.now()
  for (let i = 0; i < 100_000; i++) map.toUnits(map.toCodePoints(i * 8))
  expect(performance.now() - begin).toBeLessThan(1_000)
})
