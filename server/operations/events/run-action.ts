import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import type { ActionCall } from './action-call'
import { startWorkflowOf } from './action-start'
import { answerTask } from './action-task'
import { terminateOf, updateVariablesOf } from './action-workflow'
import { closeExecution, openExecution, runErrand } from './event-executions'

const MOST_ATTEMPTS = 10

/** Does one action of a handler and records what came of it. False: it did not come to that, and is to be tried again. */
export async function runAction(app: App, call: ActionCall): Promise<boolean> {
  const { message, handler, position } = call
  try {
    await closeExecution(app, call, { status: 'COMPLETED', output: await perform(app, call) })
    return true
  } catch (err) {
    if (isPassing(err) && message.attempts < MOST_ATTEMPTS) {
      app.logger.info(
        { err, handler: handler.name, position, messageId: message.messageId },
        'An action is tried again',
      )
      return false
    }
    const exception = err instanceof Error ? err.message : String(err)
    await closeExecution(app, call, { status: 'FAILED', output: { exception } })
    return true
  }
}

async function perform(app: App, call: ActionCall): Promise<JsonObject> {
  switch (call.action.action) {
    case 'start_workflow':
      await openExecution(app, call)
      return startWorkflowOf(app, call)
    case 'complete_task':
      return runErrand(app, call, await answerTask(app, call, 'COMPLETED'))
    case 'fail_task':
      return runErrand(app, call, await answerTask(app, call, 'FAILED'))
    case 'terminate_workflow':
      return runErrand(app, call, terminateOf(app, call))
    case 'update_workflow_variables':
      return runErrand(app, call, updateVariablesOf(app, call))
    default:
      throw new AppError('BAD_REQUEST', `The action ${call.action.action ?? '(none)'} does not exist on this server.`)
  }
}

const PASSING: ReadonlySet<string> = new Set(['TOO_MANY_REQUESTS', 'UNAVAILABLE', 'INTERNAL'])

/** What may be different a little later; a refusal is final. */
function isPassing(error: unknown): boolean {
  return error instanceof AppError ? PASSING.has(error.code) : true
}
