import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MessagePort } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { type LoopbackHost, startHost } from './host.ts'

let folder: string
let host: LoopbackHost
let cookie: string
const ports: MessagePort[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'emic-page-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>Emic</title>')
  writeFileSync(join(folder, 'page', 'assets', 'index-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  host = await startHost(join(folder, 'page'), 0, (port) => {
    ports.push(port)
    port.on('message', (data) => port.postMessage(data))
  })
  cookie = (await ask(new URL(host.url).search)).headers['set-cookie']![0]!.split(';')[0]!
})

afterAll(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

/** Raw http: fetch would tidy the path and refuse to set Host. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port: host.port, path: path.startsWith('/') ? path : `/${path}`, headers, method }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }))
    })
    asking.on('error', reject).end()
  })
}

/** Resolves with what the engine side sends back, or with the status of the refusal. */
function socket(headers: Record<string, string>, message: string | Uint8Array = 'hello', path = '/engine'): Promise<unknown> {
  return new Promise((resolve) => {
    const client = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers })
    client.on('unexpected-response', (_, response) => resolve(response.statusCode))
    client.on('error', (error) => resolve(error.message))
    client.on('open', () => client.send(message))
    client.on('message', (data, isBinary) => {
      client.close()
      resolve(isBinary ? data : data.toString())
    })
  })
}

describe('the door', () => {
  it('opens for the token, which then leaves the address bar for a cookie that scripts and other sites cannot use', async () => {
    const answer = await ask(new URL(host.url).search)
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe('/')
    expect(answer.headers['set-cookie']![0]).toMatch(/^emic-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect((await ask('/', { cookie })).body).toContain('Emic')
  })

  it.each([
    ['without a cookie', {}],
    ['with a wrong token', {}, '/?token=wrong'],
    ['with a wrong cookie', { cookie: 'emic-1=wrong' }],
  ])('stays shut %s', async (_, headers, path = '/') => {
    const answer = await ask(path, headers as Record<string, string>)
    expect(answer.status).toBe(403)
    expect(answer.body).toMatch(/^Open Emic with the address/)
  })

  it('stays shut for a foreign name that was pointed at this machine', async () => {
    expect((await ask('/', { cookie, host: 'evil.example' })).status).toBe(403)
    expect((await ask('/', { cookie, host: `127.0.0.1.evil.example:${host.port}` })).status).toBe(403)
    expect((await ask('/', { cookie, host: '127.0.0.1:1' })).status).toBe(403)
    expect((await ask(new URL(host.url).search, { host: 'evil.example' })).headers['set-cookie']).toBeUndefined()
    expect((await ask('/', { cookie, host: `localhost:${host.port}` })).status).toBe(200)
  })

  it('listens on this machine only', () => {
    expect(host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/)
  })
})

describe('the page', () => {
  it('may load nothing from elsewhere and be framed by nobody', async () => {
    const { headers } = await ask('/', { cookie })
    const policy = headers['content-security-policy']
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${host.port};`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
  })

  it('is asked for again each time, its hashed parts never', async () => {
    const page = await ask('/', { cookie })
    expect(page.headers['cache-control']).toBe('private, no-cache')
    expect((await ask('/', { cookie, 'if-none-match': page.headers.etag! })).status).toBe(304)
    const script = await ask('/assets/index-1a2b.js', { cookie })
    expect(script.headers['cache-control']).toContain('immutable')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/..%5csecret.txt', '/assets', '/none.js', '/%00'])(
    'has nothing at %s',
    async (path) => {
      const answer = await ask(path, { cookie })
      expect(answer.status).toBe(404)
      expect(answer.body).not.toContain('secret')
    },
  )

  it('is only read', async () => {
    expect((await ask('/', { cookie }, 'POST')).status).toBe(405)
    const head = await ask('/', { cookie }, 'HEAD')
    expect([head.status, head.body]).toEqual([200, ''])
  })
})

describe('the socket to the engine', () => {
  const own = () => ({ cookie, origin: `http://127.0.0.1:${host.port}` })

  it('hands words and bytes on as they are', async () => {
    expect(await socket(own(), '你好')).toBe('你好')
    expect(Buffer.from((await socket(own(), new Uint8Array([1, 2, 255]))) as Buffer)).toEqual(Buffer.from([1, 2, 255]))
  })

  it('is refused to another origin, without a cookie, under a foreign name, elsewhere', async () => {
    expect(await socket({ ...own(), origin: 'https://evil.example' })).toBe(403)
    expect(await socket({ ...own(), origin: `http://localhost:${host.port}` })).toBe(403)
    expect(await socket({ cookie })).toBe(403)
    expect(await socket({ origin: own().origin })).toBe(403)
    expect(await socket({ ...own(), host: 'evil.example' })).toBe(403)
    expect(await socket(own(), 'hello', '/other')).toBe(404)
  })

  it('ends the engine’s port when the page goes, and the page’s socket when the engine goes', async () => {
    const client = new WebSocket(`ws://127.0.0.1:${host.port}/engine`, { headers: own() })
    await new Promise((resolve) => client.on('open', resolve))
    const portClosed = new Promise((resolve) => ports.at(-1)!.on('close', () => resolve('closed')))
    client.close()
    expect(await portClosed).toBe('closed')

    const other = new WebSocket(`ws://127.0.0.1:${host.port}/engine`, { headers: own() })
    await new Promise((resolve) => other.on('open', resolve))
    const socketClosed = new Promise((resolve) => other.on('close', (code) => resolve(code)))
    ports.at(-1)!.close()
    expect(await socketClosed).toBe(1001)
  })
})
