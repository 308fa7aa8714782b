import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { contentType, isImmutable, pageFile } from '#electron/shell/pageFiles.ts'
import { securityHeaders } from '#electron/shell/pagePolicy.ts'
import type { Access } from './access.ts'

/** Answers one request for the page or a part of it; whoever has neither the token nor its cookie gets 403 and nothing else. */
export async function answerPage(request: IncomingMessage, response: ServerResponse, folder: string, access: Access): Promise<void> {
  if (!access.hostAllowed(request)) return refuse(response, 403, 'Emic answers only as 127.0.0.1 or localhost.')
  const { pathname, token } = target(request)
  if (pathname === '/' && access.opens(token)) return welcome(response, access)
  if (!access.cookieAllowed(request)) return refuse(response, 403, 'Open Emic with the address that it printed, token included.')
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET and HEAD.')

  const file = pageFile(folder, pathname)
  const found = file === null ? null : await fileState(file)
  if (file === null || found === null) return refuse(response, 404, 'There is nothing at this address.')
  await send(request, response, file, found, isImmutable(pathname))
}

/** Split by hand: a URL parser would resolve `..` before anybody has looked. */
function target(request: IncomingMessage): { pathname: string; token: string | null } {
  const [pathname = '/', query = ''] = (request.url ?? '/').split('?', 2)
  return { pathname, token: new URLSearchParams(query).get('token') }
}

/** The token leaves the address bar at once and lives on as a cookie. */
function welcome(response: ServerResponse, access: Access): void {
  response.writeHead(303, { ...securityHeaders([]), Location: '/', 'Set-Cookie': access.cookie(), 'Cache-Control': 'no-store' }).end()
}

async function fileState(file: string): Promise<Stats | null> {
  try {
    const found = await stat(file)
    return found.isFile() ? found : null
  } catch {
    return null
  }
}

async function send(request: IncomingMessage, response: ServerResponse, file: string, state: Stats, immutable: boolean): Promise<void> {
  const etag = `"${state.size.toString(36)}-${Math.round(state.mtimeMs).toString(36)}"`
  const host = request.headers.host
  const headers = {
    ...securityHeaders(["'self'", `ws://${host}`]),
    'Cache-Control': immutable ? 'private, max-age=31536000, immutable' : 'private, no-cache',
    ETag: etag,
  }
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end()
  response.writeHead(200, { ...headers, 'Content-Type': contentType(file), 'Content-Length': state.size })
  if (request.method === 'HEAD') return void response.end()
  await pipeline(createReadStream(file), response)
}

function refuse(response: ServerResponse, status: number, line: string): void {
  response.writeHead(status, { ...securityHeaders([]), 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(`${line}\n`)
}
