import { MutationCache, QueryClient } from '@tanstack/react-query'
import { tellProblem } from '#renderer/i18n/problems.ts'

/**
 * Answers stay true until the engine says that something changed, so nothing is asked again by itself, and a refusal is not tried
 * again. A mutation whose component says nothing about its error still tells the person.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 10 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.options.onError) tellProblem(error)
      },
    }),
  })
}
