import { z } from 'zod'
import { toWireWorkflowDef } from '@/server/model/wire-definition'
import { type WorkflowDef, workflowDefSchema } from '@/server/model/workflow-def'
import { deleteWorkflowDefinition } from '@/server/operations/delete-workflow-definition'
import { registerWorkflow } from '@/server/operations/register-workflow'
import { updateWorkflows } from '@/server/operations/update-workflows'
import { validateWorkflow } from '@/server/operations/validate-workflow'
import { getWorkflowDefinition } from '@/server/queries/get-workflow-definition'
import { listWorkflowDefinitions } from '@/server/queries/list-workflow-definitions'
import { listWorkflowVersions } from '@/server/queries/list-workflow-versions'
import { empty, json } from '@/server/rest/core/answers'
import { jsonBody, noBody } from '@/server/rest/core/body'
import { wholeNumber } from '@/server/rest/core/path-values'
import { type Call, type QueryParameter, type Route, routesOf } from '@/server/rest/core/route'

const route = routesOf('Workflow definitions')

const classifier: QueryParameter = { name: 'classifier', type: 'string', summary: 'Only these: workflow or agent' }

async function listed({ tenant, query }: Call<undefined>, which: 'all' | 'latest'): Promise<Response> {
  const wanted = query.text('classifier')
  const definitions = await listWorkflowDefinitions(tenant, which)
  return json(definitions.filter((each) => wanted === null || classifierOf(each) === wanted).map(toWireWorkflowDef))
}

/** As Conductor tells agents from other workflows. */
function classifierOf({ metadata }: WorkflowDef): string {
  if ('agentDef' in metadata || 'agent_sdk' in metadata) return 'agent'
  return typeof metadata.classifier === 'string' ? metadata.classifier : 'workflow'
}

export const workflowDefinitionRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/metadata/workflow',
    name: 'getAllWorkflows',
    summary: 'Every version of every workflow definition',
    query: [classifier],
    body: noBody,
    answer: { type: 'json', schema: z.array(workflowDefSchema) },
    handle: (call) => listed(call, 'all'),
  }),
  route({
    method: 'POST',
    path: '/metadata/workflow',
    name: 'registerWorkflowDef',
    summary: 'Register a workflow definition',
    query: [{ name: 'overwrite', type: 'boolean', summary: 'Replace the version when it exists' }],
    body: jsonBody(workflowDefSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, body, query }) => {
      await registerWorkflow(app, actor, { definition: body, overwrite: query.flag('overwrite', false) })
      return empty()
    },
  }),
  route({
    method: 'PUT',
    path: '/metadata/workflow',
    name: 'updateWorkflowDef',
    summary: 'Register or replace several workflow definitions',
    body: jsonBody(z.array(workflowDefSchema).min(1, 'WorkflowDefList is empty')),
    answer: { type: 'json' },
    handle: async ({ app, actor, body }) => json(await updateWorkflows(app, actor, body)),
  }),
  route({
    method: 'POST',
    path: '/metadata/workflow/validate',
    name: 'validateWorkflowDef',
    summary: 'Say what is wrong with a workflow definition',
    body: jsonBody(workflowDefSchema),
    answer: { type: 'empty' },
    handle: async ({ app, actor, body }) => {
      await validateWorkflow(app, actor, body)
      return empty()
    },
  }),
  route({
    method: 'GET',
    path: '/metadata/workflow/latest-versions',
    name: 'getLatestVersions',
    summary: 'The newest version of every workflow definition',
    query: [classifier],
    body: noBody,
    answer: { type: 'json', schema: z.array(workflowDefSchema) },
    handle: (call) => listed(call, 'latest'),
  }),
  route({
    method: 'GET',
    path: '/metadata/workflow/names',
    name: 'getWorkflowNames',
    summary: 'The names of all workflow definitions',
    body: noBody,
    answer: { type: 'json', schema: z.array(z.string()) },
    handle: async ({ tenant }) => {
      const versions = await listWorkflowVersions(tenant, null)
      return json([...new Set(versions.map(({ name }) => name))])
    },
  }),
  route({
    method: 'GET',
    path: '/metadata/workflow/names-and-versions',
    name: 'getWorkflowNamesAndVersions',
    summary: 'Versions of all workflow definitions, by name',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant }) => json(Object.groupBy(await listWorkflowVersions(tenant, null), ({ name }) => name)),
  }),
  route({
    method: 'GET',
    path: '/metadata/workflow/:name/versions',
    name: 'getWorkflowVersions',
    summary: 'The versions of one workflow definition',
    body: noBody,
    answer: { type: 'json' },
    handle: async ({ tenant, param }) => json(await listWorkflowVersions(tenant, param('name'))),
  }),
  route({
    method: 'GET',
    path: '/metadata/workflow/:name',
    name: 'getWorkflowDef',
    summary: 'One workflow definition',
    query: [{ name: 'version', type: 'integer', summary: 'The latest when left out' }],
    body: noBody,
    answer: { type: 'json', schema: workflowDefSchema },
    handle: async ({ tenant, param, query }) =>
      json(toWireWorkflowDef(await getWorkflowDefinition(tenant, param('name'), query.intOrNull('version')))),
  }),
  route({
    method: 'DELETE',
    path: '/metadata/workflow/:name/:version',
    name: 'unregisterWorkflowDef',
    summary: 'Remove one version of a workflow definition',
    body: noBody,
    answer: { type: 'empty' },
    handle: async ({ app, actor, param }) => {
      const version = wholeNumber('version', param('version'))
      await deleteWorkflowDefinition(app, actor, { name: param('name'), version })
      return empty()
    },
  }),
]
