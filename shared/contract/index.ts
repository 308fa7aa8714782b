import { analysis } from './analysis.ts'
import { cases } from './cases.ts'
import { codebook } from './codebook.ts'
import { coders } from './coders.ts'
import { codings } from './codings.ts'
import { documents } from './documents.ts'
import { exchange } from './exchange.ts'
import { history } from './history.ts'
import { memos } from './memos.ts'
import { projects } from './projects.ts'
import { themes } from './themes.ts'

/** All that the interface can ask of the engine, one file a subject. */
export const contract = { projects, documents, codebook, codings, cases, memos, themes, coders, analysis, exchange, history }

export type Contract = typeof contract
