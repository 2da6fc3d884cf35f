import type { Definition, GraphTask } from '@/components/graph/definition'

const INPUT = /\$\{workflow\.input\.([A-Za-z_]\w*)/g

/** A new workflow that runs the tasks one after the other and declares the inputs that they read. */
export function workflowOfTasks(name: string, tasks: readonly GraphTask[]): Definition {
  const inputs = new Set([...JSON.stringify(tasks).matchAll(INPUT)].map((found) => found[1] as string))
  return { name, version: 1, schemaVersion: 2, tasks: [...tasks], inputParameters: [...inputs] }
}
