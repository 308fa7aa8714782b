import { createHash } from 'node:crypto'
import type { Mark } from '#shared/contract/documents.ts'
import { cleanName } from '#shared/model/names.ts'
import type { DocumentKind } from '#shared/model/schemas.ts'
import { countCodePoints } from '#shared/text/offsets.ts'
import { countWords } from '#shared/text/words.ts'
import type { ReadTurn } from '../reading/types.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { documentQueries } from './queries.ts'

/** A turn as a reader gives it. */
export type NewTurn = ReadTurn

export type NewDocument = {
  name: string
  kind: DocumentKind
  /** WHATWG label; null where the format fixes it. */
  encoding: string | null
  turns: NewTurn[]
  /** How many words the turns hold, where the reader has counted them already. */
  words?: number | undefined
  /** The imported file as it was; kept in the project, once for equal bytes. */
  source: { name: string; bytes: Uint8Array }
  coderId: string
}

/** Distance between the positions of neighbouring turns: room for what edits put between. */
export const turnGap = 2 ** 30

/** Adds a document as one change. Its name gets " 2" where another document has it. Returns its id. */
export function addDocument(project: Project, document: NewDocument): string {
  const documents = project.use(documentQueries)
  const name = freeName(cleanName(document.name), (taken) => documents.byName.get(taken) !== undefined)
  return project.change({ kind: 'document.import', params: { document: name }, coderId: document.coderId }, () =>
    insertDocument(project, name, document),
  )
}

/** As `addDocument`, inside a change that is under way. `name` must be free. */
export function insertDocument(project: Project, name: string, { kind, encoding, turns, words, source }: NewDocument): string {
  const documents = project.use(documentQueries)
  const id = newId()
  const lines = turns.length > 0 ? turns.flatMap(singleLines) : [emptyTurn]
  const at = new Date().toISOString()
  documents.insert.run({ id, name, kind, source: keepSource(project, source), encoding, at, ...countersOf(lines, words) })

  const speakerIds = new Map<string, string>()
  const speakerIdFor = (speaker: string) => {
    const known = speakerIds.get(speaker)
    if (known) return known
    const speakerId = newId()
    documents.insertSpeaker.run({ id: speakerId, document: id, name: speaker })
    speakerIds.set(speaker, speakerId)
    return speakerId
  }
  lines.forEach((turn, index) => {
    documents.insertTurn.run({
      id: newId(),
      document: id,
      position: (index + 1) * turnGap,
      speaker: turn.speaker === null ? null : speakerIdFor(turn.speaker),
      continues: turn.continues ? 1 : 0,
      startMs: turn.startMs,
      heading: turn.heading,
      text: turn.text,
      units: turn.text.length,
      marks: JSON.stringify(turn.marks),
    })
  })
  return id
}

/** A name that is not taken: itself, or with " 2", " 3" … behind it. */
export function freeName(name: string, taken: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`
    if (!taken(candidate)) return candidate
  }
}

const emptyTurn: NewTurn = { speaker: null, continues: false, startMs: null, heading: 0, text: '', marks: [] }

function countersOf(turns: NewTurn[], known?: number): { characters: number; words: number; turns: number } {
  const characters = turns.reduce((sum, turn) => sum + countCodePoints(turn.text), turns.length - 1)
  const words = known ?? turns.reduce((sum, turn) => sum + countWords(turn.text), 0)
  return { characters, words, turns: turns.filter((turn) => !turn.continues).length }
}

/** A turn never holds an LF, which stands between turns; what a reader left in becomes turns of its own. SQLite keeps whole characters only. */
function singleLines(turn: NewTurn): NewTurn[] {
  const text = turn.text.toWellFormed()
  if (!text.includes('\n')) return [text === turn.text ? turn : { ...turn, text }]
  let start = 0
  return text.split('\n').map((line, index) => {
    const end = start + line.length
    const marks = turn.marks
      .map(([from, to, style]): Mark => [Math.max(from, start) - start, Math.min(to, end) - start, style])
      .filter(([from, to]) => from < to)
    start = end + 1
    const first = index === 0
    return { ...turn, text: line, marks, continues: first ? turn.continues : true, startMs: first ? turn.startMs : null }
  })
}

function keepSource(project: Project, { name, bytes }: NewDocument['source']): string {
  const documents = project.use(documentQueries)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const known = documents.sourceByHash.get(sha256)
  if (known) return known.id
  const id = newId()
  documents.insertSource.run({ id, name, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), sha256 })
  return id
}
