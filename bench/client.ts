import { Pool } from 'undici'

/** A keep-alive client of the Conductor API, as thin as possible: it shares the machine with the server it measures. */
export interface Client {
  request(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<{ status: number; text: string }>
  json<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T>
  close(): Promise<void>
}

export function createClient(origin: string): Client {
  const pool = new Pool(origin, { connections: 512, pipelining: 1, keepAliveTimeout: 30_000 })
  const headers = { 'content-type': 'application/json' }
  const client: Client = {
    async request(method, path, body) {
      const sent = body === undefined ? null : JSON.stringify(body)
      const response = await pool.request({ method, path: `/api${path}`, headers, body: sent })
      return { status: response.statusCode, text: await response.body.text() }
    },
    async json(method, path, body) {
      const { status, text } = await client.request(method, path, body)
      if (status >= 300) throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`)
      return text === '' ? null : JSON.parse(text)
    },
    close: () => pool.close(),
  }
  return client
}

export interface WireTask {
  readonly taskId: string
  readonly workflowInstanceId: string
  readonly taskType: string
  readonly inputData: Readonly<Record<string, unknown>>
}

export interface Poll {
  readonly count: number
  readonly timeoutMs: number
}

export const pollBatch = (client: Client, taskType: string, { count, timeoutMs }: Poll): Promise<WireTask[]> =>
  client.json('GET', `/tasks/poll/batch/${taskType}?workerid=bench&count=${count}&timeout=${timeoutMs}`)

export async function complete(client: Client, task: WireTask, outputData: object = {}): Promise<void> {
  const { taskId, workflowInstanceId } = task
  const body = { taskId, workflowInstanceId, status: 'COMPLETED', workerId: 'bench', outputData }
  const { status, text } = await client.request('POST', '/tasks', body)
  if (status !== 200) throw new Error(`POST /tasks answered ${status}: ${text.slice(0, 300)}`)
}

export async function startWorkflow(client: Client, name: string, input: object): Promise<string> {
  const { status, text } = await client.request('POST', '/workflow', { name, version: 1, input })
  if (status !== 200) throw new Error(`POST /workflow answered ${status}: ${text.slice(0, 300)}`)
  return text
}

export const statusOf = async (client: Client, workflowId: string): Promise<string> =>
  (await client.json<{ status: string }>('GET', `/workflow/${workflowId}/status`)).status

/** Registers task definitions and a workflow; repeating it changes nothing. */
export async function register(client: Client, taskNames: readonly string[], workflow: object): Promise<void> {
  const taskDefs = taskNames.map((name) => ({ name, ownerEmail: 'bench@example.com', responseTimeoutSeconds: 600 }))
  if (taskDefs.length > 0) await client.request('POST', '/metadata/taskdefs', taskDefs)
  const { status, text } = await client.request('PUT', '/metadata/workflow', [workflow])
  if (status !== 200) throw new Error(`The definition was refused (${status}): ${text.slice(0, 500)}`)
}
