import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { id, instant } from '../model/schemas.ts'
import { procedure } from './base.ts'

export const projectInfo = z.object({
  name: z.string(),
  /** Where the project file lies, to show; never sent back as a path to open. */
  file: z.string(),
  schema: z.number().int(),
  documents: z.number().int(),
  /** Unicode code points of all texts. */
  characters: z.number().int(),
  turns: z.number().int(),
  codes: z.number().int(),
  codings: z.number().int(),
  coders: z.number().int(),
  cases: z.number().int(),
  variables: z.number().int(),
  memos: z.number().int(),
  themes: z.number().int(),
})
export type ProjectInfo = z.infer<typeof projectInfo>

/** A project that the host knows of. `key` stands for its path, which the page never names. */
export const knownProject = z.object({
  key: z.string(),
  name: z.string(),
  file: z.string(),
  openedAt: instant.nullable(),
  missing: z.boolean(),
})
export type KnownProject = z.infer<typeof knownProject>

export const preferences = z.object({
  language: z.enum(['en', 'zh-Hans']).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Text size in the transcript, CSS pixels. */
  textSize: z.number().int().min(12).max(32),
  textFont: z.enum(['serif', 'sans', 'songti', 'heiti']),
  /** Everything a view wants to find again: pane sizes, what is hidden. Keyed by the view. */
  views: z.record(z.string(), z.json()),
})
export type Preferences = z.infer<typeof preferences>

/** The subjects that a change can touch; each is the first part of its queries' keys. */
export const subjects = ['project', 'documents', 'codes', 'codings', 'cases', 'memos', 'themes', 'coders', 'history'] as const
export type Subject = (typeof subjects)[number]

export const changeEvent = z.object({
  subjects: z.array(z.enum(subjects)),
  /** Documents whose text, turns or codings changed; null: any may have. */
  documents: z.array(id).nullable(),
  /** How it came: a new change, or the journal moving. `opened`: another project is open now, or none. */
  by: z.enum(['change', 'undo', 'redo', 'opened']),
})
export type ChangeEvent = z.infer<typeof changeEvent>

const opened = z.object({ project: projectInfo.nullable() })

export const projects = {
  /** What host this is and what it can do: `desktop` has native dialogs, `browser` keeps projects in one folder. */
  host: procedure.output(z.object({ kind: z.enum(['desktop', 'browser']), folder: z.string().nullable(), version: z.string() })),
  current: procedure.output(projectInfo.nullable()),
  recent: procedure.output(z.array(knownProject)),
  /** Desktop: asks where (null: the person changed their mind). Browser: makes it in the projects folder. */
  create: procedure.input(z.object({ name: z.string() })).output(opened),
  /** Opens a known project, or without a key asks for one (desktop). */
  open: procedure.input(z.object({ key: z.string().optional() })).output(opened),
  /** Browser: takes a copy of an `.emic` file into the projects folder and opens it. */
  openCopy: procedure.input(z.object({ file: z.file() })).output(opened),
  /** Opens a fresh copy of the sample study, or the one that is there. `restart` makes a new copy beside it. */
  openSample: procedure.input(z.object({ restart: z.boolean().default(false) })).output(opened),
  close: procedure.output(z.void()),
  forget: procedure.input(z.object({ key: z.string() })).output(z.void()),
  rename: procedure.input(z.object({ name: z.string() })).output(z.void()),
  check: procedure.output(z.object({ ok: z.boolean(), faults: z.array(z.object({ kind: z.string(), where: z.string(), message: z.string() })) })),
  preferences: procedure.output(preferences),
  setPreferences: procedure.input(preferences.partial()).output(preferences),
  /** What changed, as it changes, for as long as the page listens. `documents` null: any of them may have. */
  changes: procedure.output(eventIterator(changeEvent)),
}
