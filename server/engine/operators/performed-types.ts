import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { startWorkflowRequestSchema } from '@/server/model/requests'
import { requestProblem } from './http'
import { inputWithoutId } from './input-without-id'
import { performed } from './performed'

/** The performed types that differ from each other only in what they need. */

/** Fire and forget: the other execution has no parent. Secrets reach it as markers. */
export const startWorkflow = performed({ missing: startProblem, input: inputWithoutId, keepsMarkers: true })

export const terminateWorkflow = performed({
  missing: ({ workflowId = null }) => need('TERMINATE_WORKFLOW', 'workflowId', idsOf(workflowId).length > 0),
})

export const getWorkflow = performed({ missing: ({ id = null }) => need('GET_WORKFLOW', 'id', isText(id)) })

export const updateTask = performed({ missing: updateProblem })

/** HTTP again and again until its answer meets a condition. */
export const httpPoll = performed({
  missing: (input) =>
    requestProblem(input) ?? need('HTTP_POLL', 'terminationCondition', isText(input.terminationCondition ?? null)),
})

export const getSignedJwt = performed({
  missing: ({ privateKey = null }) => need('GET_SIGNED_JWT', 'privateKey', isText(privateKey)),
})

/** What the rules of a spreadsheet say of some values. */
export const businessRule = performed({ missing: ruleProblem })

/** Questions about the namespace's executions and queues. */
export const queryProcessor = performed({ missing: queryProblem })

export const updateSecret = performed({
  missing: ({ _secrets: secrets = null }) =>
    need('UPDATE_SECRET', '_secrets.secretKey and _secrets.secretValue', isJsonObject(secrets) && isWhole(secrets)),
  keeps: (input) => ({ ...input, _secrets: { secretKey: secretKeyOf(input), secretValue: '***' } }),
})

/** Until a webhook receives an event that meets `matches`. */
export const waitForWebhook = performed({
  missing: ({ matches = null }) => need('WAIT_FOR_WEBHOOK', 'matches', isJsonObject(matches)),
  endsOutside: true,
})

/** Messages that were left for the execution, so many at a time. */
export const pullWorkflowMessages = performed()

function startProblem({ startWorkflow: request = null }: JsonObject): string | null {
  if (request === null) return "Missing 'startWorkflow' in input data."
  const { success, error } = startWorkflowRequestSchema.safeParse(request)
  if (success) return null
  if (!isJsonObject(request)) return 'Error reading StartWorkflowRequest. It must be an object.'
  const problems = error.issues.map(({ path, message }) => `'${path.join('.')}' -> ${message}. `)
  return `startWorkflow validation failed. ${problems.join('')}`
}

const TASK_STATUSES: readonly Json[] = ['COMPLETED', 'FAILED', 'FAILED_WITH_TERMINAL_ERROR', 'IN_PROGRESS', 'CANCELED']

function updateProblem(input: JsonObject): string | null {
  const { taskId = null, workflowId = null, taskRefName = null, taskStatus = null } = input
  const named = isText(taskId) || (isText(workflowId) && isText(taskRefName))
  if (!named) return 'UPDATE_TASK needs taskId, or workflowId and taskRefName.'
  if (TASK_STATUSES.includes(taskStatus)) return null
  return `UPDATE_TASK: taskStatus must be one of ${TASK_STATUSES.join(', ')}; found ${JSON.stringify(taskStatus)}.`
}

/** One id or a list of them. */
export function idsOf(given: Json): readonly string[] {
  return (Array.isArray(given) ? (given as readonly Json[]) : [given]).filter(isText)
}

function isText(value: Json): value is string {
  return typeof value === 'string' && value !== ''
}

function need(type: string, field: string, present: boolean): string | null {
  return present ? null : `${type} needs ${field} in its input.`
}

function ruleProblem({ ruleFileLocation = null, executionStrategy = 'FIRE_FIRST' }: JsonObject): string | null {
  const problem = need('BUSINESS_RULE', 'ruleFileLocation', isText(ruleFileLocation))
  if (problem !== null || executionStrategy === 'FIRE_FIRST' || executionStrategy === 'FIRE_ALL') return problem
  return `BUSINESS_RULE: executionStrategy must be FIRE_FIRST or FIRE_ALL; found ${JSON.stringify(executionStrategy)}.`
}

function queryProblem({ queryType = 'CONDUCTOR_API', metricsQuery = null }: JsonObject): string | null {
  if (queryType === 'CONDUCTOR_API') return null
  if (queryType === 'METRICS') return need('QUERY_PROCESSOR', 'metricsQuery', isText(metricsQuery))
  return `QUERY_PROCESSOR: queryType must be CONDUCTOR_API or METRICS; found ${JSON.stringify(queryType)}.`
}

const isWhole = ({ secretKey = null, secretValue = null }: JsonObject): boolean =>
  isText(secretKey) && secretValue !== null

const secretKeyOf = ({ _secrets: secrets = null }: JsonObject): Json =>
  isJsonObject(secrets) ? (secrets.secretKey ?? null) : null
