import { setTimeout as sleep } from 'node:timers/promises'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { type Answer, type Client, createClient } from './client'
import { createNames, type Names } from './names'
import { executionView, polledView } from './observation'
import type { CallStep, Observations, PollStep, Scenario, SettleStep, StartStep, Step, UpdateStep } from './scenario'

/** The reference needed its pauses; our timers are prompt, so a part of them is enough and none may run out meanwhile. */
const HASTE = 0.3
const LOST_MS = 6_000
const LONGEST_POLL_S = 10

/**
 * Does what a recording did and writes down what it saw, in the recording's own form. `haste`: the part of its pauses
 * that is kept; none where a clock runs that a slow machine would let run out.
 */
export async function replay(scenario: Scenario, baseUrl: string, haste = HASTE): Promise<Observations> {
  const run: Run = { client: createClient(baseUrl), names: createNames(), haste }
  const registered = await register(scenario, run)
  const observed: Json[] = []
  for (const [index, step] of scenario.steps.entries()) {
    const recorded = scenario.observed[index] ?? null
    observed.push(run.names.hide(await observe(step, run, recorded)))
  }
  return { registered, observed }
}

interface Run {
  readonly client: Client
  readonly names: Names
  readonly haste: number
}

async function register({ register }: Scenario, { client }: Run): Promise<Json[]> {
  const registered: Json[] = []
  const post = async (path: string, body: Json) => {
    const { status, body: answer } = await client('POST', path, JSON.stringify(body))
    registered.push(status === 200 ? { status } : { status, body: answer })
  }
  for (const taskDef of register.taskDefs ?? []) await post('/metadata/taskdefs', [taskDef])
  for (const workflow of register.workflows ?? []) await post('/metadata/workflow', workflow)
  for (const event of register.events ?? []) await post('/event', event)
  return registered
}

function observe(step: Step, run: Run, recorded: Json): Promise<Json> {
  if ('settle' in step) return settle(step, run, recorded)
  if ('start' in step) return start(step, run)
  if ('poll' in step) return poll(step, run, recorded)
  if ('update' in step) return update(step, run)
  if ('call' in step) return call(step, run)
  return sleep(step.sleep * 1000, null)
}

async function start(step: StartStep, { client, names }: Run): Promise<Json> {
  const answer = await client('POST', '/workflow', JSON.stringify(names.fill(step.start)))
  const name = step.as ?? 'w'
  if (answer.status === 200) {
    names.keep(name, String(answer.body))
    names.learn(String(answer.body), `<${name}>`)
  }
  return { ...answer }
}

/** Where the recording got nothing, ours is not waited for until a delay that runs meanwhile may be over. */
async function poll(step: PollStep, { client, names, haste }: Run, recorded: Json): Promise<Json> {
  const domain = step.domain === undefined ? '' : `&domain=${encodeURIComponent(step.domain)}`
  const path = `/tasks/poll/${encodeURIComponent(step.poll)}?workerid=golden${domain}`
  const withinMs = Math.min(step.within ?? 15, LONGEST_POLL_S) * 1000
  const deadline = Date.now() + (isJsonObject(recorded) && recorded.body === null ? withinMs * haste : withinMs)
  let answer = await client('GET', path)
  while (answer.status === 204 && Date.now() < deadline) {
    await sleep(50)
    answer = await client('GET', path)
  }
  if (answer.status !== 200) return { status: answer.status, body: null }
  const task = answer.body as JsonObject
  names.keep(step.as, String(task.taskId))
  names.keep(`${step.as}_wf`, String(task.workflowInstanceId))
  names.learnTasks([task])
  return { status: answer.status, body: polledView(task) }
}

async function update(step: UpdateStep, { client, names }: Run): Promise<Json> {
  const { update: name, output, ...rest } = step
  const body = names.fill({
    taskId: `{${name}}`,
    workflowInstanceId: `{${name}_wf}`,
    workerId: 'golden',
    outputData: output ?? {},
    ...rest,
  })
  return { ...(await client('POST', '/tasks', JSON.stringify(body))) }
}

/** Reads the execution until it stays as it was recorded, or stays different for so long that it will not get there. */
async function settle(step: SettleStep, { client, names, haste }: Run, recorded: Json): Promise<Json> {
  const path = `/workflow/${names.fill(step.settle.startsWith('{') ? step.settle : `{${step.settle}}`)}`
  const quietMs = (step.quiet ?? (step.until === undefined ? 1 : 0.5)) * 1000 * haste
  const deadline = Date.now() + (step.limit ?? 15) * 1000
  let last = ''
  let since = Date.now()
  for (;;) {
    const { status, body } = await client('GET', path)
    if (status !== 200) return { http: status }
    const execution = body as JsonObject
    names.learnTasks(execution.tasks as readonly JsonObject[])
    const view = executionView(execution)
    const text = JSON.stringify(view)
    if (text !== last) since = Date.now()
    last = text
    const patience = statusesOf(view) === statusesOf(recorded) ? quietMs : LOST_MS
    if (Date.now() - since >= patience || Date.now() > deadline) return view
    await sleep(50)
  }
}

function statusesOf(view: Json): string {
  if (!isJsonObject(view) || !Array.isArray(view.tasks)) return ''
  return [view, ...(view.tasks as readonly JsonObject[])].map(({ status }) => status).join()
}

async function call(step: CallStep, { client, names }: Run): Promise<Json> {
  const { method, path, body, raw } = step.call
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(names.fill(body)))
  const answer = await client(method, names.fill(path), text)
  if (step.only === 'status') return { status: answer.status, type: answer.type }
  return { ...answer, body: picked(answer, step.pick) }
}

function picked({ body }: Answer, pick: readonly string[] | undefined): Json {
  if (!pick || typeof body !== 'object' || body === null) return body
  const fields = body as JsonObject
  return Object.fromEntries(pick.map((field) => [field, fields[field] ?? null]))
}
