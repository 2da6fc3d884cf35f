import { router } from './init'
import { accessRouter } from './routers/access'
import { accountRouter } from './routers/account'
import { definitionsRouter } from './routers/definitions'
import { draftsRouter } from './routers/drafts'
import { eventsRouter } from './routers/events'
import { executionsRouter } from './routers/executions'
import { extensionsRouter } from './routers/extensions'
import { feedbackRouter } from './routers/feedback'
import { integrationsRouter } from './routers/integrations'
import { liveRouter } from './routers/live'
import { looksRouter } from './routers/looks'
import { membersRouter } from './routers/members'
import { namespacesRouter } from './routers/namespaces'
import { notesRouter } from './routers/notes'
import { runViewsRouter } from './routers/run-views'
import { savedInputsRouter } from './routers/saved-inputs'
import { schedulesRouter } from './routers/schedules'
import { schemasRouter } from './routers/schemas'
import { scriptsRouter } from './routers/scripts'
import { taskDefinitionsRouter } from './routers/task-definitions'
import { usageRouter } from './routers/usage'
import { secretsRouter, variablesRouter } from './routers/values'
import { webhooksRouter } from './routers/webhooks'

export const appRouter = router({
  account: accountRouter,
  namespaces: namespacesRouter,
  access: accessRouter,
  members: membersRouter,
  feedback: feedbackRouter,
  usage: usageRouter,
  definitions: definitionsRouter,
  drafts: draftsRouter,
  notes: notesRouter,
  looks: looksRouter,
  savedInputs: savedInputsRouter,
  runViews: runViewsRouter,
  executions: executionsRouter,
  scripts: scriptsRouter,
  taskDefinitions: taskDefinitionsRouter,
  extensions: extensionsRouter,
  integrations: integrationsRouter,
  events: eventsRouter,
  schedules: schedulesRouter,
  schemas: schemasRouter,
  secrets: secretsRouter,
  variables: variablesRouter,
  webhooks: webhooksRouter,
  live: liveRouter,
})

export type AppRouter = typeof appRouter
