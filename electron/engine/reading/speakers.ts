import type { ReadingOptions } from '#shared/contract/documents.ts'
import { type Label, labelOf, stampOf } from './labels.ts'
import { isBlank, sliceMarked, trimMarked } from './text.ts'
import type { Paragraph, ReadBody, ReadTurn, SpeakerFound } from './types.ts'

/** The share of paragraphs that begin with a label from which on a whole text counts as written in turns. */
const structuredShare = 0.6
/** So many labels that stand once and were not taken are shown; a long list of them says nothing more. */
const mostDoubtfulShown = 30

/** Labels that introduce something else than a speech, in lower case. */
const neverSpeakers = new Set(
  (
    'note notes nb n.b ps p.s question questions problem task topic title subject subtitle summary abstract keywords keyword conclusion introduction background ' +
    'example examples e.g i.e eg ie warning caution important remark remarks comment comments todo hint tip source sources reference references link ' +
    'http https ftp mailto file url www email e-mail mail phone tel telephone fax mobile address website figure fig table chart page chapter section part appendix ' +
    'date time place location duration length recorded recording transcript transcription transcribed by name age gender sex occupation profession job education ' +
    'nationality language id code role district village setting method methods aim aims goal result results participants participant list total sum step steps ' +
    'attachment attachments re fwd fw cc bcc to from sent day week month year today tomorrow monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
)
const neverSpeakersHan = new Set(
  (
    '注 注意 注释 备注 附注 说明 例如 比如 譬如 例 示例 举例 如下 问题 难点 题目 标题 主题 话题 摘要 关键词 总结 小结 结论 引言 背景 提示 提醒 警告 来源 参考 参考文献 出处 链接 网址 邮箱 电话 手机 传真 地址 ' +
    '图 表 图表 附件 附录 日期 时间 地点 时长 录音 录音时间 转写 转录 整理 记录时间 姓名 年龄 性别 职业 学历 籍贯 民族 编号 身份 区域 目的 方法 结果 名单 参与者 参加者 参加人员 合计 总计 步骤 ' +
    '第一 第二 第三 第四 首先 其次 再次 最后 另外 此外 总之 因此 所以 但是 也就是说 換言之 换言之 備註 說明 問題 標題 主題 總結 結論 時間 地點 日期 姓名 年齡 性別 職業 來源'
  ).split(' '),
)
/** «Question:» is a heading unless somebody answers. */
const answers: Record<string, string> = { question: 'answer', questions: 'answers', 问题: '回答', 問題: '回答' }
/** 他说：, «比如说：»: speech told of, not speech. */
const reported = /^\p{Script=Han}+[说說问問讲講喊道]$/u

const particles = new Set([
  'de',
  'da',
  'do',
  'del',
  'der',
  'den',
  'di',
  'du',
  'la',
  'le',
  'van',
  'von',
  'bin',
  'al',
  'el',
  'of',
  'the',
  'and',
  'und',
  'y',
  'e',
  'et',
])

/**
 * Finds who speaks in a text and gives each paragraph to them. A name that comes back counts. One that stands once is doubtful; it is
 * taken only where nearly all of the text is written in turns, or where the person ticked it. `speakers` lists both, in the order in which they first speak.
 *
 * With speakers, labels and times leave the text, and so do blank lines; a paragraph without a label belongs to whoever spoke before
 * (`continues`), and what stands before the first speech to nobody. Without any, every paragraph stays as it is.
 */
export function findSpeakers(paragraphs: Paragraph[], options: ReadingOptions): ReadBody {
  const labels = options.speakers === 'none' ? [] : paragraphs.map((paragraph) => (paragraph.heading > 0 ? null : labelOf(paragraph.text)))
  const filled = paragraphs.filter((paragraph) => !isBlank(paragraph.text) && !stampOf(paragraph.text)?.alone).length
  const found = judgeNames(labels, filled, options)
  const accepted = new Set(found.filter((speaker) => speaker.accepted).map((speaker) => speaker.name))
  const speakers = shown(found)
  if (accepted.size === 0) return { turns: paragraphs.map((paragraph) => plainTurn(paragraph)), speakers }
  return { turns: spokenTurns(paragraphs, labels, accepted), speakers }
}

/** Whom the labels name, how often, and whether they are taken for speakers. `filled`: paragraphs that are not blank. */
export function judgeNames(labels: readonly (Label | null)[], filled: number, options: ReadingOptions): SpeakerFound[] {
  const counts = new Map<string, number>()
  for (const label of labels) if (label) counts.set(label.name, (counts.get(label.name) ?? 0) + 1)
  for (const name of counts.keys()) if (introducesSomethingElse(name, counts)) counts.delete(name)

  const comesBack = (turns: number) => turns > 1
  const labelled = sum(counts.values())
  const byReturning = sum([...counts.values()].filter(comesBack))
  const structured = labelled >= filled * structuredShare && byReturning > 0 && byReturning * 3 >= labelled
  const unticked = new Set(options.notSpeakers)
  const ticked = new Set(options.alsoSpeakers)
  return [...counts].map(([name, turns]) => {
    const doubtful = !comesBack(turns) || (!structured && isWrittenSmall(name))
    const taken = !doubtful || (structured && isWrittenLikeAName(name))
    return { name, turns, doubtful, accepted: ticked.has(name) || (taken && !unticked.has(name)) }
  })
}

function shown(found: SpeakerFound[]): SpeakerFound[] {
  let doubtfulLeft = mostDoubtfulShown
  return found.filter((speaker) => speaker.accepted || !speaker.doubtful || doubtfulLeft-- > 0)
}

function introducesSomethingElse(name: string, counts: ReadonlyMap<string, number>): boolean {
  const small = name.toLowerCase().replace(/\.$/, '')
  const answer = answers[small]
  if (answer && [...counts].some(([other, turns]) => turns > 1 && other.toLowerCase() === answer)) return false
  return neverSpeakers.has(small) || neverSpeakersHan.has(name) || reported.test(name)
}

/** `for example`, in a script that knows capitals. */
function isWrittenSmall(name: string): boolean {
  return /^\p{Ll}/u.test(name)
}

/** Capitals where the script has them, and no clause in a script that has none: stricter than what a label may look like. */
function isWrittenLikeAName(name: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return Array.from(name).length <= 10
  return name.split(' ').every((word, i) => !/^\p{Ll}/u.test(word) || (i > 0 && particles.has(word)))
}

function spokenTurns(paragraphs: Paragraph[], labels: readonly (Label | null)[], accepted: ReadonlySet<string>): ReadTurn[] {
  const turns: ReadTurn[] = []
  let speaker: string | null = null
  let stampAbove: number | null = null
  paragraphs.forEach((paragraph, i) => {
    const label = labels[i]
    const stamp = stampOf(paragraph.text)
    if (isBlank(paragraph.text)) return
    if (label && accepted.has(label.name)) {
      speaker = label.name
      const speech = trimMarked(sliceMarked(paragraph, label.length))
      turns.push({ ...paragraph, ...speech, speaker, continues: false, startMs: label.startMs ?? stampAbove })
      stampAbove = null
    } else if (stamp?.alone) stampAbove = stamp.startMs
    else {
      const text = trimMarked(sliceMarked(paragraph, stamp?.length ?? 0))
      turns.push({ ...paragraph, ...text, speaker, continues: speaker !== null, startMs: stamp?.startMs ?? stampAbove })
      stampAbove = null
    }
  })
  return mergeBareLabels(turns)
}

/** A label that stands on a line of its own belongs to the paragraph below it. */
function mergeBareLabels(turns: ReadTurn[]): ReadTurn[] {
  const merged: ReadTurn[] = []
  for (const turn of turns) {
    const above = merged.at(-1)
    if (above?.text === '' && turn.continues && turn.speaker === above.speaker && turn.heading === 0)
      merged[merged.length - 1] = { ...turn, continues: false, startMs: above.startMs ?? turn.startMs }
    else merged.push(turn)
  }
  return merged
}

function plainTurn(paragraph: Paragraph): ReadTurn {
  return { ...paragraph, speaker: null, continues: false, startMs: null }
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}
