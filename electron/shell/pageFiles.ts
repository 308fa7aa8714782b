import { extname, resolve, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The file inside `folder` that a URL's path names, or null where it names none: a path that leaves the folder by dots, by a backslash or by
 * their escapes, a NUL, a broken escape. `/` is the page itself. Whether the file exists is not looked at.
 */
export function pageFile(folder: string, urlPath: string): string | null {
  const path = decoded(urlPath)
  if (path === null || !path.startsWith('/') || /[\\\0]/.test(path)) return null
  const root = resolve(folder)
  const file = resolve(root, `.${path === '/' ? '/index.html' : path}`)
  return file.startsWith(root + sep) ? file : null
}

export function contentType(file: string): string {
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream'
}

/** Vite names everything under assets/ after its content, so that it never changes. */
export function isImmutable(urlPath: string): boolean {
  return urlPath.startsWith('/assets/')
}

function decoded(urlPath: string): string | null {
  try {
    return decodeURIComponent(urlPath)
  } catch {
    return null
  }
}
