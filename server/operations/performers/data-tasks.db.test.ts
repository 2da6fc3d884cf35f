import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestServer, reaches, simple, startRestServer, system } from '@/server/rest/testing/rest-server'

let server: RestServer
let files: Server
let url: string
let downloads = 0
const call: RestServer['call'] = (...request) => server.call(...request)

/** The least that is a workbook: one sheet of inline texts and numbers. */
function workbook(rows: readonly (readonly (string | number)[])[]): Buffer {
  const cell = (value: string | number, ref: string) =>
    typeof value === 'number'
      ? `<c r="${ref}"><v>${value}</v></c>`
      : `<c r="${ref}" t="inlineStr"><is><t>${value.replace('>', '&gt;')}</t></is></c>`
  const line = (row: readonly (string | number)[], y: number) =>
    `<row r="${y + 1}">${row.map((value, x) => cell(value, `${'ABCDEF'[x]}${y + 1}`)).join('')}</row>`
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${types}"/>`,
    '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${documents}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${documents}"><sheets><sheet name="Rules" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${documents}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map(line).join('')}</sheetData></worksheet>`,
  }
  return Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))))
}

const RULES = [
  ['level', 'amount', 'discount'],
  ['gold', '> 100', 20],
  ['gold', '*', 10],
] as const
const BOMB = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024) }))

beforeAll(async () => {
  files = createServer((request, response) => {
    downloads += 1
    if (request.url?.startsWith('/rules.xlsx')) response.end(workbook(RULES))
    else if (request.url?.startsWith('/rules.csv')) response.end(RULES.map((row) => row.join(',')).join('\n'))
    else if (request.url === '/bomb.xlsx') response.end(BOMB)
    else if (request.url === '/broken.xlsx') response.end('PK nothing')
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve))
  const { port } = files.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
  server = await startRestServer({ PLAYGROUND_OUTBOUND_ALLOW: `127.0.0.1:${port}` })
})
afterAll(async () => {
  await server.stop()
  files.close()
})

let count = 0
async function run(task: object, status = 'COMPLETED') {
  count += 1
  const name = `data_${count}`
  expect((await call('POST', '/metadata/workflow', { name, version: 1, tasks: [task] })).text).toBe('')
  const { text: id } = await call('POST', '/workflow', { name, input: {} })
  return reaches(call, id, status)
}

describe('BUSINESS_RULE', () => {
  const rule = (input: object) =>
    system('BUSINESS_RULE', 'r', {
      inputColumns: { level: 'gold', amount: 150 },
      outputColumns: ['discount'],
      ...input,
    })

  it.each(['xlsx', 'csv'])('reads its rules from a spreadsheet: %s', async (form) => {
    const first = await run(rule({ ruleFileLocation: `${url}/rules.${form}`, executionStrategy: 'FIRE_FIRST' }))
    expect(first.output).toEqual({ result: { discount: 20 } })
    const all = await run(rule({ ruleFileLocation: `${url}/rules.${form}`, executionStrategy: 'FIRE_ALL' }))
    expect(all.output).toEqual({ result: [{ discount: 20 }, { discount: 10 }] })
  })

  it('keeps them for as long as it is told to', async () => {
    const times = async (n: number, input: object) => {
      const before = downloads
      for (let i = 0; i < n; i++) await run(rule(input))
      return downloads - before
    }
    expect(await times(2, { ruleFileLocation: `${url}/rules.csv?kept`, cacheTimeoutMinutes: 1 })).toBe(1)
    expect(await times(2, { ruleFileLocation: `${url}/rules.csv?kept`, cacheTimeoutMinutes: 0 })).toBe(2)
  })

  it('says what is wrong with a file, and is not hurt by one', async () => {
    const reasonOf = async (path: string, input: object = {}) =>
      (await run(rule({ ruleFileLocation: url + path, ...input }), 'FAILED')).tasks[0].reasonForIncompletion
    expect(await reasonOf('/nowhere.xlsx')).toContain('404 Not Found')
    expect(await reasonOf('/broken.xlsx')).toContain('The file is no spreadsheet')
    expect(await reasonOf('/bomb.xlsx')).toContain('it unpacks to 83886080 bytes')
    expect(await reasonOf('/rules.xlsx', { outputColumns: ['price'] })).toContain('has no column price')
    expect(await reasonOf('/rules.xlsx', { executionStrategy: '${workflow.workflowType}' })).toContain(
      'FIRE_FIRST or FIRE_ALL',
    )
  })
})

describe('QUERY_PROCESSOR', () => {
  const query = async (input: object) => (await run(system('QUERY_PROCESSOR', 'q', input))).output.result

  beforeAll(async () => {
    await call('POST', '/metadata/workflow', { name: 'queried', version: 1, tasks: [simple('queried_task')] })
    for (const correlationId of ['c1', 'c2'])
      await call('POST', '/workflow', { name: 'queried', correlationId, input: {} })
  })

  it('searches executions', async () => {
    const both = await query({ queryType: 'CONDUCTOR_API', workflowNames: ['queried'], statuses: ['RUNNING'] })
    expect(both.count).toBe(2)
    expect(both.workflows[0]).toMatchObject({ workflowType: 'queried', status: 'RUNNING' })
    expect((await query({ workflowNames: ['queried'], correlationIds: ['c1'], startTimeFrom: 10 })).count).toBe(1)
    expect((await query({ workflowNames: ['queried'], startTimeTo: 10 })).count).toBe(0)
  })

  it('reads figures of queues and executions', async () => {
    const depth = await query({ queryType: 'METRICS', metricsQuery: 'task_queue_depth{taskType="queried_task"}' })
    expect(depth).toMatchObject({ status: 'success', data: { resultType: 'vector' } })
    const metric = { __name__: 'task_queue_depth', taskType: 'queried_task' }
    expect(depth.data.result).toEqual([{ metric, value: [expect.any(Number), '2'] }])
    const running = await query({ queryType: 'METRICS', metricsQuery: 'workflow_running{workflowName="queried"}' })
    expect(running.data.result[0].value[1]).toBe('2')
    const wrong = await run(system('QUERY_PROCESSOR', 'q', { queryType: 'METRICS', metricsQuery: 'up' }), 'FAILED')
    expect(wrong.tasks[0].reasonForIncompletion).toContain('task_queue_depth, workflow_running')
  })
})

describe('UPDATE_SECRET', () => {
  it('creates and replaces a secret, and keeps its value nowhere else', async () => {
    const update = (secretValue: string) =>
      system('UPDATE_SECRET', 's', { _secrets: { secretKey: 'TOKEN', secretValue } })
    for (const value of ['canary-1', 'canary-2']) {
      const { tasks } = await run(update(value))
      expect(tasks[0].inputData).toEqual({ _secrets: '***' })
      const { rows } = await server.app.db.pool.query('select data from task_inputs where id = $1', [tasks[0].taskId])
      expect(rows[0].data._secrets).toEqual({ secretKey: 'TOKEN', secretValue: '***' })
      expect((await call('GET', '/secrets/TOKEN')).text).toBe(value)
    }
    expect(
      (await run(system('UPDATE_SECRET', 's', { _secrets: '${workflow.input.none}' }), 'FAILED')).tasks[0]
        .reasonForIncompletion,
    ).toContain('_secrets')
  })
})
