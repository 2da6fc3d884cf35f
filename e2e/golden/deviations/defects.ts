import type { Deviation } from './deviation'

/** Where the reference fails, is stuck or forgets something, ours does what the definition or the caller means. */
export const DEFECTS: readonly Deviation[] = [
  {
    scenario: 'dynamic_empty',
    at: 'observed[1]',
    because: 'A DYNAMIC task with an empty name fails; in the reference it waits for ever for workers of no type.',
  },
  {
    scenario: 'dynfork_workflow',
    at: 'observed',
    because: 'A version may be a number; the reference fails with 500.',
  },
  {
    scenario: 'expr_workflow2',
    at: 'observed',
    because: 'All variables may be read into one; the reference fails with 500.',
  },
  {
    scenario: 'fork_empty_branch',
    at: 'observed',
    because: 'The reference fails with 500 on an empty branch; it plainly means that nothing is to be done there.',
  },
  {
    scenario: 'fork_retry_two',
    at: 'observed[12]',
    because: 'In the reference the join of retried branches stays open and is stuck.',
  },
  {
    scenario: 'fork_skip',
    at: 'observed[6]',
    because: 'The reference waits for ever for a branch whose last task was skipped; here the join takes it as done.',
  },
  {
    scenario: 'http_query',
    at: 'observed[1].tasks[0].output',
    because: 'What the address has encoded is not encoded once more.',
  },
  {
    scenario: 'inline_odd_results',
    at: 'observed[1].tasks[2]',
    because: 'A Date is its text, as in JSON; the reference shows an empty map.',
  },
  {
    scenario: 'join_not_taken',
    at: 'observed[1]',
    because: 'The reference waits for ever for a branch that was not taken; such a join is let go.',
  },
  {
    scenario: 'loop_nested',
    at: 'observed[1]',
    because: 'A loop in a loop fails in the reference, whose conditions do not find the inner loop.',
  },
  {
    scenario: 'loop_rerun',
    at: 'observed',
    because: 'In the reference a rerun from a turn does not reopen the loop, and the workflow is stuck.',
  },
  {
    scenario: 'rerun_fork',
    at: 'observed',
    because: 'In the reference a rerun from a branch loses the join, and the workflow is stuck.',
  },
  {
    scenario: 'retry_dynfork',
    at: 'observed',
    because: 'In the reference the join looks at the failed attempt once more and fails again at once.',
  },
  {
    scenario: 'retry_terminated',
    at: 'observed',
    because: 'In the reference the join of a terminated workflow stays open and is stuck after a retry.',
  },
  {
    scenario: 'saga',
    at: 'observed[6].body.inputData',
    because: 'The failed workflow in the input can be read by expressions; in the reference they find null.',
  },
  {
    scenario: 'skip_case',
    at: 'observed[4]',
    because: 'In the reference a case whose first task was skipped is stuck; here it goes on with the next one.',
  },
  {
    scenario: 'skip_fork_join',
    at: 'observed[4]',
    because: 'A join behind a skipped fork has nothing to wait for; the reference waits for ever.',
  },
  {
    scenario: 'skip_ok',
    at: 'observed',
    because: 'The input and output that were given with a skip are kept; the reference does not read them.',
  },
  {
    scenario: 'skip_terminate',
    at: 'observed[4]',
    because: 'What follows a skipped TERMINATE goes on; in the reference the workflow stays open for ever.',
  },
  {
    scenario: 'wire_bulk_terminate_remove',
    at: 'observed[2].body.bulkSuccessfulResults',
    because: 'Each execution is listed once; the reference lists it for both steps.',
  },
]
