import { decideWorkflow } from '@/server/operations/decide-workflow'
import { pauseWorkflow } from '@/server/operations/pause-workflow'
import { removeWorkflow, terminateAndRemove } from '@/server/operations/remove-workflow'
import { resetCallbacks } from '@/server/operations/reset-callbacks'
import { restartWorkflow } from '@/server/operations/restart-workflow'
import { resumeWorkflow } from '@/server/operations/resume-workflow'
import { retryWorkflow } from '@/server/operations/retry-workflow'
import { terminateWorkflow } from '@/server/operations/terminate-workflow'
import { empty, noContent } from '@/server/rest/core/answers'
import { noBody } from '@/server/rest/core/body'
import { type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Workflows')

export const workflowControlRoutes: readonly Route[] = [
  route({
    method: 'PUT',
    path: '/workflow/decide/:workflowId',
    name: 'decide',
    summary: 'Look again whether anything is to be done',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await decideWorkflow(app, actor, param('workflowId'))
      return empty()
    },
  }),
  route({
    method: 'PUT',
    path: '/workflow/:workflowId/pause',
    name: 'pauseWorkflow',
    summary: 'Schedule nothing new until it is resumed',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await pauseWorkflow(app, actor, param('workflowId'))
      return empty()
    },
  }),
  route({
    method: 'PUT',
    path: '/workflow/:workflowId/resume',
    name: 'resumeWorkflow',
    summary: 'Go on after a pause',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await resumeWorkflow(app, actor, param('workflowId'))
      return empty()
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/:workflowId/resetcallbacks',
    name: 'resetWorkflow',
    summary: 'Let postponed tasks be polled at once',
    body: noBody,
    answer: { type: 'no-content' },
    handle: async ({ app, actor, param }) => {
      await resetCallbacks(app, actor, param('workflowId'))
      return noContent()
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/:workflowId/restart',
    name: 'restart',
    summary: 'Run an ended execution again from the beginning',
    query: [{ name: 'useLatestDefinitions', type: 'boolean', summary: 'With the newest definition' }],
    body: noBody,
    answer: { type: 'no-content' },
    handle: async ({ app, actor, param, query }) => {
      const useLatest = query.flag('useLatestDefinitions', false)
      await restartWorkflow(app, actor, { workflowId: param('workflowId'), useLatest })
      return noContent()
    },
  }),
  route({
    method: 'POST',
    path: '/workflow/:workflowId/retry',
    name: 'retry',
    summary: 'Run the failed tasks of an ended execution again',
    query: [{ name: 'resumeSubworkflowTasks', type: 'boolean', summary: 'Go on inside the failed child' }],
    body: noBody,
    answer: { type: 'no-content' },
    handle: async ({ app, actor, param, query }) => {
      const resumeSubworkflowTasks = query.flag('resumeSubworkflowTasks', false)
      await retryWorkflow(app, actor, { workflowId: param('workflowId'), resumeSubworkflowTasks })
      return noContent()
    },
  }),
  route({
    method: 'DELETE',
    path: '/workflow/:workflowId',
    name: 'terminate',
    summary: 'Terminate an execution',
    query: [
      { name: 'reason', type: 'string', summary: 'Why' },
      { name: 'triggerFailureWorkflow', type: 'boolean', summary: 'Start its failure workflow too' },
    ],
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, query }) => {
      await terminateWorkflow(app, actor, {
        workflowId: param('workflowId'),
        reason: query.text('reason'),
        triggerFailureWorkflow: query.flag('triggerFailureWorkflow', false),
      })
      return empty()
    },
  }),
  route({
    method: 'DELETE',
    path: '/workflow/:workflowId/remove',
    name: 'delete',
    summary: 'Delete an execution with all it holds',
    query: [{ name: 'archiveWorkflow', type: 'boolean', summary: 'Accepted and ignored: nothing is archived' }],
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      await removeWorkflow(app, actor, param('workflowId'))
      return empty()
    },
  }),
  route({
    method: 'DELETE',
    path: '/workflow/:workflowId/terminate-remove',
    name: 'terminateAndRemove',
    summary: 'Terminate an execution and delete it with all it holds',
    query: [{ name: 'reason', type: 'string', summary: 'Why' }],
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param, query }) => {
      await terminateAndRemove(app, actor, { workflowId: param('workflowId'), reason: query.text('reason') })
      return empty()
    },
  }),
]
