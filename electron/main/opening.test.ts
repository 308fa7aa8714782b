import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { problemCodes } from '#shared/model/problem.ts'
import { answerWithDialogs, showProblem } from './dialogs.ts'
import { openLog } from './log.ts'
import { collectOpenedFiles, projectIn } from './openFile.ts'
import { becomeOnlyInstance } from './singleInstance.ts'
import * as electron from './testing/electron.ts'
import { wordsFor } from './words.ts'

vi.mock('electron', () => import('./testing/electron.ts'))

beforeEach(() => electron.restart())

const asReal = (window: electron.BrowserWindow) => window as unknown as Electron.BrowserWindow

describe('a double click on a project', () => {
  it('names it as an argument, among switches and relative to where it was', () => {
    expect(projectIn(['--no-sandbox', '/app', 'Study.emic'], '/home/ann')).toBe('/home/ann/Study.emic')
    expect(projectIn(['/data/研究.EMIC'], '/home/ann')).toBe('/data/研究.EMIC')
    expect(projectIn(['/app', '--file=x.emic', 'notes.txt'], '/home/ann')).toBeNull()
  })

  it('before the app is ready waits for it', () => {
    const files = collectOpenedFiles([], '/home/ann')
    electron.app.emit('open-file', { preventDefault() {} }, '/data/Early.emic')
    const opened: string[] = []
    files.forward((file) => opened.push(file))
    electron.app.emit('open-file', { preventDefault() {} }, '/data/Late.emic')
    files.take('/data/Later.emic')
    expect(opened).toEqual(['/data/Early.emic', '/data/Late.emic', '/data/Later.emic'])
  })

  it('while Emic runs goes to the window that is open', () => {
    const window = new electron.BrowserWindow()
    const opened: string[] = []
    expect(
      becomeOnlyInstance(
        () => asReal(window),
        (file) => opened.push(file),
      ),
    ).toBe(true)
    electron.app.emit('second-instance', {}, ['emic', 'Study.emic'], '/home/ann')
    expect(opened).toEqual(['/home/ann/Study.emic'])
    expect(window.did).toEqual(['restore', 'focus'])
  })

  it('does not start a second Emic', () => {
    electron.given.onlyInstance = false
    expect(
      becomeOnlyInstance(
        () => null,
        () => {},
      ),
    ).toBe(false)
    expect(electron.app.listenerCount('second-instance')).toBe(0)
  })
})

describe('the dialogs', () => {
  const answer = answerWithDialogs(wordsFor('en'), () => null)

  it('choose a project', async () => {
    electron.given.chosen = '/data/Study.emic'
    expect(await answer({ method: 'chooseProject' })).toBe('/data/Study.emic')
    expect(electron.told.openDialogs).toEqual([{ properties: ['openFile'], filters: [{ name: 'Emic projects', extensions: ['emic'] }] }])
  })

  it('choose a new project’s place, with the ending that it needs', async () => {
    electron.given.chosen = '/data/Study'
    expect(await answer({ method: 'chooseNewProject', suggestedName: 'My study.emic' })).toBe('/data/Study.emic')
    expect(electron.told.saveDialogs[0]).toMatchObject({ defaultPath: '/home/ann/documents/My study.emic' })
  })

  it('choose nothing when they are closed', async () => {
    expect(await answer({ method: 'chooseProject' })).toBeNull()
    expect(await answer({ method: 'chooseNewProject', suggestedName: 'My study.emic' })).toBeNull()
  })

  it('say why a project could not be opened, in the system’s language', async () => {
    await showProblem(wordsFor('zh-CN'), null, { code: 'project-newer', params: { file: '/data/研究.emic' } })
    expect(electron.told.messages[0]).toMatchObject({ message: '无法打开项目。', detail: '/data/研究.emic 由更新版本的 Emic 创建，请升级后再打开。' })
    for (const code of problemCodes) expect(wordsFor('en').problem({ code, params: { file: 'F', message: 'M' } })).not.toContain('undefined')
  })
})

describe('the log', () => {
  it('keeps faults with their time and place, and does not grow for ever', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'emic-log-')), 'data')
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const log = openLog(folder, () => new Date('2026-01-02T03:04:05Z'))
    log('something broke', 'codings.add')
    expect(readFileSync(join(folder, 'emic.log'), 'utf8')).toBe('2026-01-02T03:04:05.000Z codings.add: something broke\n')
    writeFileSync(join(folder, 'emic.log'), 'x'.repeat(1024 * 1024 + 1))
    log('again', 'codings.add')
    expect(readFileSync(join(folder, 'emic.log'), 'utf8').length).toBeLessThan(100)
    expect(readFileSync(join(folder, 'emic.log.1'), 'utf8').length).toBeGreaterThan(1024 * 1024)
    vi.restoreAllMocks()
  })
})
