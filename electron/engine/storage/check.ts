import { splitsCharacter } from '#shared/text/edits.ts'
import { countCodePoints } from '#shared/text/offsets.ts'
import { countWords } from '#shared/text/words.ts'
import { cooccurrenceFaults } from '../analysis/sweep.ts'
import { journaledTables } from './journal.ts'
import type { Project } from './project.ts'
import { checkQueries } from './queries.ts'

/** `kind` names the rule that is broken, `where` the thing, `message` says it in English for a report. */
export type Fault = { kind: string; where: string; message: string }

/** Looks through the whole file: what SQLite can tell, every anchor and mark against its text, every counter, tree and derived row. */
export function checkProject(project: Project): { ok: boolean; faults: Fault[] } {
  const documents = documentFaults(project)
  // The matrices are counted from the anchors; where those are broken there is nothing to count.
  const matrices = documents.some((fault) => fault.kind === 'anchor') ? [] : matrixFaults(project)
  const faults = [...fileFaults(project), ...documents, ...treeFaults(project), ...valueFaults(project), ...matrices, ...journalFaults(project)]
  return { ok: faults.length === 0, faults }
}

function fileFaults(project: Project): Fault[] {
  const integrity = project.db.pragma('integrity_check') as { integrity_check: string }[]
  const references = project.db.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[]
  return [
    ...integrity
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => ({ kind: 'file-integrity', where: project.file, message: row.integrity_check })),
    ...references.map(({ table, rowid, parent }) => ({
      kind: 'dangling-reference',
      where: `${table} ${rowid ?? ''}`.trim(),
      message: `refers to a ${parent} that is not there`,
    })),
  ]
}

function documentFaults(project: Project): Fault[] {
  const queries = project.use(checkQueries)
  return queries.documents.all().flatMap((document) => {
    const turns = queries.turns.all(document.id)
    return [...counterFaults(document, turns), ...turns.flatMap((turn) => turnFaults(document.name, turn)), ...anchorFaults(project, document, turns)]
  })
}

type DocumentRow = { id: string; name: string; characters: number; words: number; turns: number }
type CheckedTurn = { id: string; continues: number; text: string; units: number; marks: string }

function counterFaults(document: DocumentRow, turns: CheckedTurn[]): Fault[] {
  if (turns.length === 0) return [{ kind: 'document-without-turns', where: document.name, message: 'has no turn' }]
  const right = {
    characters: turns.reduce((sum, turn) => sum + countCodePoints(turn.text) + 1, -1),
    words: turns.reduce((sum, turn) => sum + countWords(turn.text), 0),
    turns: turns.filter((turn) => turn.continues === 0).length,
  }
  return (['characters', 'words', 'turns'] as const)
    .filter((counter) => document[counter] !== right[counter])
    .map((counter) => ({ kind: 'counter', where: document.name, message: `${counter}: ${document[counter]} stored, ${right[counter]} counted` }))
}

function turnFaults(where: string, turn: CheckedTurn): Fault[] {
  const faults: Fault[] = []
  const say = (kind: string, message: string) => faults.push({ kind, where: `${where}, turn ${turn.id}`, message })
  if (turn.units !== turn.text.length) say('turn-units', `${turn.units} stored, ${turn.text.length} counted`)
  if (turn.text.includes('\n')) say('turn-line-break', 'holds a line break')
  if (!turn.text.isWellFormed()) say('turn-text', 'holds half a character')
  for (const mark of parsedMarks(turn.marks)) {
    const [start, end, style] = mark
    const right = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= turn.text.length
    if (!right || (style !== 'b' && style !== 'i')) say('mark', `${JSON.stringify(mark)} does not lie in the text`)
  }
  return faults
}

function parsedMarks(marks: string): [number, number, string][] {
  if (marks === '[]') return []
  try {
    return JSON.parse(marks) as [number, number, string][]
  } catch (error) {
    if (error instanceof SyntaxError) return [[-1, -1, marks]]
    throw error
  }
}

function anchorFaults(project: Project, document: DocumentRow, turns: CheckedTurn[]): Fault[] {
  const indexOf = new Map(turns.map((turn, index) => [turn.id, index]))
  return project
    .use(checkQueries)
    .anchors.all(document.id)
    .flatMap((coding) => {
      const say = (message: string): Fault[] => [{ kind: 'anchor', where: `${document.name}, coding ${coding.id}`, message }]
      const [startIndex, endIndex] = [indexOf.get(coding.startTurn), indexOf.get(coding.endTurn)]
      if (startIndex === undefined || endIndex === undefined) return say('begins or ends in another document')
      const [startText, endText] = [turns[startIndex]!.text, turns[endIndex]!.text]
      if (coding.startOffset > startText.length || coding.endOffset > endText.length) return say('lies outside of its turn')
      if (startIndex > endIndex || (startIndex === endIndex && coding.startOffset >= coding.endOffset)) return say('ends before it begins')
      if (splitsCharacter(startText, coding.startOffset) || splitsCharacter(endText, coding.endOffset)) return say('divides a character')
      return []
    })
}

function treeFaults(project: Project): Fault[] {
  const codes = project.use(checkQueries).codes.all()
  const byId = new Map(codes.map((code) => [code.id, code]))
  return codes.flatMap((code) => {
    const seen = new Set([code.id])
    for (let above = code.parentId; above !== null; above = byId.get(above)?.parentId ?? null) {
      if (above === code.id) return [{ kind: 'code-cycle', where: code.name, message: 'stands below itself' }]
      if (seen.has(above)) return []
      seen.add(above)
    }
    return []
  })
}

function valueFaults(project: Project): Fault[] {
  const queries = project.use(checkQueries)
  return [
    ...queries.foreignSpeakers.all().map(({ document, turn }) => ({
      kind: 'speaker',
      where: `${document}, turn ${turn}`,
      message: 'is spoken by somebody of another document',
    })),
    ...queries.turnsOutOfOrder.all().map(({ document, position }) => ({
      kind: 'turn-order',
      where: document,
      message: `two turns stand at position ${position}`,
    })),
    ...queries.projects
      .all()
      .slice(1)
      .map(({ id }) => ({ kind: 'project', where: id, message: 'is a second project in this file' })),
  ]
}

function matrixFaults(project: Project): Fault[] {
  return cooccurrenceFaults(project).map(({ documentId, codeA, codeB, coderId, stored, expected }) => ({
    kind: 'co-occurrence',
    where: `${documentId ?? 'total'}, ${codeA} × ${codeB}, ${coderId}`,
    message: `${stored} stored, ${expected} counted`,
  }))
}

/** What can be undone lies before what can be redone, and every record names a table that the journal knows. */
function journalFaults(project: Project): Fault[] {
  const queries = project.use(checkQueries)
  const known = new Set<string>(journaledTables)
  return [
    ...queries.entriesOutOfOrder
      .all()
      .map(({ id }) => ({ kind: 'journal-order', where: `entry ${id}`, message: 'is undone, but a later one is not' })),
    ...queries.changedTables
      .all()
      .filter(({ table }) => !known.has(table))
      .map(({ table }) => ({ kind: 'journal-table', where: table, message: 'is not a table that the journal can restore' })),
    ...queries.unreadableImages.all().map(({ seq }) => ({ kind: 'journal-image', where: `record ${seq}`, message: 'cannot be read' })),
  ]
}
