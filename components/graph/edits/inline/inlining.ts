import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'

/** A task that runs another definition, and that definition, which is to take its place. */
export interface Inlining {
  readonly definition: Definition
  readonly path: JsonPath
  readonly card: GraphTask
  readonly child: Definition
}
