import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Grid3x3, History, type LucideIcon, NotebookText, Shapes, TextQuote, Users } from 'lucide-react'
import { type ComponentType, lazy } from 'react'
import { CasesView } from '#renderer/cases/index.ts'
import { HistoryView } from '#renderer/history/index.ts'
import type { View } from '#renderer/state/workspace.ts'

/** The views of the rail, in its order. */
export const views: { view: View; name: MessageDescriptor; icon: LucideIcon; keys: string }[] = [
  { view: 'code', name: msg({ message: 'Code', context: 'verb' }), icon: TextQuote, keys: 'alt+1' },
  { view: 'matrix', name: msg`Matrix`, icon: Grid3x3, keys: 'alt+2' },
  { view: 'themes', name: msg`Themes`, icon: Shapes, keys: 'alt+3' },
  { view: 'cases', name: msg`Cases`, icon: Users, keys: 'alt+4' },
  { view: 'memos', name: msg`Memos`, icon: NotebookText, keys: 'alt+5' },
  { view: 'history', name: msg`History`, icon: History, keys: 'alt+6' },
]

/** The heavier ones are loaded when they are first shown. */
export const otherViews: Record<Exclude<View, 'code'>, ComponentType> = {
  matrix: lazy(() => import('#renderer/analysis/index.ts').then(({ MatrixView }) => ({ default: MatrixView }))),
  themes: lazy(() => import('#renderer/themes/index.ts').then(({ ThemesView }) => ({ default: ThemesView }))),
  cases: CasesView,
  memos: lazy(() => import('#renderer/memos/index.ts').then(({ MemosView }) => ({ default: MemosView }))),
  history: HistoryView,
}

// The panes of the first view: they are on their way while the engine is still being asked what is open.
const transcript = import('#renderer/transcript/index.ts').then(({ TranscriptPane }) => ({ default: TranscriptPane }))
const codes = import('#renderer/codebook/index.ts').then(({ CodesPane }) => ({ default: CodesPane }))
const segments = import('#renderer/segments/index.ts').then(({ SegmentsPane }) => ({ default: SegmentsPane }))

export const TranscriptPane = lazy(() => transcript)
export const CodesPane = lazy(() => codes)
export const SegmentsPane = lazy(() => segments)
export const MemoPanel = lazy(() => import('#renderer/memos/index.ts').then(({ MemoPanel }) => ({ default: MemoPanel })))
