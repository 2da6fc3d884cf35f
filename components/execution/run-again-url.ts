import type { RunHeader } from '@/server/model/run-view'

/** The run form with the input of this run in it. */
export function runAgainUrl({ workflowName, workflowVersion, workflowId }: RunHeader): string {
  return `/run?name=${encodeURIComponent(workflowName)}&version=${workflowVersion}&from=${workflowId}`
}
