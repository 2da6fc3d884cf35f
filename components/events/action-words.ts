import type { EventAction } from '@/server/model/event-handler'

/** What an action does, in a few words. */
export function actionWords(action: EventAction): string {
  switch (action.action) {
    case 'start_workflow':
      return `starts ${action.start_workflow?.name ?? 'a workflow'}`
    case 'complete_task':
      return `completes ${taskWords(action.complete_task)}`
    case 'fail_task':
      return `fails ${taskWords(action.fail_task)}`
    case 'terminate_workflow':
      return 'terminates an execution'
    case 'update_workflow_variables':
      return `sets ${Object.keys(action.update_workflow_variables?.variables ?? {}).join(', ') || 'variables'}`
    default:
      return action.action ?? 'nothing'
  }
}

function taskWords(details: EventAction['complete_task']): string {
  return details?.taskRefName ?? details?.taskId ?? 'a task'
}
