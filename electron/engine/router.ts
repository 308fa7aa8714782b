import { analysisHandlers } from './analysis/handlers.ts'
import { caseHandlers } from './cases/handlers.ts'
import { codebookHandlers } from './codebook/handlers.ts'
import { coderHandlers } from './coders/handlers.ts'
import { codingHandlers } from './codings/handlers.ts'
import { documentHandlers } from './documents/handlers.ts'
import { exchangeHandlers } from './exchange/handlers.ts'
import { historyHandlers } from './history/handlers.ts'
import { memoHandlers } from './memos/handlers.ts'
import { projectHandlers } from './projects/handlers.ts'
import { themeHandlers } from './themes/handlers.ts'

/** All handlers, one file a subject; typed against shared/contract. */
export const router = {
  projects: projectHandlers,
  documents: documentHandlers,
  codebook: codebookHandlers,
  codings: codingHandlers,
  cases: caseHandlers,
  memos: memoHandlers,
  themes: themeHandlers,
  coders: coderHandlers,
  analysis: analysisHandlers,
  exchange: exchangeHandlers,
  history: historyHandlers,
}
