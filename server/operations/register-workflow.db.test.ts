import { describe, expect, test } from 'vitest'
import { startWorkflowRequestSchema } from '@/server/model/requests'
import { taskDefSchema } from '@/server/model/task-def'
import { type WorkflowDefInput, workflowDefSchema } from '@/server/model/workflow-def'
import { tenantOf } from '@/server/platform/tenant'
import { getWorkflowDefinition } from '@/server/queries/get-workflow-definition'
import type { App } from './app'
import { deleteWorkflowDefinition } from './delete-workflow-definition'
import { registerWorkflow } from './register-workflow'
import { saveTaskDefinitions } from './save-task-definitions'
import { startWorkflow } from './start-workflow'
import { openTestApp } from './testing/open-test-app'
import { createTestActor } from './testing/test-app'
import { updateWorkflows } from './update-workflows'

const { db, app } = await openTestApp()

const task = { name: 'work', taskReferenceName: 'work' }
const define = (given: Partial<WorkflowDefInput>) => workflowDefSchema.parse({ name: 'flow', tasks: [task], ...given })
const withQuotas = (quotas: Partial<App['quotas']>): App => ({ ...app, quotas: { ...app.quotas, ...quotas } })

describe('registering', () => {
  test('conflicts with a version that exists, unless it is to be replaced', async () => {
    const actor = await createTestActor(db)
    await registerWorkflow(app, actor, { definition: define({ description: 'one' }), overwrite: false })
    const again = { definition: define({ description: 'two' }), overwrite: false }
    await expect(registerWorkflow(app, actor, again)).rejects.toThrow('Workflow with flow.1 already exists!')
    await registerWorkflow(app, actor, { ...again, overwrite: true })
    const stored = await getWorkflowDefinition(tenantOf(db, actor.namespaceId), 'flow', null)
    expect(stored).toMatchObject({ description: 'two', createdBy: 'tester' })
    expect(stored.updateTime).toBeGreaterThanOrEqual(stored.createTime ?? 0)
  })

  test('names everything that is wrong at once, and the task types that are not built', async () => {
    const actor = await createTestActor(db)
    const tasks = [task, task, { name: 'e', taskReferenceName: 'e', type: 'GRPC' }]
    const error = await registerWorkflow(app, actor, { definition: define({ tasks }), overwrite: false }).catch(
      (e) => e,
    )
    const messages = error.details.validationErrors.map(({ message }: { message: string }) => message)
    expect(messages).toEqual(
      expect.arrayContaining([expect.stringContaining('should be unique'), expect.stringContaining('GRPC')]),
    )
    await expect(getWorkflowDefinition(tenantOf(db, actor.namespaceId), 'flow', null)).rejects.toThrow(
      'No such workflow',
    )
  })

  test('refuses branching scripts that do not parse, and runs none of them', async () => {
    const actor = await createTestActor(db)
    const branch = (ref: string, expression: string) => ({
      name: 'choose',
      taskReferenceName: ref,
      type: 'SWITCH',
      evaluatorType: 'javascript',
      expression,
      decisionCases: { a: [{ ...task, taskReferenceName: `in_${ref}` }] },
    })
    const broken = define({ name: 'broken', tasks: [branch('good', 'throw 1'), branch('bad', 'function (')] })
    await expect(registerWorkflow(app, actor, { definition: broken, overwrite: false })).rejects.toMatchObject({
      details: {
        validationErrors: [
          {
            path: 'registerWorkflowDef.arg0.tasks[1]',
            message: expect.stringMatching(
              /^Expression is not well formatted: SyntaxError: .+, taskType: SWITCH taskName choose$/,
            ),
          },
        ],
      },
    })
    await registerWorkflow(app, actor, { definition: { ...broken, tasks: [broken.tasks[0]!] }, overwrite: false })
  })

  test('is for editors', async () => {
    const viewer = { ...(await createTestActor(db)), role: 'viewer' as const }
    await expect(registerWorkflow(app, viewer, { definition: define({}), overwrite: true })).rejects.toThrow('editor')
  })

  test('has bounds of size, named in the refusal', async () => {
    const actor = await createTestActor(db)
    const small = { ...app, limits: { ...app.limits, tasksPerDefinition: 1, definitionBytes: 2_000 } }
    const two = define({ tasks: [task, { ...task, taskReferenceName: 'other' }] })
    await expect(registerWorkflow(small, actor, { definition: two, overwrite: true })).rejects.toThrow(
      'tasksPerDefinition',
    )
    const long = define({ description: 'x'.repeat(3_000) })
    await expect(registerWorkflow(small, actor, { definition: long, overwrite: true })).rejects.toThrow(
      'definitionBytes',
    )
  })
})

