import { vi } from 'vitest'
import type { RestClient } from './rest-client'
import { simple, system } from './rest-server'

/** One of everything that a namespace can hold, all of it under one name, with `CANARY` in every value. */
export interface Inhabited {
  readonly name: string
  readonly workflowId: string
  readonly taskId: string
  readonly webhookId: string
}

export const CANARY = 'CANARY-41d5'

export async function inhabit(call: RestClient, name: string): Promise<Inhabited> {
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body)
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`)
    return answer
  }
  const tags = [{ key: 'team', value: CANARY }]
  const start = { name, input: { value: CANARY } }
  const tasks = [simple(name), system('WAIT', 'pause')]
  await ask('POST', '/metadata/workflow', { name, description: CANARY, tasks, inputParameters: ['value'] })
  await ask('POST', '/metadata/taskdefs', [{ name, description: CANARY, retryCount: 1 }])
  await ask('PUT', `/secrets/${name}`, CANARY)
  await ask('PUT', `/environment/${name}`, CANARY)
  await ask('POST', '/schema', { name, version: 1, type: 'JSON', data: { description: CANARY } })
  const actions = [{ action: 'terminate_workflow', terminate_workflow: { workflowId: CANARY } }]
  await ask('POST', '/event', { name, event: `conductor:${name}`, active: true, actions, description: CANARY })
  await ask('POST', '/scheduler/schedules', { name, cronExpression: '0 0 0 1 1 *', startWorkflowRequest: start })
  const configuration = { host: `${CANARY}.example.com`, username: 'u', password: CANARY }
  await ask('POST', `/integrations/provider/${name}`, { type: 'amqp', description: CANARY, configuration })
  const headers = { 'x-token': CANARY }
  const webhook = { name, verifier: 'HEADER_BASED', headers, workflowsToStart: { [name]: 1 } }
  const webhookId: string = (await ask('POST', '/metadata/webhook', webhook)).body.id
  for (const path of TAGGED) await ask('PUT', path.replace(':name', name).replace(':id', webhookId), tags)
  const { text: workflowId } = await ask('POST', '/workflow', { ...start, correlationId: name })
  const taskId: string = (await ask('GET', `/workflow/${workflowId}`)).body.tasks[0].taskId
  await ask('POST', `/tasks/${taskId}/log`, CANARY)
  await ask('POST', '/event/handleIncomingEvent', { event: `conductor:${name}`, value: CANARY })
  await vi.waitFor(async () => {
    const { body } = await call('GET', `/event/message/conductor:${name}`)
    if (body[0]?.status !== 'HANDLED') throw new Error(`The message should be handled: ${JSON.stringify(body)}`)
  }, 20_000)
  return { name, workflowId, taskId, webhookId }
}

const TAGGED = [
  '/metadata/workflow/:name/tags',
  '/metadata/task/:name/tags',
  '/secrets/:name/tags',
  '/environment/:name/tags',
  '/event/:name/tags',
  '/scheduler/schedules/:name/tags',
  '/integrations/provider/:name/tags',
  '/metadata/webhook/:id/tags',
]
