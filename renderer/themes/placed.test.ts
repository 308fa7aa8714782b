import { expect, test } from 'vitest'
import type { Code } from '#shared/contract/codebook.ts'
import type { Theme } from '#shared/contract/themes.ts'
import { unplacedCodes } from './placed.ts'

function code(id: string, parentId: string | null = null, codable = true): Code {
  const texts = { definition: '', whenToUse: '', whenNotToUse: '', example: '' }
  return { id, parentId, position: 0, name: id, color: '#000000', codable, ...texts, codings: 0, documents: 0 }
}

const theme = (codeIds: string[]): Theme => ({
  id: 't',
  name: 't',
  claim: '',
  color: '#000000',
  position: 0,
  codeIds,
  codings: 0,
  documents: 0,
  cases: 0,
})

test('a code below a gathered one has its place, a category needs none', () => {
  const codes = [code('category', null, false), code('gathered', 'category'), code('below', 'gathered'), code('loose', 'category')]
  expect(unplacedCodes(codes, [theme(['gathered'])]).map(({ id }) => id)).toEqual(['loose'])
})
