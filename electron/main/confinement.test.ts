import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setupDownloads } from './downloads.ts'
import { setupNavigation } from './navigation.ts'
import { setupNoNetwork, silenceBrowser } from './network.ts'
import { setupPermissions } from './permissions.ts'
import { registerPageScheme, setupPageProtocol } from './protocol.ts'
import * as electron from './testing/electron.ts'

vi.mock('electron', () => import('./testing/electron.ts'))

beforeEach(() => electron.restart())

describe('app://emic', () => {
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'emic-app-'))
    mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
    writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Emic</title>')
    writeFileSync(join(folder, 'page', 'assets', 'index-1a2b.js'), 'export {}')
    writeFileSync(join(folder, 'secret.txt'), 'secret')
    setupPageProtocol(join(folder, 'page'))
  })

  it('is the page, which may connect to nothing', async () => {
    const page = await electron.request('app://emic/')
    expect(await page.text()).toContain('Emic')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("script-src 'self';")
    const script = await electron.request('app://emic/assets/index-1a2b.js?x#y')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    'app://emic/../secret.txt',
    'app://emic/%2e%2e/secret.txt',
    'app://emic/.%2E/secret.txt',
    'app://emic/assets/..%2f..%2fsecret.txt',
    'app://emic/..\\secret.txt',
    'app://emic/..%5csecret.txt',
    'app://emic/%00',
    'app://emic/index.html%00.js',
    'app://emic//secret.txt',
    'app://emic/assets',
    'app://emic/none.js',
    'app://emic/%zz',
    'app://other/index.html',
    'app://emic.other/index.html',
    'app://user@emic/index.html',
    'app://emic:80/index.html',
  ])('has nothing at %s', async (address) => {
    const answer = await electron.request(address)
    expect(answer.ok).toBe(false)
    expect(await answer.text()).toBe('')
  })

  it('is only read', async () => {
    expect((await electron.request('app://emic/', 'POST')).status).toBe(403)
  })

  it('is an origin of its own and a secure place', () => {
    registerPageScheme()
    expect(electron.told.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  })
})

describe('navigation', () => {
  let contents: electron.WebContents

  beforeEach(() => {
    setupNavigation()
    contents = new electron.WebContents()
    electron.app.emit('web-contents-created', {}, contents)
  })

  const prevented = (name: string, details: Record<string, unknown> = {}) => {
    let stopped = false
    contents.emit(name, {
      ...details,
      preventDefault() {
        stopped = true
      },
    })
    return stopped
  }

  it('stays on the page', () => {
    expect(prevented('will-navigate', { url: 'app://emic/' })).toBe(false)
    for (const url of ['https://example.org/', 'file:///etc/passwd', 'app://other/', 'app://emic.evil/', 'app://emic/other.html', 'javascript:1'])
      expect(prevented('will-navigate', { url }), url).toBe(true)
    expect(prevented('will-redirect', { url: 'app://emic/' })).toBe(true)
  })

  it('opens no frame, window or view', () => {
    expect(prevented('will-frame-navigate', { url: 'app://emic/', isMainFrame: false })).toBe(true)
    expect(prevented('will-frame-navigate', { url: 'app://emic/', isMainFrame: true })).toBe(false)
    expect(prevented('will-attach-webview')).toBe(true)
    expect(contents.openHandler?.({ url: 'app://emic/' } as Electron.HandlerDetails)).toEqual({ action: 'deny' })
  })
})

describe('permissions', () => {
  it('are refused, but for copying', () => {
    setupPermissions()
    const { permissionRequest, permissionCheck, devicePermission } = electron.session.defaultSession
    const asked = (name: string) => {
      let answer: boolean | undefined
      const permission = name as Parameters<NonNullable<typeof permissionRequest>>[1]
      permissionRequest!({} as Electron.WebContents, permission, (granted) => (answer = granted), {} as Electron.PermissionRequest)
      const check = permission as Parameters<NonNullable<typeof permissionCheck>>[1]
      expect(permissionCheck!(null, check, 'app://emic', {} as Electron.PermissionCheckHandlerHandlerDetails)).toBe(answer)
      return answer
    }
    expect(asked('clipboard-sanitized-write')).toBe(true)
    for (const name of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem', 'midi', 'unknown'])
      expect(asked(name), name).toBe(false)
    expect(devicePermission!({} as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false)
  })
})

describe('the network', () => {
  it('is reached by nothing', () => {
    setupNoNetwork()
    const cancelled = (url: string) => {
      let answer: boolean | undefined
      electron.session.defaultSession.beforeRequest!({ url }, ({ cancel }) => (answer = cancel))
      return answer
    }
    for (const url of ['https://example.org/', 'http://127.0.0.1:1/', 'ws://example.org/', 'file:///etc/passwd', 'ftp://example.org'])
      expect(cancelled(url), url).toBe(true)
    for (const url of ['app://emic/assets/a.js', 'blob:app://emic/1', 'data:image/png;base64,']) expect(cancelled(url), url).toBe(false)
  })

  it('is not used by the browser inside either', () => {
    silenceBrowser()
    expect(electron.told.switches).toContain('disable-background-networking')
    expect(electron.told.switches).toContain('disable-component-update')
  })
})

describe('exports', () => {
  const download = (url: string, name: string) => {
    let options: Electron.SaveDialogOptions | null = null
    let refused = false
    const item = { getURL: () => url, getFilename: () => name, setSaveDialogOptions: (given: Electron.SaveDialogOptions) => (options = given) }
    electron.session.defaultSession.emit('will-download', { preventDefault: () => (refused = true) }, item)
    return { options: options as Electron.SaveDialogOptions | null, refused }
  }

  it('ask where, beginning among the documents and with the kind of file', () => {
    setupDownloads()
    expect(download('blob:app://emic/1-2', 'Codebook.docx')).toEqual({
      refused: false,
      options: { defaultPath: '/home/ann/documents/Codebook.docx', filters: [{ name: 'DOCX', extensions: ['docx'] }] },
    })
  })

  it('are the page’s own data or nothing', () => {
    setupDownloads()
    for (const url of ['https://example.org/a.exe', 'blob:https://example.org/1', 'data:text/plain,x'])
      expect(download(url, 'a.exe'), url).toEqual({ refused: true, options: null })
  })
})
