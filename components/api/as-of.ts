import { hashKey, type QueryKey } from '@tanstack/react-query'

/**
 * Asks for the answer as of a state of the asker's: another state is another question, so that no answer, error or wait
 * of an earlier one can stand for it. Until it is answered the earlier answer stays on the screen.
 */
export function asOf<T extends { readonly queryKey: QueryKey }>(question: T, ...state: readonly unknown[]) {
  const asked = hashKey(withState(question.queryKey, undefined))
  return {
    ...question,
    // What it is made of decides its type: the answer is that of the question.
    queryKey: withState(question.queryKey, state) as unknown as T['queryKey'],
    placeholderData: <Answer>(earlier: Answer | undefined, query: { readonly queryKey: QueryKey } | undefined) =>
      query !== undefined && hashKey(withState(query.queryKey, undefined)) === asked ? earlier : undefined,
    gcTime: 0,
  }
}

/** A key is a path and what is asked there; tRPC takes the input from it and leaves other members alone. */
function withState([path, about]: QueryKey, state: readonly unknown[] | undefined): QueryKey {
  return [path, { ...(about as object), asOf: state }]
}
