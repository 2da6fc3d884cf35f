import { describe, expect, it } from 'vitest'
import { validateTaskDef } from '@/server/engine/validate/validate-task-def'
import { validateWorkflowDef } from '@/server/engine/validate/validate-workflow-def'
import { isSystemTaskType } from '@/server/model/task-types'
import { SAMPLES } from './all-samples'
import { sampleDefinitions } from './sample-definitions'

const { workflows, taskDefs } = sampleDefinitions('http://localhost:3000/')

describe('samples', () => {
  it.each(workflows.map((workflow) => [workflow.name, workflow] as const))(
    '%s is valid, without a warning',
    (_name, workflow) => {
      expect(validateWorkflowDef(workflow, { isBuiltTaskType: isSystemTaskType })).toEqual([])
    },
  )

  it('define the tasks of their workers, once and validly', () => {
    expect(taskDefs.flatMap((taskDef) => validateTaskDef(taskDef))).toEqual([])
    expect(new Set(taskDefs.map((taskDef) => taskDef.name)).size).toBe(taskDefs.length)
  })

  it('carry their names and the input of the run form', () => {
    expect(workflows.map((workflow) => workflow.name)).toEqual(SAMPLES.map((sample) => sample.name))
    expect(workflows[3]?.metadata.sampleInput).toMatchObject({
      fileLocation: 'http://localhost:3000/api/demo/picture.jpg',
    })
  })
})
