import type { Database, Statement } from 'better-sqlite3'

/**
 * The journal records, row by row, what takes a change back. It is written by temporary triggers on every journaled table, so that no
 * handler can forget it; a write outside of a journaled change fails on journal_change's NOT NULL.
 *
 * Applying an entry's records from the last to the first undoes it; while that runs, the same triggers record what redoes it.
 */
export const journaledTables = [
  'project',
  'coder',
  'document',
  'study_case',
  'speaker',
  'turn',
  'code',
  'coding',
  'memo',
  'variable',
  'case_value',
  'case_document',
  'theme',
  'theme_code',
] as const

export type JournaledTable = (typeof journaledTables)[number]

type Image = Record<string, string | number | null>
type JournalChange = { seq: number; table_name: JournaledTable; happened: 'insert' | 'update' | 'delete'; image: string }
type TableShape = { table: JournaledTable; columns: string[]; key: string[] }

/** What an entry's records touched, for change events. `documents` in no order. */
export type Touched = { tables: JournaledTable[]; documents: string[] }

export type Journal = {
  /** Makes triggers record under this entry from now on; null: refuse every write to a journaled table. */
  recordUnder(entryId: number | null): void
  /** Applies an entry's records backwards and replaces them by those of the way back. */
  turnBack(entryId: number): void
  /** What was recorded for an entry behind `afterSeq`. */
  touched(entryId: number, afterSeq: number): Touched
  lastSeq(): number
  /** Drops records behind `afterSeq` that an earlier record of the same row and entry makes superfluous: typing stores a turn once. */
  compact(entryId: number, afterSeq: number): void
}

export function openJournal(db: Database): Journal {
  db.exec('CREATE TEMP TABLE journal_current (entry_id INTEGER, new_document TEXT); INSERT INTO journal_current VALUES (NULL, NULL);')
  const shapes = journaledTables.map((table) => shapeOf(db, table))
  for (const shape of shapes) db.exec(triggersFor(shape))
  const inverses = new Map(shapes.map((shape) => [shape.table, inversesFor(db, shape)]))

  const setCurrent = db.prepare('UPDATE temp.journal_current SET entry_id = ?, new_document = NULL')
  const changesOf = db.prepare<[number], JournalChange>(
    'SELECT seq, table_name, happened, image FROM journal_change WHERE entry_id = ? ORDER BY seq DESC',
  )
  const dropUpTo = db.prepare('DELETE FROM journal_change WHERE entry_id = ? AND seq <= ?')
  const highest = db.prepare<[], { seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM journal_change')
  const tablesOf = db.prepare<[number, number], { table_name: JournaledTable }>(
    'SELECT DISTINCT table_name FROM journal_change WHERE entry_id = ? AND seq > ?',
  )
  const documentsOf = db.prepare<[number, number], { id: string }>(
    `SELECT DISTINCT CASE table_name WHEN 'document' THEN image ->> '$.id' ELSE image ->> '$.document_id' END AS id
     FROM journal_change WHERE entry_id = ? AND seq > ? AND id IS NOT NULL LIMIT 51`,
  )
  const dropRepeated = db.prepare(
    `DELETE FROM journal_change AS later WHERE entry_id = @entry AND seq > @after AND happened = 'update' AND EXISTS (
       SELECT 1 FROM journal_change AS earlier WHERE earlier.entry_id = @entry AND earlier.seq <= @after AND earlier.happened <> 'delete'
       AND earlier.table_name = later.table_name AND earlier.image ->> '$.id' = later.image ->> '$.id')`,
  )

  return {
    recordUnder: (entryId) => void setCurrent.run(entryId),
    turnBack(entryId) {
      const changes = changesOf.all(entryId)
      for (const change of changes) inverses.get(change.table_name)![change.happened].run(JSON.parse(change.image) as Image)
      dropUpTo.run(entryId, changes[0]?.seq ?? 0)
    },
    touched: (entryId, afterSeq) => ({
      tables: tablesOf.all(entryId, afterSeq).map((row) => row.table_name),
      documents: documentsOf.all(entryId, afterSeq).map((row) => row.id),
    }),
    lastSeq: () => highest.get()!.seq,
    compact: (entryId, afterSeq) => void dropRepeated.run({ entry: entryId, after: afterSeq }),
  }
}

function shapeOf(db: Database, table: JournaledTable): TableShape {
  const columns = db.pragma(`table_info(${table})`) as { name: string; pk: number }[]
  const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk)
  return { table, columns: columns.map((column) => column.name), key: key.map((column) => column.name) }
}

function triggersFor({ table, columns, key }: TableShape): string {
  const image = (row: 'OLD' | 'NEW', names: string[]) => `json_object(${names.map((name) => `'${name}', ${row}.${name}`).join(', ')})`
  const record = (happened: string, json: string) =>
    `INSERT INTO journal_change (entry_id, table_name, happened, image) SELECT entry_id, '${table}', '${happened}', ${json} FROM journal_current;`
  const identity = columns.includes('document_id') && !key.includes('document_id') ? [...key, 'document_id'] : key
  const differs = columns.map((name) => `OLD.${name} IS NOT NEW.${name}`).join(' OR ')
  // Coders are people: one who has joined stays known to the journal, so that adding one is not recorded and cannot be undone.
  const onInsert =
    table === 'coder'
      ? ''
      : `CREATE TEMP TRIGGER journal_${table}_insert AFTER INSERT ON main.${table} ${whenInserted(table)} BEGIN
           ${record('insert', image('NEW', identity))} ${table === 'document' ? 'UPDATE journal_current SET new_document = NEW.id;' : ''} END;`
  return `${onInsert}
    CREATE TEMP TRIGGER journal_${table}_update AFTER UPDATE ON main.${table} WHEN ${differs} BEGIN ${record('update', image('OLD', columns))} END;
    CREATE TEMP TRIGGER journal_${table}_delete AFTER DELETE ON main.${table} BEGIN ${record('delete', image('OLD', columns))} END;`
}

/** What a document brings along goes with it when its coming is undone, so that an import need not record each of its turns. */
function whenInserted(table: JournaledTable): string {
  return table === 'turn' || table === 'speaker' ? 'WHEN NEW.document_id IS NOT (SELECT new_document FROM journal_current)' : ''
}

function inversesFor(db: Database, { table, columns, key }: TableShape): Record<JournalChange['happened'], Statement> {
  const sameKey = key.map((name) => `${name} = @${name}`).join(' AND ')
  return {
    insert: db.prepare(`DELETE FROM ${table} WHERE ${sameKey}`),
    update: db.prepare(`UPDATE ${table} SET ${columns.map((name) => `${name} = @${name}`).join(', ')} WHERE ${sameKey}`),
    delete: db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`),
  }
}
