import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import { saveFile, toast } from '#renderer/ui/index.ts'
import type { ExportRequest } from '#shared/contract/exchange.ts'
import { pngOf } from './picture.ts'

/** What can be asked for: the contract's exports, and the heat map as a picture made here from its SVG. */
export type Wanted = { request: ExportRequest; picture?: boolean | undefined }

/** From then on a person wonders whether anything happens. */
const lateMs = 500

/** Makes an export and hands it over. A refusal (nothing to export) is told by the page's one place for it. */
export function useExport() {
  const { client } = useConnection()
  const { i18n, t } = useLingui()
  return useMutation({
    mutationFn: async ({ request, picture }: Wanted) => {
      const late = setTimeout(() => toast({ id: 'export', message: t`Making the file…` }), lateMs)
      try {
        const file = await client.exchange.export({ request, language: i18n.locale === 'zh-Hans' ? 'zh-Hans' : 'en' })
        return picture ? await pngOf(file) : file
      } finally {
        clearTimeout(late)
      }
    },
    onSuccess: (file) => {
      saveFile(file)
      toast({ id: 'export', message: t`Made ${file.name}.` })
    },
  })
}
