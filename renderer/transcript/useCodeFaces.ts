import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import type { StripeFace } from './stripes.ts'

export type CodeFaces = {
  colorOf(codeId: string): string | undefined
  nameOf(codeId: string): string
  coderOf(coderId: string): string
  stripeOf(coding: { codeId: string; coderId: string }): StripeFace
}

/** How codes and coders look in the transcript: colour and name, and the coder's initials where it is somebody else. */
export function useCodeFaces(): CodeFaces {
  const { api } = useConnection()
  const codes = useQuery(api.codebook.list.queryOptions()).data
  const coders = useQuery(api.coders.list.queryOptions()).data
  const currentId = useQuery(api.coders.current.queryOptions()).data?.id
  return useMemo(() => {
    const codeById = new Map(codes?.map((code) => [code.id, code]))
    const coderById = new Map(coders?.map((coder) => [coder.id, coder.name]))
    const coderOf = (coderId: string) => coderById.get(coderId) ?? ''
    return {
      colorOf: (codeId) => codeById.get(codeId)?.color,
      nameOf: (codeId) => codeById.get(codeId)?.name ?? '',
      coderOf,
      stripeOf({ codeId, coderId }) {
        const code = codeById.get(codeId)
        const other = currentId !== undefined && coderId !== currentId
        const name = code?.name ?? ''
        return {
          color: code?.color ?? '#7d8aa5',
          name: other && coderOf(coderId) !== '' ? `${name} · ${initials(coderOf(coderId))}` : name,
          dashed: other,
        }
      },
    }
  }, [codes, coders, currentId])
}

/** The letters a coder is known by: of two words at most, or the first of a name written without blanks. */
function initials(name: string): string {
  const words = name.split(/[\s.]+/u).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => [...word][0]!.toLocaleUpperCase())
    .join('')
}
