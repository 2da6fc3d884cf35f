import { z } from 'zod'
import type { GraphTask } from '@/components/graph/definition'
import { workflowTaskSchema } from '@/server/model/workflow-def'

const task = workflowTaskSchema.refine(({ taskReferenceName }) => taskReferenceName !== '')
const tasks = z.array(task).min(1)
const copied = z.union([tasks, task, z.object({ tasks })])

/** Tasks in a text from anywhere: one task, a list of them, or a whole workflow. Null when it holds none. */
export function readTasks(text: string): readonly GraphTask[] | null {
  const value = readJson(text)
  if (!copied.safeParse(value).success) return null
  if (Array.isArray(value)) return value
  const { tasks: inside } = value as { tasks?: GraphTask[] }
  return inside ?? [value as GraphTask]
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
