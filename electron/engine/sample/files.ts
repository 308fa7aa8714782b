import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** The sample study as it lies in its folder: transcripts as anybody would import them, and what two coders made of them. */

const code = z.object({
  /** Names from the top of the tree; parents stand before their children. */
  path: z.array(z.string()),
  color: z.string(),
  codable: z.boolean(),
  definition: z.string(),
  whenToUse: z.string(),
  whenNotToUse: z.string(),
  example: z.string(),
})

const coding = z.object({
  document: z.string(),
  code: z.string(),
  coder: z.string(),
  /** Stands exactly once in the document. */
  quote: z.string(),
  comment: z.string().default(''),
  /** 1 to 5, as the coders gave it. */
  weight: z.number().int().min(1).max(5).optional(),
})

const studyCases = z.object({
  variables: z.array(
    z.object({ name: z.string(), type: z.enum(['text', 'number', 'date', 'category']), categories: z.array(z.string()).default([]) }),
  ),
  cases: z.array(
    z.object({
      name: z.string(),
      documents: z.array(z.string()),
      speakers: z.array(z.object({ document: z.string(), speaker: z.string() })),
      variables: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})

const theme = z.object({ name: z.string(), claim: z.string(), codes: z.array(z.string()) })

const memoBody = { title: z.string(), text: z.string(), coder: z.string() }
const memo = z.discriminatedUnion('on', [
  z.object({ on: z.literal('project'), ...memoBody }),
  z.object({ on: z.literal('document'), document: z.string(), ...memoBody }),
  z.object({ on: z.literal('code'), code: z.string(), ...memoBody }),
  z.object({ on: z.literal('coding'), document: z.string(), code: z.string(), quote: z.string(), ...memoBody }),
])

export type SampleCoding = z.infer<typeof coding>
export type SampleMemo = z.infer<typeof memo>
export type SampleFiles = {
  transcripts: { name: string; bytes: Uint8Array }[]
  codes: z.infer<typeof code>[]
  codings: SampleCoding[]
  cases: z.infer<typeof studyCases>
  themes: z.infer<typeof theme>[]
  memos: SampleMemo[]
}

export function readSample(folder: string): SampleFiles {
  const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const transcripts = readdirSync(join(folder, 'transcripts')).sort(inReadingOrder)
  return {
    transcripts: transcripts.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, 'transcripts', name))) })),
    codes: z.array(code).parse(json('codebook.json')),
    codings: [json('codings.en.json'), json('codings.zh.json')].flatMap((list) => z.array(coding).parse(list)),
    cases: studyCases.parse(json('cases.json')),
    themes: z.array(theme).parse(json('themes.json')),
    memos: z.array(memo).parse(json('memos.json')),
  }
}

/** Residents, then community leaders, then focus groups, each by number: as the study's README tells of them. */
function inReadingOrder(a: string, b: string): number {
  const rank = (name: string) => ['R', 'L', 'F'].indexOf(name[0]!)
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}
