import type { HttpOutcome, ScriptOutcome } from '@/server/engine/event'
import type { SystemWork } from '@/server/store/batch'
import type { App } from './app'

/**
 * Runs a script or an HTTP call on a workflow's behalf and reports what came of it. Work that could not be done
 * because this server is stopping is left to its lease: another one asks for it again.
 */
export async function performWork(app: App, work: SystemWork): Promise<void> {
  const { effect, namespaceId, workflowId } = work
  const { taskId } = effect
  try {
    if (effect.type === 'evaluate') {
      const { language, expression, input } = effect
      const outcome: ScriptOutcome = await app.scripts.evaluate({
        namespaceId: String(namespaceId),
        language,
        expression,
        input,
      })
      await app.store.submit({ namespaceId, workflowId, event: { type: 'script-result', taskId, outcome } })
    } else {
      const outcome: HttpOutcome = await app.http.call(namespaceId, effect.input)
      await app.store.submit({ namespaceId, workflowId, event: { type: 'http-result', taskId, outcome } })
    }
  } catch (err) {
    app.logger.info({ err, workflowId, taskId }, 'System work was left undone; its lease will bring it back')
  } finally {
    app.store.workEnded(work)
  }
}
