import { t } from '@lingui/core/macro'
import type { DocumentKind } from '#shared/model/schemas.ts'

/** Kinds in the order in which the pane groups them. */
export const kinds: readonly DocumentKind[] = ['interview', 'focus-group', 'field-notes', 'survey-answers', 'report', 'other']

/** One document of a kind, as a chooser names it. */
export function kindNames(): Record<DocumentKind, string> {
  return {
    interview: t`Interview`,
    'focus-group': t`Focus group`,
    'field-notes': t`Field notes`,
    'survey-answers': t`Survey answers`,
    report: t`Report`,
    other: t`Other`,
  }
}

/** Several of a kind, as a group's heading. */
export function kindGroups(): Record<DocumentKind, string> {
  return {
    interview: t`Interviews`,
    'focus-group': t`Focus groups`,
    'field-notes': t`Field notes`,
    'survey-answers': t`Survey answers`,
    report: t`Reports`,
    other: t`Other documents`,
  }
}