describe('quotas', () => {
  test('of names and of versions; replacing spends nothing', async () => {
    const actor = await createTestActor(db)
    const limited = withQuotas({ definitions: 2, versionsPerDefinition: 2 })
    const save = (given: Partial<WorkflowDefInput>) =>
      registerWorkflow(limited, actor, { definition: define(given), overwrite: true })
    await save({})
    await save({ version: 2 })
    await expect(save({ version: 3 })).rejects.toThrow('versionsPerDefinition')
    await save({ name: 'second' })
    await expect(save({ name: 'third' })).rejects.toThrow('limit definitions')
    await save({ version: 2, description: 'again' })
  })

  test('of task definitions, however many race; replacing spends nothing', async () => {
    const actor = await createTestActor(db)
    const limited = withQuotas({ taskDefinitions: 5 })
    const save = (name: string) =>
      saveTaskDefinitions(limited, actor, { taskDefs: [taskDefSchema.parse({ name })], root: () => 'taskDef' })
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => save(`task${i}`)))
    const saved = results.flatMap(({ status }, i) => (status === 'fulfilled' ? [`task${i}`] : []))
    expect(saved).toHaveLength(5)
    await save(saved[0]!)
    await expect(save('one-more')).rejects.toThrow('limit taskDefinitions')
  })

  test('hold when many requests race', async () => {
    const actor = await createTestActor(db)
    const limited = withQuotas({ definitions: 5 })
    const race = Array.from({ length: 30 }, (_, i) =>
      registerWorkflow(limited, actor, { definition: define({ name: `flow${i}` }), overwrite: false }),
    )
    const results = await Promise.allSettled(race)
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })
})

test('a definition that is only given along with a start has the same size', async () => {
  const actor = await createTestActor(db)
  const limited = { ...app, limits: { ...app.limits, tasksPerDefinition: 2, definitionBytes: 2_000 } }
  const start = (tasks: readonly (typeof task)[], description = '') => {
    const workflowDef = define({ tasks: [...tasks], description })
    return startWorkflow(limited, actor, startWorkflowRequestSchema.parse({ name: 'flow', input: {}, workflowDef }))
  }
  await expect(start([task, task, task])).rejects.toThrow('limit tasksPerDefinition')
  await expect(start([task], 'x'.repeat(2_000))).rejects.toThrow('limit definitionBytes')
})

test('several at once: each succeeds or says why, a definition with errors refuses them all', async () => {
  const actor = await createTestActor(db)
  const limited = withQuotas({ definitions: 1 })
  expect(await updateWorkflows(limited, actor, [define({}), define({ name: 'second' })])).toEqual({
    bulkSuccessfulResults: ['flow'],
    bulkErrorResults: { second: expect.stringContaining('limit definitions') },
  })
  await expect(updateWorkflows(app, actor, [define({ name: 'third' }), define({ tasks: [] })])).rejects.toThrow(
    'Validation',
  )
  await expect(getWorkflowDefinition(tenantOf(db, actor.namespaceId), 'third', null)).rejects.toThrow(
    'No such workflow',
  )
})

test('what is deleted is gone, and cannot be deleted again', async () => {
  const actor = await createTestActor(db)
  await registerWorkflow(app, actor, { definition: define({}), overwrite: false })
  await deleteWorkflowDefinition(app, actor, { name: 'flow', version: 1 })
  await expect(deleteWorkflowDefinition(app, actor, { name: 'flow', version: 1 })).rejects.toThrow(
    'No such workflow definition: flow version: 1',
  )
})
