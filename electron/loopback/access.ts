import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Who may talk to the loopback host: only a browser that was given the address with the token. Any page of the internet can send requests to
 * 127.0.0.1, so the token's cookie is asked for everywhere; a name that was pointed at 127.0.0.1 fails the check of Host, another page's
 * socket the check of Origin.
 */
export type Access = {
  /** The token as it stands in the address. */
  token: string
  /** Whether a token from an address is the right one. */
  opens(token: string | null): boolean
  /** The value of Set-Cookie for who came with the token. */
  cookie(): string
  hostAllowed(request: IncomingMessage): boolean
  cookieAllowed(request: IncomingMessage): boolean
  /** For the socket: Origin must be this host's own, under the name by which it was asked. */
  originAllowed(request: IncomingMessage): boolean
}

/** `port` is asked late, because the system gives it when listening begins. */
export function createAccess(port: () => number, token = randomBytes(32).toString('base64url')): Access {
  const hosts = () => [`127.0.0.1:${port()}`, `localhost:${port()}`]
  // Cookies know no ports: two projects served at once must not push out each other's.
  const cookieName = () => `emic-${port()}`

  return {
    token,
    opens: (given) => given !== null && sameSecret(given, token),
    cookie: () => `${cookieName()}=${token}; HttpOnly; SameSite=Strict; Path=/`,
    hostAllowed: (request) => hosts().includes(request.headers.host ?? ''),
    cookieAllowed: (request) => cookiesOf(request, cookieName()).some((value) => sameSecret(value, token)),
    originAllowed: (request) => request.headers.origin === `http://${request.headers.host}`,
  }
}

/** Compares digests, so that neither time nor length tells anything. */
function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}

function cookiesOf(request: IncomingMessage, name: string): string[] {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1))
}
