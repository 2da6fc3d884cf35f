import { expect } from 'vitest'
import type { JsonObject } from '@/server/model/json'
import { sampleDefinitions } from '@/server/samples/sample-definitions'

export interface SampleRun {
  readonly status: string
  readonly output: JsonObject
  readonly reasonForIncompletion?: string
  readonly tasks: readonly { readonly referenceTaskName: string; readonly status: string }[]
}

export interface SampleClient {
  register(): Promise<void>
  /** Runs a sample to its end. */
  run(name: string, input: JsonObject): Promise<SampleRun>
}

/** The samples over HTTP, in the open namespace of a server. */
export function sampleClient(serverUrl: string): SampleClient {
  const call = async (method: string, path: string, body: unknown): Promise<string> => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${serverUrl}/api${path}`, { method, headers, body: JSON.stringify(body) })
    const text = await response.text()
    expect(`${response.status} ${text}`).toMatch(/^2/)
    return text
  }
  const read = async (id: string) => (await (await fetch(`${serverUrl}/api/workflow/${id}`)).json()) as SampleRun
  return {
    async register() {
      const { workflows, taskDefs } = sampleDefinitions(serverUrl)
      await call('POST', '/metadata/taskdefs', taskDefs)
      await call('PUT', '/metadata/workflow', workflows)
    },
    async run(name, input) {
      const id = await call('POST', '/workflow', { name, input })
      await expect
        .poll(() => read(id), { timeout: 20_000, interval: 50 })
        .toMatchObject({ status: expect.not.stringMatching('RUNNING') })
      const run = await read(id)
      expect(run).toMatchObject({ status: 'COMPLETED' })
      return run
    },
  }
}
