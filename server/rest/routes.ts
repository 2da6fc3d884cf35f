import type { Route } from './core/route'
import { taskDefinitionRoutes } from './metadata/task-definitions'
import { workflowDefinitionRoutes } from './metadata/workflow-definitions'
import { serverInfoRoutes } from './server-info'
import { queueRoutes } from './tasks/queues'
import { taskReadRoutes } from './tasks/read'
import { tokenRoutes } from './token'
import { workflowReadRoutes } from './workflow/read'
import { workflowSearchRoutes } from './workflow/search'

/** The whole API. Order matters: literal paths (`/workflow/search`) stand before patterns (`/workflow/:workflowId`). */
export const ROUTES: readonly Route[] = [
  ...serverInfoRoutes,
  ...tokenRoutes,
  ...workflowDefinitionRoutes,
  ...taskDefinitionRoutes,
  ...workflowSearchRoutes,
  ...workflowReadRoutes,
  ...queueRoutes,
  ...taskReadRoutes,
]
