import { OrkesClients } from '@io-orkes/conductor-javascript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessKey } from '@/e2e/testing/create-access-key'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'

/** The official JavaScript SDK's clients of secrets, schemas and schedules, unmodified. */
let server: RunningServer
let clients: OrkesClients

beforeAll(async () => {
  server = await startServer({})
  const key = await createAccessKey(server.database, 'sdk-settings')
  clients = await OrkesClients.from({ serverUrl: `${server.url}/api`, ...key })
})
afterAll(() => server?.stop())

test('secrets: written, read, tagged, deleted', async () => {
  const secrets = clients.getSecretClient()
  const tag = { key: 'team', value: 'a', type: 'METADATA' as const }
  await secrets.putSecret('SDK_KEY', 'a "quoted" value')
  expect(await secrets.getSecret('SDK_KEY')).toBe('a "quoted" value')
  expect(await secrets.secretExists('SDK_KEY')).toBe(true)
  expect(await secrets.listAllSecretNames()).toContain('SDK_KEY')
  expect(await secrets.listSecretsThatUserCanGrantAccessTo()).toContain('SDK_KEY')
  await secrets.setSecretTags([tag], 'SDK_KEY')
  expect(await secrets.getSecretTags('SDK_KEY')).toEqual([tag])
  await secrets.deleteSecretTags([tag], 'SDK_KEY')
  expect(await secrets.getSecretTags('SDK_KEY')).toEqual([])
  await secrets.deleteSecret('SDK_KEY')
  await expect(secrets.getSecret('SDK_KEY')).rejects.toThrow()
})

test('schemas: registered with versions, read, deleted', async () => {
  const schemas = clients.getSchemaClient()
  await schemas.registerSchema([{ name: 'sdk_schema', version: 1, type: 'JSON', data: { type: 'object' } }])
  await schemas.registerSchema([{ name: 'sdk_schema', version: 1, type: 'JSON', data: { required: ['a'] } }], true)
  expect(await schemas.getSchemaByName('sdk_schema')).toMatchObject({ version: 2, data: { required: ['a'] } })
  expect(await schemas.getSchema('sdk_schema', 1)).toMatchObject({ data: { type: 'object' } })
  expect((await schemas.getAllSchemas()).map(({ version }) => version)).toEqual([2, 1])
  await schemas.deleteSchema('sdk_schema', 1)
  await expect(schemas.getSchema('sdk_schema', 1)).rejects.toThrow()
  await schemas.deleteSchemaByName('sdk_schema')
  await expect(schemas.getSchemaByName('sdk_schema')).rejects.toThrow()
})

test('schedules: saved, paused, resumed, fired, searched, deleted', async () => {
  await clients.getMetadataClient().registerWorkflowDef({
    name: 'sdk_timed',
    version: 1,
    tasks: [{ name: 'noop', taskReferenceName: 'noop', type: 'NOOP' }],
    timeoutSeconds: 0,
  } as never)
  const scheduler = clients.getSchedulerClient()
  await scheduler.saveSchedule({
    name: 'sdk_schedule',
    cronExpression: '* * * * * ?',
    startWorkflowRequest: { name: 'sdk_timed', version: 1, input: { a: 1 } },
  })
  expect(await scheduler.getSchedule('sdk_schedule')).toMatchObject({ cronExpression: '* * * * * ?', paused: false })
  await expect
    .poll(
      async () =>
        (await scheduler.search(0, 100, '', '*', "scheduleName='sdk_schedule' AND state='EXECUTED'")).totalHits,
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0)
  await scheduler.pauseSchedule('sdk_schedule')
  expect(await scheduler.getSchedule('sdk_schedule')).toMatchObject({ paused: true })
  await scheduler.resumeSchedule('sdk_schedule')
  expect(await scheduler.getSchedule('sdk_schedule')).toMatchObject({ paused: false })
  expect(await scheduler.getAllSchedules('sdk_timed')).toHaveLength(1)
  expect(await scheduler.getNextFewSchedules('0 0 12 * * ?', undefined, undefined, 3)).toHaveLength(3)
  await scheduler.deleteSchedule('sdk_schedule')
  await expect(scheduler.getSchedule('sdk_schedule')).rejects.toThrow()
})
