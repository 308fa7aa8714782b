import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import { formatList, formatSentences } from '#renderer/i18n/index.ts'
import type { CooccurrenceQuestion } from '#shared/contract/analysis.ts'

/** What a matrix counts, in words that can stand in a methods section: unit, measure, coders, sub-codes. */
export function useDefinition(question: CooccurrenceQuestion): string {
  const { t } = useLingui()
  const { api } = useConnection()
  const coders = useQuery(api.coders.list.queryOptions())
  const units = {
    overlap: t`Counted: pairs of codings, one of each code by the same coder, that share at least one character.`,
    turn: t`Counted: turns (a speech with its further paragraphs) that carry both codes.`,
    paragraph: t`Counted: paragraphs that carry both codes.`,
    document: t`Counted: documents that carry both codes.`,
  }
  const measures = {
    count: null,
    c: t`Shown: c = n12 / (n1 + n2 − n12).`,
    jaccard:
      question.unit === 'overlap'
        ? t`Shown: characters that carry both codes, divided by characters that carry either.`
        : t`Shown: units with both codes, divided by units with either.`,
  }
  const named = formatList((question.coderIds ?? []).map((id) => coders.data?.find((coder) => coder.id === id)?.name ?? ''))
  const sentences = [
    units[question.unit ?? 'overlap'],
    measures[question.measure ?? 'count'],
    named === '' ? t`All coders.` : t`Coder: ${named}.`,
    question.rollUp ? t`Sub-codes count as the code above them.` : null,
  ]
  return formatSentences(sentences.filter((sentence) => sentence !== null))
}
