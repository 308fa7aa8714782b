import type { Code } from '#shared/contract/codebook.ts'
import { codePath } from '#shared/model/codeTree.ts'
import type { Table } from './table.ts'
import type { Words } from './words.ts'

export const pathSeparator = ' > '

/** Codes by id as people write them: `Barriers > Money`. */
export function pathTexts(codes: readonly { id: string; parentId: string | null; name: string }[]): Map<string, string> {
  return new Map(codes.map((code) => [code.id, codePath(codes, code.id).join(pathSeparator)]))
}

export function levelOf(codes: readonly Code[], code: Code): number {
  return codePath(codes, code.id).length
}

/** One row a code, in tree order. */
export function codebookTable(codes: readonly Code[], words: Words): Table {
  const paths = pathTexts(codes)
  const text = { width: 40, wraps: true }
  return {
    name: words.codebook,
    frozenColumns: 2,
    columns: [
      { heading: words.path, width: 40, wraps: true },
      { heading: words.code, width: 28, wraps: true },
      { heading: words.level, width: 7 },
      { heading: words.color, width: 10, swatch: true },
      { heading: words.codable, width: 13 },
      { heading: words.definition, ...text },
      { heading: words.whenToUse, ...text },
      { heading: words.whenNotToUse, ...text },
      { heading: words.example, ...text },
      { heading: words.codingsCount, width: 10 },
      { heading: words.documentsCount, width: 10 },
    ],
    rows: codes.map((code) => [
      paths.get(code.id)!,
      code.name,
      levelOf(codes, code),
      code.color,
      code.codable ? words.yes : words.no,
      code.definition,
      code.whenToUse,
      code.whenNotToUse,
      code.example,
      code.codings,
      code.documents,
    ]),
  }
}

/** What is said about a code, in the order of a codebook; only what is there. */
export function partsOf(code: Code, words: Words): [heading: string, text: string][] {
  const parts: [string, string][] = [
    [words.definition, code.definition],
    [words.whenToUse, code.whenToUse],
    [words.whenNotToUse, code.whenNotToUse],
    [words.example, code.example],
  ]
  return parts.filter(([, text]) => text.trim() !== '')
}

/** The codebook as Markdown: codes as headings by their level (six at most), each with its parts. */
export function codebookMarkdown(title: string, codes: readonly Code[], words: Words): string {
  const blocks = [`# ${escaped(title)}`]
  for (const code of codes) {
    blocks.push(`${'#'.repeat(Math.min(6, levelOf(codes, code) + 1))} ${escaped(code.name)}`)
    blocks.push(`\`${code.color}\` · ${code.codable ? words.usedIn(code.codings, code.documents) : words.no}`)
    for (const [heading, text] of partsOf(code, words))
      blocks.push(
        `**${heading}:** ${text
          .split(/\r\n|\r|\n/u)
          .map(escaped)
          .join('  \n')}`,
      )
  }
  return `${blocks.join('\n\n')}\n`
}

/** One line of text that Markdown leaves as it stands. */
function escaped(line: string): string {
  return line
    .replace(/[\\`*_{}[\]<>#|~]/gu, '\\$&')
    .replace(
      /^(\s*)([-+]|\d+[.)])(\s)/u,
      (_, blanks: string, mark: string, after: string) => `${blanks}${mark.slice(0, -1)}\\${mark.slice(-1)}${after}`,
    )
}
