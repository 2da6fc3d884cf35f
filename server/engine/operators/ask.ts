import type { EvaluateEffect } from '@/server/engine/decision'
import { changeTask, type Draft } from '@/server/engine/draft'
import type { Task } from '@/server/model/execution'

/** How long our own executors may hold a row before it is handed to them again. */
export const PATIENCE_MS = 30_000

/** Ask the sandbox; the answer comes as `script-result`. */
export function askScript(
  draft: Draft,
  task: Task,
  question: Pick<EvaluateEffect, 'language' | 'expression' | 'input'> & Partial<EvaluateEffect>,
): void {
  holdForUs(draft, task)
  draft.effects.push({ type: 'evaluate', taskId: task.taskId, secretNames: task.secretNames ?? null, ...question })
}

export function holdForUs(draft: Draft, task: Task): void {
  changeTask(draft, task, { status: 'IN_PROGRESS', leaseUntil: draft.context.now + PATIENCE_MS })
}
