import type { FilePreview } from '#shared/contract/documents.ts'
import type { DocumentKind } from '#shared/model/schemas.ts'
import { countCodePoints } from '#shared/text/offsets.ts'
import { countWords } from '#shared/text/words.ts'
import { documentName } from './format.ts'
import type { Reading, ReadTurn, SpeakerFound, Warning } from './types.ts'

const sampleTurns = 12
const sampleLength = 400
/** About how much text is counted before other work gets its turn. UTF-16 units. */
const stride = 1_000_000

type Found = {
  format: FilePreview['format']
  encoding: string | null
  encodings: string[]
  turns: ReadTurn[]
  speakers: SpeakerFound[]
  warnings: Warning[]
}

/** What a person is shown of a file before it is imported. Characters are code points with one LF between turns. */
export async function preview(found: Found, reading: Reading): Promise<FilePreview> {
  const { options, file } = reading
  const { turns, ...rest } = found
  return {
    ...rest,
    name: options.name ?? documentName(file),
    kind: options.kind ?? guessKind(found.speakers),
    ...(await count(turns, reading)),
    turns: turns.filter((turn) => !turn.continues).length,
    sample: turns
      .filter((turn) => turn.text !== '')
      .slice(0, sampleTurns)
      .map(({ speaker, startMs, text }) => ({ speaker, startMs, text: shortened(text) })),
  }
}

async function count(turns: ReadTurn[], reading: Reading): Promise<{ characters: number; words: number }> {
  let characters = Math.max(0, turns.length - 1)
  let words = 0
  let sinceBreath = 0
  for (const { text } of turns) {
    characters += countCodePoints(text)
    words += countWords(text)
    sinceBreath += text.length + 1
    if (sinceBreath > stride) {
      await reading.breathe()
      sinceBreath = 0
    }
  }
  return { characters, words }
}

/** Two or three people who speak make an interview, more a focus group. */
function guessKind(speakers: SpeakerFound[]): DocumentKind {
  const speaking = speakers.filter((speaker) => speaker.accepted).length
  if (speaking >= 4) return 'focus-group'
  return speaking >= 2 ? 'interview' : 'other'
}

function shortened(text: string): string {
  return text.length <= sampleLength
    ? text
    : `${text
        .slice(0, sampleLength)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
}
