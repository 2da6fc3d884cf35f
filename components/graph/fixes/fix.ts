import type { Definition, JsonPath } from '@/components/graph/definition'
import type { Rename } from '@/components/graph/edits/rename-reference'

/** One edit that puts a problem right; what it does is said in its title. */
export interface Fix {
  readonly title: string
  readonly apply: (definition: Definition) => Definition
  /** The reference that it renames: what is kept under it elsewhere, such as notes, follows. */
  readonly rename?: Rename
}

/** What a fix is looked for: where the problem stands, and the validator's words. */
export interface FixableProblem {
  readonly pointer: JsonPath
  readonly message: string
}
