import { hashKey, type QueryKey } from '@tanstack/react-query'

/**
 * Asks for the answer as of a state of the asker's: another state is another question, so that no answer, error or wait
 * of an earlier one can stand for it. Until it is answered the earlier answer stays on the screen.
 */
export function asOf<T extends { readonly queryKey: QueryKey }>(question: T, ...state: readonly unknown[]) {
  const asked = hashKey(question.queryKey)
  const isSame = (key: QueryKey) => hashKey(key.slice(0, -1)) === asked
  return {
    ...question,
    // What it is made of decides its type: the answer is that of the question.
    queryKey: [...question.queryKey, { asOf: state }] as unknown as T['queryKey'],
    placeholderData: <Answer>(earlier: Answer | undefined, query: { readonly queryKey: QueryKey } | undefined) =>
      query !== undefined && isSame(query.queryKey) ? earlier : undefined,
    gcTime: 0,
  }
}
