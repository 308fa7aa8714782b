import { between, randomFrom } from './random.ts'

/** Transcripts made of invented words from a seed: they look like interviews to the reader, and mean nothing. */

const onsets = ['b', 'ch', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 'st', 't', 'v', 'w', '']
const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou']
const codas = ['', '', 'n', 'r', 's', 't', 'l', 'nd']
const hanStart = 0x4e00
const hanCount = 2000

type Language = 'latin' | 'han'

/** A vocabulary whose words are used as in speech: few often, many seldom (Zipf). */
function vocabulary(random: () => number, language: Language, size = 4000): () => string {
  const words = Array.from({ length: size }, () => (language === 'han' ? hanWord(random) : latinWord(random)))
  return () => words[Math.min(size - 1, Math.floor(size ** random()) - 1)]!
}

function latinWord(random: () => number): string {
  const pick = (list: string[]) => list[Math.floor(random() * list.length)]!
  return Array.from({ length: between(random, 1, 3) }, () => pick(onsets) + pick(vowels) + pick(codas)).join('')
}

function hanWord(random: () => number): string {
  return Array.from({ length: between(random, 1, 3) }, () => String.fromCharCode(hanStart + Math.floor(random() * hanCount))).join('')
}

function sentence(random: () => number, word: () => string, language: Language, length: number): string {
  const words = Array.from({ length }, word)
  if (language === 'han') return `${words.slice(0, 6).join('')}${words.length > 6 ? `，${words.slice(6).join('')}` : ''}。`
  const first = words[0]!
  return `${[first[0]!.toUpperCase() + first.slice(1), ...words.slice(1)].join(' ')}${random() < 0.15 ? '?' : '.'}`
}

export type CorpusText = { name: string; text: string; words: number }

/** One interview of about `words` words, a turn a line: `[00:01:07] R: …`. Every fourth seed is Chinese. */
export function transcript(seed: number, words: number): CorpusText {
  const random = randomFrom(seed)
  const language: Language = seed % 4 === 3 ? 'han' : 'latin'
  const word = vocabulary(random, language)
  const [asks, answers, colon] = language === 'han' ? ['访谈者', '受访者', '：'] : ['Interviewer', `R${seed}`, ': ']
  const lines: string[] = []
  let written = 0
  let second = 0
  while (written < words) {
    const asking = lines.length % 2 === 0
    const sentences: string[] = []
    for (let n = asking ? between(random, 1, 2) : between(random, 2, 9); n > 0 && written < words; n--) {
      const length = Math.min(between(random, 4, 18), words - written)
      sentences.push(sentence(random, word, language, length))
      written += length
    }
    lines.push(`[${clock(second)}] ${asking ? asks : answers}${colon}${sentences.join(language === 'han' ? '' : ' ')}`)
    second += between(random, 4, 60)
  }
  return { name: `${String(seed).padStart(3, '0')} interview`, text: `${lines.join('\n\n')}\n`, words: written }
}

function clock(second: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
}

export type CorpusCoding = { code: number; coder: number; start: number; end: number }

/** Overlapping codings over a text of `length` UTF-16 units: mostly a sentence or three long, codes used unevenly as in real studies. */
export function codings(seed: number, count: number, length: number, codes: number, coders = 2): CorpusCoding[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => {
    const size = Math.min(length - 1, between(random, 20, 320))
    const start = Math.floor(random() * (length - size))
    return { code: Math.floor(random() ** 1.6 * codes), coder: Math.floor(random() * coders), start, end: start + size }
  })
}
