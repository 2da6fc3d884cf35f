import type { DecideContext } from './context'
import type { Decision } from './decision'
import type { EngineEvent } from './event'
import type { Execution } from './execution'

/**
 * What one event does to one execution. Never changes its arguments and never throws for a domain reason: a failed
 * task or a failed workflow is part of the decision, a request that this state does not allow is `refused`.
 */
export function decide(_execution: Execution, _event: EngineEvent, _context: DecideContext): Decision {
  return {
    changes: { workflow: null, created: [], updated: [], removed: [], definition: null },
    effects: [],
    wakeAt: null,
    refused: null,
  }
}
