import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { contentType, pageFile } from '#electron/shell/pageFiles.ts'
import { securityHeaders } from '#electron/shell/pagePolicy.ts'

const scheme = 'app'
const host = 'emic'
export const pageAddress = `${scheme}://${host}/`

/** Whether an address is the app's own page; anything else is a stranger. */
export function isOwnAddress(address: string): boolean {
  return address === pageAddress || address.startsWith(`${pageAddress}?`) || address.startsWith(`${pageAddress}#`)
}

/** To be called before the app is ready: makes app:// an origin of its own, with storage and secure context. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: false, codeCache: true } }])
}

/** Serves the built page from `folder`; the page may connect to nothing, since the engine is reached by a port. */
export function setupPageProtocol(folder: string): void {
  protocol.handle(scheme, (request) => answer(request, folder))
}

async function answer(request: Request, folder: string): Promise<Response> {
  const path = ownPath(request.url)
  if (path === null || request.method !== 'GET') return refusal(403)
  const file = pageFile(folder, path)
  if (file === null) return refusal(404)
  try {
    const body = await readFile(file)
    return new Response(new Uint8Array(body), { headers: { ...securityHeaders([]), 'Content-Type': contentType(file), 'Cache-Control': 'no-cache' } })
  } catch {
    // Whatever cannot be read as a file is not part of the page.
    return refusal(404)
  }
}

/** The path as it was asked for, without letting a URL parser resolve dots; null for another host. */
function ownPath(address: string): string | null {
  if (!address.startsWith(pageAddress)) return null
  return `/${address.slice(pageAddress.length).split(/[?#]/, 1)[0]}`
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders([]) })
}
