import { describe, expect, it } from 'vitest'
import { play } from './testing/play'

const CHANGES = ['onScheduled', 'onStart', 'onSuccess', 'onFailed', 'onCancelled']

const heard = (ref: string, type = 'audit') => ({
  onStateChange: {
    [CHANGES.join(', ')]: [{ type, payload: { who: '${workflow.input.who}', status: `\${${ref}.status}` } }],
  },
})

const stage = (task: object, more: object = {}) =>
  play({
    workflows: [{ name: 'w', tasks: [{ name: 't', taskReferenceName: 't', ...heard('t'), ...task }], ...more }],
    taskDefs: [{ name: 't', retryCount: 1, retryDelaySeconds: 0 }],
  })

type Played = ReturnType<typeof play>

/** What each execution beside the workflow was for, and what its task was given. */
const told = ({ executions, tasks }: Played) =>
  [...executions.values()]
    .filter(({ workflow }) => workflow.workflowName.startsWith('w_'))
    .map(({ workflow }) => [workflow.workflowName, tasks(workflow.workflowId)[0]?.inputData.status])

describe('onStateChange', () => {
  it('runs a task beside the workflow when the row is scheduled, taken and done', () => {
    const world = stage({})
    const id = world.start('w', { who: 'me' })
    const polled = world.poll('t')
    if (polled === null) throw new Error('Nobody was given t.')
    world.send(id, { type: 'taken', taskId: polled.taskId })
    world.finish(polled)
    expect(told(world)).toEqual([
      ['w_t_onScheduled', 'SCHEDULED'],
      ['w_t_onStart', 'IN_PROGRESS'],
      ['w_t_onSuccess', 'COMPLETED'],
    ])
    expect(world.workflow(id).status).toBe('COMPLETED')
    const audit = world.poll('audit')
    expect(audit?.inputData).toEqual({ who: 'me', status: 'SCHEDULED' })
    expect(world.workflow(audit?.workflowInstanceId ?? id)).toMatchObject({
      rootWorkflowId: id,
      parentWorkflowId: null,
    })
  })

  it('tells of each attempt, and of what the end of the workflow cut off; a start that nobody noted is told late', () => {
    const other = { name: 'u', taskReferenceName: 'u', ...heard('u') }
    const fork = { forkTasks: [[{ name: 't', taskReferenceName: 't', ...heard('t') }], [other]] }
    const world = play({
      workflows: [
        {
          name: 'w',
          tasks: [
            { name: 'f', taskReferenceName: 'f', type: 'FORK_JOIN', ...fork },
            { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['t', 'u'] },
          ],
        },
      ],
      taskDefs: [{ name: 't', retryCount: 1, retryDelaySeconds: 0 }],
    })
    world.start('w')
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const polled = world.poll('t')
      if (polled === null) throw new Error('Nobody was given t.')
      world.finish(polled, { status: 'FAILED' })
    }
    const once = ['w_t_onScheduled', 'w_t_onStart', 'w_t_onFailed']
    const names = told(world).map(([name]) => name)
    expect(names.filter((name) => String(name).startsWith('w_t_')).sort()).toEqual([...once, ...once].sort())
    expect(names.filter((name) => String(name).startsWith('w_u_'))).toEqual(['w_u_onScheduled', 'w_u_onCancelled'])
  })

  it('tells all of a task that is done at once, in order', () => {
    const world = stage({ type: 'SET_VARIABLE', inputParameters: { x: 1 } })
    world.start('w')
    expect(told(world).map(([name]) => name)).toEqual(['w_t_onScheduled', 'w_t_onStart', 'w_t_onSuccess'])
  })

  it('sends a message where the type is a sink', () => {
    const payload = { who: '${workflow.input.who}' }
    const onStateChange = {
      onSuccess: [
        { type: 'conductor:news', payload },
        { type: 'kafka:here:there', payload },
      ],
    }
    const world = stage({ onStateChange })
    const id = world.start('w', { who: 'me' })
    const polled = world.poll('t')
    if (polled === null) throw new Error('Nobody was given t.')
    const { effects } = world.finish(polled)
    expect(effects).toContainEqual(
      expect.objectContaining({ type: 'emit', event: 'conductor:w:news', payload: { who: 'me' } }),
    )
    const [aside] = [...world.executions.keys()].filter((other) => other !== id)
    expect(world.tasks(aside ?? id)).toMatchObject([{ taskType: 'EVENT', inputData: { sink: 'kafka:here:there' } }])
  })
})
