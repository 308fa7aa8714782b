import { beforeAll, describe, expect, it } from 'vitest'
import { problemCodes } from '#shared/model/problem.ts'
import { describeAction, describeUndone } from './actions.ts'
import { speak } from './i18n.ts'
import { problemOf, sayProblem } from './problems.ts'

beforeAll(() => speak('en'))

describe('an entry of the history', () => {
  it('says what was coded, how often and with what', () => {
    expect(describeAction({ kind: 'coding.add', params: { code: 'Trust', count: 2 } })).toBe('coded 2 passages with “Trust”')
    expect(describeAction({ kind: 'coding.add', params: { code: 'Trust', count: 1 } })).toBe('coded 1 passage with “Trust”')
  })

  it('names one code and counts several', () => {
    expect(describeAction({ kind: 'code.move', params: { code: 'Trust', parent: '' } })).toBe('moved the code “Trust” to the top')
    expect(describeAction({ kind: 'code.merge', params: { codes: 3, into: 'Trust' } })).toBe('merged 3 codes into “Trust”')
    expect(describeAction({ kind: 'code.remove', params: { code: 'Trust', codings: 4 } })).toBe('removed the code “Trust” with 4 codings')
  })

  it('of a kind from a newer Emic still says what it was about', () => {
    expect(describeAction({ kind: 'coding.blend', params: {} })).toBe('changed codings')
    expect(describeAction({ kind: 'weather.turn', params: {} })).toBe('made a change')
  })

  it('is named when it is undone', () => {
    expect(describeUndone({ kind: 'code.create', params: { code: 'Trust' } }, 'undo')).toBe('Undone: made the code “Trust”')
  })
})

describe('a refusal', () => {
  it('of every kind is a sentence of its own', () => {
    const said = problemCodes.map((code) => sayProblem({ code, params: { file: 'a.txt', name: 'x', what: 'code' } }))
    expect(new Set(said).size).toBe(problemCodes.length)
    for (const sentence of said) expect(sentence).toMatch(/^.{8,}[.!…]$/u)
  })

  it('that nobody foresaw says what the error said', () => {
    expect(sayProblem(problemOf(new Error('the cat sat on it')))).toContain('the cat sat on it')
  })
})

describe('in Chinese', () => {
  beforeAll(() => speak('zh-Hans'))

  it('an entry of the history reads as a Chinese sentence, with counts and names in their places', () => {
    expect(describeAction({ kind: 'coding.add', params: { code: '信任', count: 1 } })).toBe('将 1 个片段编码为“信任”')
    expect(describeAction({ kind: 'code.remove', params: { code: '信任', codings: 4 } })).toBe('删除代码“信任”及 4 处编码')
    expect(describeUndone({ kind: 'theme.add-codes', params: { codes: 2, theme: '邻里' } }, 'undo')).toBe('已撤销：将 2 个代码归入主题“邻里”')
  })

  it('every refusal is Chinese', () => {
    for (const code of problemCodes) expect(sayProblem({ code, params: { file: 'a.txt', what: 'code' } })).toMatch(/\p{Script=Han}.*。$/u)
  })
})
