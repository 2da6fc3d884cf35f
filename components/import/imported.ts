import type { Definition, GraphTask } from '@/components/graph/definition'
import type { TaskDefInput } from '@/server/model/task-def'

/** What a foreign text turned into. What could not be taken over is named, never dropped. */
export interface Imported {
  readonly kind: ImportKind
  readonly workflows: readonly Definition[]
  /** Tasks on their own, to be put into a workflow. */
  readonly tasks: readonly GraphTask[]
  readonly taskDefinitions: readonly TaskDefInput[]
  readonly notes: readonly ImportNote[]
}

export type ImportKind = 'conductor' | 'curl' | 'openapi' | 'bpmn'

export interface ImportNote {
  /** The id or place in the source. */
  readonly where: string | null
  readonly message: string
}

/** The text is not what it was taken for: the message says what was expected and where. */
export class ImportRefused extends Error {}

export const NOTHING: Omit<Imported, 'kind'> = { workflows: [], tasks: [], taskDefinitions: [], notes: [] }
