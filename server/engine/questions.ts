import type { Task } from '@/server/model/execution'
import { changeTask, type Draft } from './draft'

/**
 * A parent that runs again asks the children beside the one that brought it back to try again too. What such a child
 * said before it got the question (that it was terminated, with the parent) is on its way meanwhile, and would end the
 * parent again, which would end the other children, and so on for ever. So an open question is noted on the row, and
 * until its answer comes nothing else that the child says counts.
 */
export function openQuestion(task: Task): number | null {
  const ask = task.state?.ask
  return typeof ask === 'number' ? ask : null
}

export function isAnswer(task: Task, answers: number | undefined): boolean {
  return answers !== undefined && openQuestion(task) === answers
}

export function forgetQuestion(draft: Draft, task: Task): Task {
  return openQuestion(task) === null ? task : changeTask(draft, task, { state: withoutQuestion(task) })
}

export function withoutQuestion(task: Task): Task['state'] {
  if (openQuestion(task) === null) return task.state
  const { ask: _, ...state } = task.state ?? {}
  return state
}
