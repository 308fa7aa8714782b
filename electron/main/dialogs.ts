import { join } from 'node:path'
import { app, type BrowserWindow, dialog, type MessageBoxOptions, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { HostRequest } from '#engine/start.ts'
import type { ProblemData } from '#shared/model/problem.ts'
import type { Words } from './words.ts'

const ending = '.emic'

/** Answers what the engine asks of a person: the path that they chose, or null where they changed their mind. */
export function answerWithDialogs(words: Words, ownWindow: () => BrowserWindow | null): (request: HostRequest) => Promise<string | null> {
  return (request) =>
    request.method === 'chooseProject' ? chooseProject(words, ownWindow()) : chooseNewProject(words, ownWindow(), request.suggestedName)
}

async function chooseProject(words: Words, window: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = { properties: ['openFile'], filters: filters(words) }
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

async function chooseNewProject(words: Words, window: BrowserWindow | null, suggestedName: string): Promise<string | null> {
  const options: SaveDialogOptions = {
    defaultPath: join(app.getPath('documents'), suggestedName),
    buttonLabel: words.create,
    filters: filters(words),
  }
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
  if (canceled || !filePath) return null
  return filePath.toLowerCase().endsWith(ending) ? filePath : `${filePath}${ending}`
}

/** Says why something could not be done. */
export async function showProblem(words: Words, window: BrowserWindow | null, problem: ProblemData): Promise<void> {
  const options: MessageBoxOptions = { type: 'warning', message: words.cannotOpen, detail: words.problem(problem) }
  await (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}

function filters(words: Words): { name: string; extensions: string[] }[] {
  return [{ name: words.projects, extensions: [ending.slice(1)] }]
}
