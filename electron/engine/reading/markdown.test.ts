import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emphasis } from './emphasis.ts'
import { readText, spoken, wholeText } from './testing.ts'

describe('emphasis', () => {
  it.each([
    ['**bold** and *it* _i_ __b__', 'bold and it i b', ['b:bold', 'i:it', 'i:i', 'b:b']],
    ['***both***', 'both', ['b:both', 'i:both']],
    ['**a *b* c**', 'a b c', ['b:a b c', 'i:b']],
    ['*a **b***', 'a b', ['i:a b', 'b:b']],
    ['a*b*c', 'abc', ['i:b']],
    ['snake_case_name', 'snake_case_name', []],
    ['2 * 3 * 4', '2 * 3 * 4', []],
    ['**open', '**open', []],
    ['* item', '* item', []],
    ['*foo**bar*', 'foo**bar', ['i:foo**bar']],
    ['\\*no\\* `*code*` *yes*', '*no* `*code*` yes', ['i:yes']],
    ['**重要。**后面', '重要。后面', ['b:重要。']],
    ['前面**“重要”**后面', '前面“重要”后面', ['b:“重要”']],
    ['*😀* x', '😀 x', ['i:😀']],
  ])('%s', (source, text, marked) => {
    const read = emphasis(source)
    expect(read.text).toBe(text)
    expect(read.marks.map(([from, to, kind]) => `${kind}:${text.slice(from, to)}`)).toEqual(marked)
  })

  it('never marks outside the text, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('*', '**', '_', '`', '\\', 'a', ' ', '。', '中', '😀')), (parts) => {
        const { text, marks } = emphasis(parts.join(''))
        expect(marks.every(([from, to]) => from >= 0 && from < to && to <= text.length)).toBe(true)
      }),
    )
  })
})

describe('Markdown', () => {
  it('gives headings their level and leaves lists, links and code as written', async () => {
    const document = await readText(
      'a.md',
      '# One\n\n### Three *x* ###\nTitle\n===\n\n- item **b**\n- [link](http://a.org)\n\n```\n# *code*\n```\n#no heading',
    )
    expect(document.turns.map((turn) => [turn.heading, turn.text])).toEqual([
      [1, 'One'],
      [0, ''],
      [3, 'Three x'],
      [1, 'Title'],
      [0, ''],
      [0, '- item b'],
      [0, '- [link](http://a.org)'],
      [0, ''],
      [0, '```'],
      [0, '# *code*'],
      [0, '```'],
      [0, '#no heading'],
    ])
    expect(document.turns[5]!.marks).toEqual([[7, 8, 'b']])
  })

  it('emphasis reaches over a line end and is divided there', async () => {
    const document = await readText('a.md', 'a **b\nc** d')
    expect(document.turns.map((turn) => [turn.text, turn.marks])).toEqual([
      ['a b', [[2, 3, 'b']]],
      ['c d', [[0, 1, 'b']]],
    ])
  })

  it('drops metadata before the text and says so', async () => {
    const document = await readText('a.md', '---\ntitle: x\n---\n\nText')
    expect(wholeText(document)).toBe('Text')
    expect(document.preview.warnings).toMatchObject([{ kind: 'front-matter-dropped' }])
    expect(wholeText(await readText('a.md', '---\njust a rule\n---'))).toContain('just a rule')
  })

  it('finds speakers whose names are bold', async () => {
    const document = await readText('a.md', '**Anna:** hello *you*\n\n**Ben:** hi\n\n**Anna:** so\n\n**Ben:** yes')
    expect(spoken(document)).toEqual(['Anna: hello you', 'Ben: hi', 'Anna: so', 'Ben: yes'])
    expect(document.turns[0]!.marks).toEqual([[6, 9, 'i']])
  })
})
