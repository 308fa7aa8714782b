import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelOf, parseTime } from './labels.ts'
import { readText, spoken, wholeText } from './testing.ts'

describe('a label', () => {
  it.each([
    ['Anna: hello', 'Anna', null, 'hello'],
    ['Ms.  Wu : hello', 'Ms. Wu', null, 'hello'],
    ['Prof. J. R. Hill: hello', 'Prof. J. R. Hill', null, 'hello'],
    ['[00:12:31] Anna: hello', 'Anna', 751_000, 'hello'],
    ['(12:31) Anna: hello', 'Anna', 751_000, 'hello'],
    ['12:31 Anna: hello', 'Anna', 751_000, 'hello'],
    ['00:12:31,500 Anna: hello', 'Anna', 751_500, 'hello'],
    ['[00:12:31 - 00:12:40] Anna: hello', 'Anna', 751_000, 'hello'],
    ['Anna [00:01:02]: hello', 'Anna', 62_000, 'hello'],
    ['Anna (01:02): hello', 'Anna', 62_000, 'hello'],
    ['Anna: [00:01:02] hello', 'Anna', 62_000, 'hello'],
    ['12. Anna: hello', 'Anna', null, 'hello'],
    ['(3) [FG1] Anna: hello', 'Anna', null, 'hello'],
    ['SPEAKER_01: hello', 'SPEAKER_01', null, 'hello'],
    ['P1: 20 years', 'P1', null, '20 years'],
    ['Anna (mother): hello', 'Anna (mother)', null, 'hello'],
    ['访谈者：你好', '访谈者', null, '你好'],
    ['  李阿姨 ： 你好', '李阿姨', null, '你好'],
    ['【访谈者】：你好', '访谈者', null, '你好'],
    ['［00：12：31］李阿姨：你好', '李阿姨', 751_000, '你好'],
    ['（12:31）【一组】李阿姨：你好', '李阿姨', 751_000, '你好'],
    ['\u200e\ufeffאנה: שלום', 'אנה', null, 'שלום'],
  ])('is found in %s', (paragraph, name, startMs, rest) => {
    const label = labelOf(paragraph)
    expect(label).toMatchObject({ name, startMs })
    expect(paragraph.slice(label!.length)).toBe(rest)
  })

  it.each([
    'http://example.org is a page',
    'At 12:30 we left.',
    '12:30 was the time',
    'C:\\notes',
    'std::string',
    'I told him. Then he said: no',
    'Well, then: no',
    'one two three four five six: no',
    'a name that has far more than forty letters: no',
    '第一，我们要看：这个',
    '- Milk: one litre',
    '“Anna”: hello',
    'no colon at all',
    ': nothing before it',
  ])('is not found in %s', (paragraph) => {
    expect(labelOf(paragraph)).toBeNull()
  })

  it('reads times and refuses what is none', () => {
    expect(parseTime('1:02:03.5')).toBe(3_723_500)
    expect(parseTime('99:59')).toBe(5_999_000)
    expect(parseTime('12:61')).toBeNull()
    expect(parseTime('1:60:00')).toBeNull()
  })
})

