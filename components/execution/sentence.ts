/** A line of text with emphasised names, and the one thing a person can do about it. */
export interface Sentence {
  readonly parts: readonly (string | { readonly strong: string })[]
  readonly tone: 'running' | 'waiting' | 'blocked' | 'paused' | 'done' | 'failed' | 'timed-out' | 'stopped'
  readonly action: SentenceAction | null
}

export type SentenceAction =
  | { readonly type: 'connect-worker'; readonly taskType: string }
  | { readonly type: 'resume' }
  | { readonly type: 'open-run'; readonly workflowId: string }

export function sentenceText(sentence: Sentence): string {
  return sentence.parts.map((part) => (typeof part === 'string' ? part : part.strong)).join('')
}
