import { describe, expect, it } from 'vitest'
import { contentType, isImmutable, pageFile } from './pageFiles.ts'

const folder = '/opt/emic/dist/renderer'

describe('what a page may be given', () => {
  it('is the page itself and what lies under it', () => {
    expect(pageFile(folder, '/')).toBe(`${folder}/index.html`)
    expect(pageFile(folder, '/assets/index-1a2b.js')).toBe(`${folder}/assets/index-1a2b.js`)
    expect(pageFile(folder, '/assets/%E5%AD%97.woff2')).toBe(`${folder}/assets/字.woff2`)
    expect(pageFile(folder, '/assets/../index.html')).toBe(`${folder}/index.html`)
  })

  it.each([
    ['dots', '/../secret'],
    ['escaped dots', '/%2e%2e/secret'],
    ['half escaped dots', '/.%2e/secret'],
    ['an escaped slash', '/..%2fsecret'],
    ['a backslash', '/..\\secret'],
    ['an escaped backslash', '/..%5csecret'],
    ['a drive', '/C:\\Windows'],
    ['a NUL', '/index.html%00.js'],
    ['a broken escape', '/%zz'],
    ['a neighbour with the same beginning', '/../renderer-of-another/index.html'],
    ['the folder itself', '/.'],
    ['no slash', 'index.html'],
  ])('is not what %s lead to', (_, path) => {
    expect(pageFile(folder, path)).toBeNull()
  })

  it('does not decode twice', () => {
    expect(pageFile(folder, '/%252e%252e/secret')).toBe(`${folder}/%2e%2e/secret`)
  })
})

describe('how a file is sent', () => {
  it('has the type of its ending, and bytes for what is not known', () => {
    expect(contentType('a/index.HTML')).toBe('text/html; charset=utf-8')
    expect(contentType('a/inter.woff2')).toBe('font/woff2')
    expect(contentType('a/unknown.xyz')).toBe('application/octet-stream')
  })

  it('is kept for good only under a name made of its content', () => {
    expect(isImmutable('/assets/index-1a2b.js')).toBe(true)
    expect(isImmutable('/index.html')).toBe(false)
  })
})
