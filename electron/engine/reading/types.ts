import type { FilePreview, Mark, ReadingOptions } from '#shared/contract/documents.ts'

/** One paragraph of a document as it will be stored. `text` holds no LF; `marks` are UTF-16 positions inside it. */
export type ReadTurn = {
  speaker: string | null
  continues: boolean
  startMs: number | null
  heading: number
  text: string
  marks: Mark[]
}

/** What a file becomes: the whole of it as turns, and the preview that a person is shown first. */
export type ReadDocument = { preview: FilePreview; turns: ReadTurn[] }

/** A paragraph as it stands in the file, before anybody is found to speak it. */
export type Paragraph = { text: string; heading: number; marks: Mark[] }

export type SpeakerFound = FilePreview['speakers'][number]

export type Warning = FilePreview['warnings'][number]

export type FileFormat = FilePreview['format']

/** What the steps of reading one file share. */
export type Reading = {
  file: string
  options: ReadingOptions
  warn(kind: string, where: string, message: string): void
  /** Gives way to other work and refuses with `cancelled` where the person has called it off. */
  breathe(): Promise<void>
}

/** What a format's reader makes of a file. `speakers` lists doubtful ones too. */
export type ReadBody = { turns: ReadTurn[]; speakers: SpeakerFound[] }
