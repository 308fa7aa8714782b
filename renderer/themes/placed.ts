import type { Code } from '#shared/contract/codebook.ts'
import type { Theme } from '#shared/contract/themes.ts'
import { withSubCodes } from '#shared/model/codeTree.ts'

/** Codable codes that no theme gathers, neither themselves nor by a code above them; in tree order. */
export function unplacedCodes(codes: readonly Code[], themes: readonly Theme[]): Code[] {
  const placed = withSubCodes(
    codes,
    themes.flatMap((theme) => theme.codeIds),
  )
  return codes.filter((code) => code.codable && !placed.has(code.id))
}

/** Each theme with its codes, in the order in which they were put there. */
export function placeCodes(themes: readonly Theme[], codes: readonly Code[]): { theme: Theme; codes: Code[] }[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  return themes.map((theme) => ({
    theme,
    codes: theme.codeIds.flatMap((id) => {
      const code = byId.get(id)
      return code ? [code] : []
    }),
  }))
}
