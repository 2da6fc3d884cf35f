import type { Definition, JsonPath } from '@/components/graph/definition'

/** One edit that puts a problem right; what it does is said in its title. */
export interface Fix {
  readonly title: string
  readonly apply: (definition: Definition) => Definition
}

/** What a fix is looked for: where the problem stands, and the validator's words. */
export interface FixableProblem {
  readonly pointer: JsonPath
  readonly message: string
}
