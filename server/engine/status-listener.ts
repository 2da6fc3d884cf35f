import type { Workflow } from '@/server/model/execution'
import { asTaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { maskOf } from '@/server/model/mask'
import { isTerminalWorkflow } from '@/server/model/status'
import { toWorkflowSummary } from '@/server/model/wire-summary'
import { startAside } from './asides'
import { changeWorkflow, type Draft } from './draft'
import type { EngineEvent, ReopenCause } from './event'

/**
 * `workflowStatusListenerEnabled`: each change of the workflow's status is a message for `workflowStatusListenerSink`,
 * with what a search shows of the workflow. A queue of this server gets it with this transition; a broker gets it from
 * an execution beside, in order and tried again, so that the workflow neither waits for it nor fails with it.
 */
type Notice =
  | 'STARTED'
  | 'PAUSED'
  | 'RESUMED'
  | 'RESTARTED'
  | 'RETRIED'
  | 'RERAN'
  | 'COMPLETED'
  | 'TERMINATED'
  | 'FINALIZED'

export function tellStatus(draft: Draft, event: EngineEvent): void {
  const { workflowStatusListenerEnabled: isEnabled, workflowStatusListenerSink } = draft.snapshot.definition
  const sink = workflowStatusListenerSink?.trim() ?? ''
  if (!isEnabled || sink === '') return
  const began = beginningOf(draft, event)
  const notices = [...(began === null ? [] : [began]), ...endOf(draft, began)]
  if (notices.length > 0) send(draft, sink, notices)
}

function beginningOf(draft: Draft, event: EngineEvent): Notice | null {
  const { workflow: before, rows } = draft.execution
  if (event.type === 'start' && rows.counts.rows === 0 && !before.state?.announced) return announce(draft)
  // A request that came to nothing.
  if (draft.workflow === before) return null
  if (event.type === 'pause' && before.status !== 'PAUSED') return 'PAUSED'
  if (event.type === 'resume') return 'RESUMED'
  if (!isTerminalWorkflow(before.status)) return null
  if (event.type === 'child-reopened') return BY_CHILD[event.by]
  if (event.type === 'restart') return 'RESTARTED'
  // As in Conductor, only a rerun from the beginning is called one.
  if (event.type === 'rerun') return event.taskId === null ? 'RERAN' : 'RETRIED'
  return event.type === 'retry' ? 'RETRIED' : null
}

const BY_CHILD: Readonly<Record<ReopenCause, Notice>> = { retry: 'RETRIED', restart: 'RESTARTED', rerun: 'RERAN' }

/** Also of one that was terminated before. What waits for a place is noted: its start may come twice. */
function announce(draft: Draft): Notice | null {
  const { workflow, rows, execution } = draft
  if (isTerminalWorkflow(execution.workflow.status)) return null
  if (rows.counts.rows === 0 && !isTerminalWorkflow(workflow.status))
    changeWorkflow(draft, { state: { ...workflow.state, announced: true } })
  return 'STARTED'
}

function endOf({ workflow, execution }: Draft, began: Notice | null): readonly Notice[] {
  if (!isTerminalWorkflow(workflow.status)) return []
  if (workflow.status === execution.workflow.status && began === null) return []
  return [workflow.status === 'COMPLETED' ? 'COMPLETED' : 'TERMINATED', 'FINALIZED']
}

function send(draft: Draft, sink: string, notices: readonly Notice[]): void {
  const { workflowName } = draft.workflow
  const workflow = summaryOf(draft)
  if (sink === 'conductor' || sink.startsWith('conductor:')) {
    const name = sink.slice('conductor:'.length) || 'status'
    for (const eventType of notices) {
      const messageId = asTaskId(draft.context.newId())
      draft.effects.push({
        type: 'emit',
        event: `conductor:${workflowName}:${name}`,
        messageId,
        payload: { eventType, workflow },
      })
    }
    return
  }
  startAside(draft, {
    name: `${workflowName}_status_${notices.join('_')}`,
    tasks: notices.map((eventType) => message(sink, eventType)),
    input: { workflow },
    secretNames: null,
  })
}

const PATIENT = { retryCount: 5, retryLogic: 'EXPONENTIAL_BACKOFF', retryDelaySeconds: 2 } as const

function message(sink: string, eventType: Notice) {
  return {
    name: sink,
    taskReferenceName: eventType,
    type: 'EVENT',
    sink,
    inputParameters: { eventType, workflow: '${workflow.input.workflow}' },
    taskDefinition: { name: sink, ...PATIENT },
  }
}

/** Longer payloads stay out of the message; their sizes are in it. */
const MOST_CHARACTERS = 256 * 1024

function summaryOf({ workflow, snapshot }: Draft): JsonObject {
  const mask = maskOf(snapshot.definition)
  const { input, output, ...facts } = toWorkflowSummary(masked(workflow, mask))
  const texts = Object.entries({ input, output }).filter(([, text]) => String(text).length <= MOST_CHARACTERS)
  return { ...facts, ...Object.fromEntries(texts) } as JsonObject
}

function masked(workflow: Workflow, mask: (payload: JsonObject) => JsonObject): Workflow {
  return { ...workflow, input: mask(workflow.input), output: mask(workflow.output) }
}
