import { adminRoutes } from './admin'
import type { Route } from './core/route'
import { eventHandlerByNameRoutes } from './events/handler-by-name'
import { eventHandlerRoutes } from './events/handlers'
import { incomingEventRoutes } from './events/incoming'
import { eventRecordRoutes } from './events/records'
import { integrationDefinitionRoutes } from './integrations/definitions'
import { integrationRoutes } from './integrations/providers'
import { schemaRoutes } from './metadata/schemas'
import { tagRoutes } from './metadata/tags'
import { taskDefinitionRoutes } from './metadata/task-definitions'
import { workflowDefinitionRoutes } from './metadata/workflow-definitions'
import { schedulerAdminRoutes } from './scheduler/scheduler-admin'
import { scheduleRoutes } from './scheduler/schedules'
import { serverInfoRoutes } from './server-info'
import { environmentRoutes } from './settings/environment'
import { secretRoutes } from './settings/secrets'
import { taskPollRoutes } from './tasks/poll'
import { queueRoutes } from './tasks/queues'
import { taskReadRoutes } from './tasks/read'
import { signalRoutes } from './tasks/signal'
import { taskUpdateRoutes } from './tasks/update'
import { tokenRoutes } from './token'
import { webhookRoutes } from './webhooks/webhooks'
import { workflowBulkRoutes } from './workflow/bulk'
import { workflowControlRoutes } from './workflow/control'
import { workflowExecuteByNameRoutes } from './workflow/execute-by-name'
import { externalStorageRoutes } from './workflow/external-storage'
import { workflowMessageRoutes } from './workflow/messages'
import { workflowReadRoutes } from './workflow/read'
import { workflowRepairRoutes } from './workflow/repair'
import { workflowSearchRoutes } from './workflow/search'
import { workflowStartRoutes } from './workflow/start'
import { workflowTestRoutes } from './workflow/test-run'

/** The whole API. Order matters: literal paths (`/workflow/search`) stand before patterns (`/workflow/:workflowId`). */
export const ROUTES: readonly Route[] = [
  ...serverInfoRoutes,
  ...tokenRoutes,
  ...tagRoutes,
  ...workflowDefinitionRoutes,
  ...taskDefinitionRoutes,
  ...eventRecordRoutes,
  ...incomingEventRoutes,
  ...eventHandlerByNameRoutes,
  ...eventHandlerRoutes,
  ...externalStorageRoutes,
  ...workflowBulkRoutes,
  ...workflowSearchRoutes,
  ...workflowReadRoutes,
  ...workflowControlRoutes,
  ...workflowRepairRoutes,
  ...workflowTestRoutes,
  ...workflowMessageRoutes,
  ...workflowExecuteByNameRoutes,
  ...workflowStartRoutes,
  ...integrationDefinitionRoutes,
  ...integrationRoutes,
  ...webhookRoutes,
  ...queueRoutes,
  ...taskPollRoutes,
  ...taskReadRoutes,
  ...signalRoutes,
  ...taskUpdateRoutes,
  ...adminRoutes,
  ...secretRoutes,
  ...environmentRoutes,
  ...schedulerAdminRoutes,
  ...scheduleRoutes,
  ...schemaRoutes,
]