describe('speakers', () => {
  it('a name that comes back speaks; its label leaves the text, blank lines go, further paragraphs stay its own', async () => {
    const document = await readText('a.txt', 'Before we start\n\nAnna: one\n\nstill one\n\nBen: two\n\nAnna: three\nBen: four\n')
    expect(spoken(document)).toEqual(['-: Before we start', 'Anna: one', '…: still one', 'Ben: two', 'Anna: three', 'Ben: four'])
    expect(document.turns[2]).toMatchObject({ speaker: 'Anna', continues: true })
    expect(document.preview).toMatchObject({ kind: 'interview', turns: 5 })
  })

  it('four who speak make a focus group', async () => {
    expect((await readText('a.txt', 'A: 1\nB: 2\nC: 3\nD: 4\nA: 5\nB: 6\nC: 7\nD: 8')).preview.kind).toBe('focus-group')
  })

  it('is case-sensitive', async () => {
    const { preview } = await readText('a.txt', 'ANNA: one\nAnna: two\nANNA: three\nAnna: four')
    expect(preview.speakers.map((speaker) => speaker.name)).toEqual(['ANNA', 'Anna'])
  })

  it('who stands once is doubtful: taken in a text that is all turns, shown but not taken in another', async () => {
    const turns = await readText('a.txt', 'Anna: one\nBen: two\nAnna: three\nBen: four\nReceptionist: five')
    expect(turns.preview.speakers).toContainEqual({ name: 'Receptionist', turns: 1, doubtful: true, accepted: true })
    const prose = await readText('a.txt', 'Prose.\nMore prose.\nYet more.\nWarsaw: a city.\nProse again.')
    expect(prose.preview.speakers).toEqual([{ name: 'Warsaw', turns: 1, doubtful: true, accepted: false }])
    expect(wholeText(prose)).toContain('Warsaw: a city.')
  })

  it('a doubtful name that the person ticks speaks', async () => {
    const prose = await readText('a.txt', 'Prose.\nWarsaw: a city.\nProse again.', { alsoSpeakers: ['Warsaw'] })
    expect(prose.preview.speakers).toEqual([{ name: 'Warsaw', turns: 1, doubtful: true, accepted: true }])
    expect(prose.turns[1]).toMatchObject({ speaker: 'Warsaw', text: 'a city.' })
  })

  it('notes, questions, addresses, times, lists and reported speech are no speakers', async () => {
    const text = [
      'Note: a',
      'Note: b',
      'Question: who',
      'Question: why',
      'http://a.org',
      'http://b.org',
      '12:30 lunch',
      '12:30 again',
      '- Milk: 1',
      '- Milk: 2',
      '他说：好',
      '他说：行',
      '注意：一',
      '注意：二',
      'Name: Anna',
      'Age: 34',
      'so I said: no',
      'so I said: yes',
    ].join('\n')
    const document = await readText('a.txt', text)
    expect(document.preview.speakers.filter((speaker) => speaker.accepted)).toEqual([])
    expect(wholeText(document)).toBe(text)
  })

  it('question and answer are speakers where somebody answers', async () => {
    const { preview } = await readText('a.txt', 'Question: Where?\nAnswer: Here.\nQuestion: When?\nAnswer: At 12:30.')
    expect(preview.speakers.map((speaker) => speaker.name)).toEqual(['Question', 'Answer'])
  })

  it('a time or a name on a line of its own belongs to what follows', async () => {
    const document = await readText('a.txt', '[00:01:00]\nAnna:\nhello\n\n(00:02:00)\nBen: hi\nAnna:\nyes\nBen: [00:03:00] no')
    expect(document.turns.map((turn) => [turn.speaker, turn.continues, turn.startMs, turn.text])).toEqual([
      ['Anna', false, 60_000, 'hello'],
      ['Ben', false, 120_000, 'hi'],
      ['Anna', false, null, 'yes'],
      ['Ben', false, 180_000, 'no'],
    ])
  })

  it('can be turned off, for all or for one', async () => {
    const text = 'Anna: one\nTopic A: two\nAnna: three\nTopic A: four'
    expect(wholeText(await readText('a.txt', text, { speakers: 'none' }))).toBe(text)
    const document = await readText('a.txt', text, { notSpeakers: ['Topic A'] })
    expect(spoken(document)).toEqual(['Anna: one', '…: Topic A: two', 'Anna: three', '…: Topic A: four'])
    expect(document.preview.speakers).toContainEqual({ name: 'Topic A', turns: 2, doubtful: false, accepted: false })
  })

  it('reads a Chinese focus group with full-width colons and times', async () => {
    const document = await readText(
      'a.txt',
      '[00:00:21] 主持人：谁先来？\n\n[00:00:36] 张伯伯：我先来。\n\n[00:01:05] 主持人：好：请讲。\n\n张伯伯：嗯。',
    )
    expect(spoken(document)).toEqual(['主持人: 谁先来？', '张伯伯: 我先来。', '主持人: 好：请讲。', '张伯伯: 嗯。'])
    expect(document.turns.map((turn) => turn.startMs)).toEqual([21_000, 36_000, 65_000, null])
  })

  it('recovers any text that is written in turns', async () => {
    const name = fc.constantFrom('Anna', 'Ms. Wu', 'P1', '访谈者', '李阿姨', 'Спикер', 'Dr. O’Neil', 'Speaker 2')
    const sentence = fc.array(fc.constantFrom('yes', 'so', '好的', '我想', 'and then', 'well,', '😀', 'at 12:30', 'no.'), {
      minLength: 1,
      maxLength: 8,
    })
    const speech = fc.array(
      sentence.map((words) => words.join(' ')),
      { minLength: 1, maxLength: 3 },
    )
    const time = fc.option(fc.integer({ min: 0, max: 5999 }), { nil: null })
    const writing = fc.record({ blank: fc.boolean(), colon: fc.constantFrom(': ', '：', ' : '), numbered: fc.boolean() })
    const turn = fc.record({ name, speech, time })
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 12 }), writing, async (turns, { blank, colon, numbered }) => {
        const all = [...turns, ...turns]
        const clock = (s: number) => `[${[s / 3600, (s / 60) % 60, s % 60].map((n) => String(Math.floor(n)).padStart(2, '0')).join(':')}] `
        const lines = all.map(
          (t, i) => `${numbered ? `${i + 1}. ` : ''}${t.time === null ? '' : clock(t.time)}${t.name}${colon}${t.speech.join('\n')}`,
        )
        const document = await readText('a.txt', lines.join(blank ? '\n\n' : '\n'))
        const expected = all.flatMap((t) =>
          t.speech.map((text, i) => ({ speaker: t.name, continues: i > 0, startMs: i > 0 || t.time === null ? null : t.time * 1000, text })),
        )
        expect(document.turns.map(({ speaker, continues, startMs, text }) => ({ speaker, continues, startMs, text }))).toEqual(expected)
      }),
    )
  })
})
