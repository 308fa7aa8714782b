import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Code } from '#shared/contract/codebook.ts'
import { inTreeOrder, withSubCodes } from '#shared/model/codeTree.ts'
import { moveBy, moveTo, type Place, topmost } from './moves.ts'
import { ancestorsOf, buildTree, type CodeTree, filterTree, shownCount, typeAhead } from './tree.ts'

/** `Barriers 1` with indented sub-codes: a line is a code, two blanks a level, the figure its codings. */
function codebook(outline: string): CodeTree {
  const path: string[] = []
  const codes = outline
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, position): Code => {
      const [, indent, name, count] = /^( *)(.*?)(?: (\d+))?$/u.exec(line)!
      const level = indent!.length / 2
      path.length = level
      path.push(name!)
      const texts = { definition: '', whenToUse: '', whenNotToUse: '', example: '' }
      const parentId = path[level - 1] ?? null
      return { id: name!, name: name!, parentId, position, color: '#e07a73', codable: true, ...texts, codings: Number(count ?? 0), documents: 1 }
    })
  return buildTree(codes)
}

const tree = codebook(`
Barriers 1
  Distance 4
  Money 2
    Fees 8
Trust 3
信任 2
`)

describe('the count beside a code', () => {
  it('is its own while its sub-codes are in sight, and theirs too once it is closed', () => {
    expect(shownCount(tree, 'Barriers', true)).toBe(1)
    expect(shownCount(tree, 'Barriers', false)).toBe(15)
    expect(shownCount(tree, 'Money', false)).toBe(10)
  })
})

describe('the filter', () => {
  it('shows everything while it is empty', () => {
    expect(filterTree(tree, '  ')).toBeNull()
  })

  it('keeps what stands above a match, and nothing else', () => {
    const found = filterTree(tree, 'FEE')!
    expect([...found.matches]).toEqual(['Fees'])
    expect(found.children.get(null)).toEqual(['Barriers'])
    expect(found.children.get('Barriers')).toEqual(['Money'])
    expect(found.children.get('Money')).toEqual(['Fees'])
  })

  it('asks for all words, in any order, in any script', () => {
    expect([...filterTree(tree, 'st tru')!.matches]).toEqual(['Trust'])
    expect([...filterTree(tree, '任')!.matches]).toEqual(['信任'])
    expect(filterTree(tree, 'nobody')!.children.size).toBe(0)
  })
})

describe('typing a name in the tree', () => {
  const ids = ['Barriers', 'Distance', 'Money', 'Fees', 'Trust', '信任']
  it('goes to the next name that begins so, and round', () => {
    expect(typeAhead(tree, ids, 'Barriers', 'f')).toBe('Fees')
    expect(typeAhead(tree, ids, 'Trust', 'di')).toBe('Distance')
    expect(typeAhead(tree, ids, 'Barriers', '信')).toBe('信任')
    expect(typeAhead(tree, ids, 'Barriers', 'x')).toBeNull()
  })

  it('stays on a name while it is still being typed', () => {
    expect(typeAhead(tree, ids, 'Money', 'mo')).toBe('Money')
  })
})

describe('dropping codes', () => {
  const place = (parentId: string | null, index: number | null): Place => ({ parentId, index })

  it('between two siblings puts them there', () => {
    expect(moveTo(tree, ['信任'], place(null, 1))).toEqual({ ids: ['信任'], parentId: null, beforeId: 'Trust' })
  })

  it('on a code nests them as its last', () => {
    expect(moveTo(tree, ['Trust'], place('Barriers', null))).toEqual({ ids: ['Trust'], parentId: 'Barriers', beforeId: null })
  })

  it('where they are already changes nothing', () => {
    expect(moveTo(tree, ['Distance'], place('Barriers', 0))).toBeNull()
    expect(moveTo(tree, ['Distance'], place('Barriers', 1))).toBeNull()
    expect(moveTo(tree, ['Money'], place('Barriers', null))).toBeNull()
  })

  it('never puts a code below itself', () => {
    expect(moveTo(tree, ['Barriers'], place('Money', null))).toBeNull()
    expect(moveTo(tree, ['Barriers'], place('Barriers', 0))).toBeNull()
  })

  it('takes sub-codes along with their parent', () => {
    expect(topmost(tree, ['Fees', 'Trust', 'Money'])).toEqual(['Money', 'Trust'])
  })

  it('counts the place among what the filter shows', () => {
    const shown = filterTree(tree, 'money')!.children
    expect(moveTo(tree, ['Trust'], place('Barriers', 0), shown)).toEqual({ ids: ['Trust'], parentId: 'Barriers', beforeId: 'Money' })
  })

  it('keeps every code, each once, whatever is dropped where', () => {
    const ids = tree.codes.map((code) => code.id)
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(null, ...ids), fc.option(fc.nat(5)), (dragged, parentId, index) => {
        const move = moveTo(tree, dragged, { parentId, index })
        if (!move) return
        const below = withSubCodes(tree.codes, move.ids)
        expect(move.parentId === null || !below.has(move.parentId)).toBe(true)
        expect(move.beforeId === null || tree.byId.get(move.beforeId)!.parentId === move.parentId).toBe(true)
        expect(move.beforeId === null || !move.ids.includes(move.beforeId)).toBe(true)
        expect(inTreeOrder(afterMove(tree, move).codes).length).toBe(ids.length)
      }),
    )
  })
})

describe('moving a code by keys', () => {
  it('goes past its neighbours and stops at the edge', () => {
    expect(moveBy(tree, 'Trust', 'up')).toEqual({ ids: ['Trust'], parentId: null, beforeId: 'Barriers' })
    expect(moveBy(tree, 'Trust', 'down')).toEqual({ ids: ['Trust'], parentId: null, beforeId: null })
    expect(moveBy(tree, 'Barriers', 'up')).toBeNull()
    expect(moveBy(tree, '信任', 'down')).toBeNull()
  })

  it('goes below the sibling above, and out behind its parent', () => {
    expect(moveBy(tree, 'Money', 'in')).toEqual({ ids: ['Money'], parentId: 'Distance', beforeId: null })
    expect(moveBy(tree, 'Distance', 'in')).toBeNull()
    expect(moveBy(tree, 'Fees', 'out')).toEqual({ ids: ['Fees'], parentId: 'Barriers', beforeId: null })
    expect(moveBy(tree, 'Money', 'out')).toEqual({ ids: ['Money'], parentId: null, beforeId: 'Trust' })
    expect(moveBy(tree, 'Trust', 'out')).toBeNull()
  })

  it('comes back when it is taken back', () => {
    const there = afterMove(tree, moveBy(tree, 'Money', 'in')!)
    expect(ancestorsOf(there, 'Fees')).toEqual(['Money', 'Distance', 'Barriers'])
    const back = afterMove(there, moveBy(there, 'Money', 'out')!)
    expect(back.codes.map((code) => code.id)).toEqual(tree.codes.map((code) => code.id))
  })
})

function afterMove(before: CodeTree, move: NonNullable<ReturnType<typeof moveTo>>): CodeTree {
  const siblings = (before.children.get(move.parentId) ?? []).filter((id) => !move.ids.includes(id))
  const at = move.beforeId === null ? siblings.length : siblings.indexOf(move.beforeId)
  const order = new Map(siblings.toSpliced(at, 0, ...move.ids).map((id, position) => [id, position]))
  const codes = before.codes.map((code) => ({
    ...code,
    parentId: move.ids.includes(code.id) ? move.parentId : code.parentId,
    position: order.get(code.id) ?? code.position,
  }))
  return buildTree(inTreeOrder(codes))
}
