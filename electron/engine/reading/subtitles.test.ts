import { describe, expect, it } from 'vitest'
import { readText, refusal, spoken, wholeText } from './testing.ts'

const vtt = (...cues: string[]) => `WEBVTT\n\n${cues.join('\n\n')}\n`

describe('subtitles', () => {
  it('cues of one voice join into one turn with the time of the first', async () => {
    const document = await readText(
      'talk.vtt',
      vtt(
        '00:00:01.000 --> 00:00:02.000\n<v Anna>Hello <i>there</i>',
        '2\n00:02.000 --> 00:03.000 align:start\n<v Anna>my friend &amp; guest,',
        '00:03.000 --> 00:04.000\n<v.loud Ben Lee>Hi!</v>',
        '00:04.000 --> 01:00:05.000\n<v Anna>Good.',
      ),
    )
    expect(spoken(document)).toEqual(['Anna: Hello there my friend & guest,', 'Ben Lee: Hi!', 'Anna: Good.'])
    expect(document.turns.map((turn) => turn.startMs)).toEqual([1000, 3000, 4000])
    expect(document.turns[0]!.marks).toEqual([[6, 11, 'i']])
    expect(document.preview).toMatchObject({ format: 'vtt', kind: 'interview' })
    expect(document.preview.speakers).toContainEqual({ name: 'Anna', turns: 2, doubtful: false, accepted: true })
  })

  it('reads SubRip with Windows line ends, commas and NAME: before the words, several in one cue', async () => {
    const text =
      '1\n00:00:01,500 --> 00:00:02,000\nANNA: Hello\nBEN: Hi\n\n2\n00:00:02,000 --> 00:00:03,000\n{\\an8}<font color="red">and more</font>\n\n3\n00:00:04,000 --> 00:00:05,000\nANNA: a < b\n\n4\n00:00:05,000 --> 00:00:06,000\nBEN: bye\n'
    const document = await readText('talk.srt', text.replaceAll('\n', '\r\n'))
    expect(spoken(document)).toEqual(['ANNA: Hello', 'BEN: Hi and more', 'ANNA: a < b', 'BEN: bye'])
    expect(document.turns[0]!.startMs).toBe(1500)
  })

  it('joins Chinese without a blank', async () => {
    const document = await readText(
      'a.vtt',
      vtt(
        '00:01.000 --> 00:02.000\n<v 李阿姨>我住在\n东浦，',
        '00:02.000 --> 00:03.000\n<v 李阿姨>退休了。',
        '00:03.000 --> 00:04.000\n<v 李阿姨>OK 的',
      ),
    )
    expect(wholeText(document)).toBe('我住在东浦，退休了。 OK 的')
  })

  it('where nobody is named, a silence begins a new turn', async () => {
    const document = await readText(
      'a.srt',
      '1\n00:00:01,000 --> 00:00:02,000\none\n\n2\n00:00:03,900 --> 00:00:04,000\ntwo\n\n3\n00:00:06,500 --> 00:00:07,000\nthree\n',
    )
    expect(spoken(document)).toEqual(['-: one two', '-: three'])
  })

  it('a long speech is divided behind a sentence and stays its speaker’s', async () => {
    const cue = (i: number) => `00:${String(i).padStart(2, '0')}.000 --> 00:${String(i).padStart(2, '0')}.900\n<v Anna>${'word '.repeat(20)}end.`
    const document = await readText('a.vtt', vtt(...Array.from({ length: 20 }, (_, i) => cue(i))))
    expect(document.turns.map((turn) => turn.continues)).toEqual([false, true, true, true])
    expect(document.turns.every((turn) => turn.speaker === 'Anna' && turn.text.endsWith('end.'))).toBe(true)
    expect(document.preview.turns).toBe(1)
  })

  it('skips comments, styles, regions and the header, and tolerates that there is none', async () => {
    const document = await readText(
      'a.vtt',
      'WEBVTT - a talk\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE 1 --> 2\nof ours\n\n00:01.000 --> 00:02.000\nhello',
    )
    expect(wholeText(document)).toBe('hello')
    const headless = await readText('a.vtt', '00:01.000 --> 00:02.000\nhello')
    expect(wholeText(headless)).toBe('hello')
    expect(headless.preview.warnings).toMatchObject([{ kind: 'subtitles-without-header' }])
  })

  it('text that a blank line has torn from its cue is not lost', async () => {
    const document = await readText('a.srt', '1\n00:00:01,000 --> 00:00:02,000\nhello\n\nstill here\n\n2\n00:00:02,000 --> 00:00:03,000\nbye')
    expect(wholeText(document)).toBe('hello still here bye')
  })

  it('are known by what they hold where their ending lies', async () => {
    expect((await readText('a.txt', vtt('00:01.000 --> 00:02.000\nhello'))).preview.format).toBe('vtt')
    expect((await readText('a.srt', vtt('00:01.000 --> 00:02.000\nhello'))).preview.format).toBe('vtt')
    expect((await readText('a.txt', '1\n00:00:01,000 --> 00:00:02,000\nhello')).preview.format).toBe('srt')
  })

  it('speakers can be turned off, for all or for one', async () => {
    const text = vtt('00:01.000 --> 00:02.000\n<v Anna>one', '00:02.000 --> 00:03.000\n<v Ben>two')
    expect(spoken(await readText('a.vtt', text, { speakers: 'none' }))).toEqual(['-: one two'])
    expect(spoken(await readText('a.vtt', text, { notSpeakers: ['Ben'] }))).toEqual(['Anna: one', '-: two'])
  })

  it.each([
    ['a.vtt', vtt('00:01.000 --> 00:xx.000\nhello'), 3, '00:01.000 --> 00:xx.000'],
    ['a.vtt', vtt('00:01.000 --> 00:02.000\nfine', 'id\n00:01.000 -> 00:02.000\nhello'), 7, '00:01.000 -> 00:02.000'],
    ['a.vtt', vtt('00:09.000 --> 00:02.000\nhello'), 3, '00:09.000 --> 00:02.000'],
    ['a.srt', '1\r\n00:00:01,000 --> 00:99:02,000\r\nhello', 2, '00:00:01,000 --> 00:99:02,000'],
    ['a.srt', '1\n --> \nhello', 2, '-->'],
  ])('a time that cannot be read refuses the file with its line (%#)', async (file, text, line, shown) => {
    expect(await refusal(readText(file, text))).toEqual({ code: 'subtitles-bad-time', params: { file, line, text: shown } })
  })

  it.each([['WEBVTT\n'], ['only words'], ['1\n\n2\n\n3']])('a file without cues is refused (%#)', async (text) => {
    expect((await refusal(readText('a.vtt', text))).code).toBe('subtitles-without-cues')
  })
})
