import type { Memo } from '#shared/contract/memos.ts'
import { sameNameKey } from '#shared/model/codeTree.ts'
import type { TargetKind } from './targets.ts'

/** The memos on that kind of thing (null: on anything) whose title, text or target holds every word of `text`; in their order. */
export function findMemos(memos: readonly Memo[], text: string, on: TargetKind | null): Memo[] {
  const words = sameNameKey(text).split(/\s+/u).filter(Boolean)
  return memos.filter((memo) => {
    if (on !== null && memo.target.on !== on) return false
    const whole = sameNameKey(`${memo.title}\n${memo.text}\n${memo.targetName}`)
    return words.every((word) => whole.includes(word))
  })
}
