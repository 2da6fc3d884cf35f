import { expect, test } from 'vitest'
import { asWorkflowId } from '@/server/model/ids'
import type { OpenTask, RunRow } from '@/server/model/run-view'
import { whereItIs } from './where-it-is'

function run(over: Partial<RunRow>): RunRow {
  return {
    workflowId: asWorkflowId('r'),
    workflowName: 'w',
    workflowVersion: 1,
    status: 'RUNNING',
    correlationId: null,
    createTime: 0,
    endTime: 0,
    reasonForIncompletion: null,
    failedReferenceTaskNames: [],
    taskCount: 5,
    doneCount: 4,
    waitsAtGate: false,
    open: [],
    parentWorkflowId: null,
    createdBy: null,
    ...over,
  }
}

const pick: OpenTask = {
  referenceTaskName: 'pick_ref',
  taskType: 'SIMPLE',
  taskDefName: 'pick',
  status: 'IN_PROGRESS',
  workerId: 'warehouse-1',
}

test.each<[Partial<RunRow>, string]>([
  [{ status: 'COMPLETED' }, '5 tasks'],
  [{ status: 'COMPLETED', taskCount: 1 }, '1 task'],
  [{ waitsAtGate: true }, 'Waits for its turn (rate limit)'],
  [{ status: 'PAUSED' }, 'Waiting for you to resume'],
  [{ status: 'TERMINATED', reasonForIncompletion: 'by me' }, 'Stopped: by me'],
  [{ open: [pick] }, '4 done · pick on warehouse-1'],
  [{ open: [{ ...pick, status: 'SCHEDULED', workerId: null }, pick] }, '4 done · pick waits for a worker and one more'],
  [{ open: [{ ...pick, taskType: 'WAIT' }] }, '4 done · waiting in pick'],
  [
    { status: 'FAILED', failedReferenceTaskNames: ['score'], reasonForIncompletion: 'timed out\n at x' },
    'score: timed out',
  ],
  [{ status: 'TIMED_OUT' }, '5 tasks'],
])('%o', (over, text) => {
  expect(whereItIs(run(over)).text).toBe(text)
})
