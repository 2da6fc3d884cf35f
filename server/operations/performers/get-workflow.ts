import { toWireWorkflow } from '@/server/model/wire-workflow'
import { tenantOf } from '@/server/platform/tenant'
import { getWorkflow } from '@/server/queries/get-workflow'
import { tryable } from './caller'

/** The output is the execution as the API answers it. */
export const performGetWorkflow = tryable(async (app, { namespaceId, input }) => {
  const withTasks = input.includeTasks === true || input.includeTasks === 'true'
  const found = await getWorkflow(tenantOf(app.db, namespaceId), String(input.id), withTasks)
  return { status: 'completed', output: toWireWorkflow(found) }
})
