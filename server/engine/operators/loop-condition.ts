import { entryOf, templatedInput } from '@/server/engine/add-task'
import type { Draft } from '@/server/engine/draft'
import { turnOutputs, wholeLoopOutput } from '@/server/engine/loop-history'
import { baseRef } from '@/server/engine/task-refs'
import type { Task } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'

/**
 * What a loop's condition sees as `$`: the loop's inputs as they are now, its own output under its name, and the
 * outputs of this turn under the names of the body's tasks.
 */
export function conditionInput(draft: Draft, loop: Task): JsonObject {
  const output = needsHistory(loop) ? wholeLoopOutput(draft.rows, loop) : loop.outputData
  const own = { [baseRef(loop)]: output, [loop.referenceTaskName]: output }
  const { loopIndex, loopItem } = loop.outputData
  const item = loopIndex === undefined ? {} : { loopIndex, loopItem: loopItem ?? null }
  const inputs = templatedInput(draft, entryOf(loop), loop.taskId)
  return { ...inputs, ...turnOutputs(draft.rows, loop, { turn: loop.iteration }), ...own, ...item }
}

/**
 * A long loop's history is put together only for a condition that reads it. Plain uses of the loop's own name
 * (`$.loop.iteration`, `$.loop['iteration']`) do not, nor do names of other tasks; anything else of `$` might.
 */
function needsHistory(loop: Task): boolean {
  const condition = (loop.workflowTask.loopCondition ?? '').replace(CURRENT, '')
  return condition.includes(baseRef(loop)) || OPAQUE.test(condition)
}

const CURRENT =
  /\$\s*(?:\.\s*[\w$]+|\[\s*(?:'[^']*'|"[^"]*")\s*\])\s*(?:\.\s*iteration\b|\[\s*(?:'iteration'|"iteration")\s*\])/g

/** `$` used other than by a plain name: passed on, or indexed by something computed. */
const OPAQUE = /\$(?!\s*(?:\.\s*[\w]|\[\s*['"]))/
