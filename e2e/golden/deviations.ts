/** Where our answer differs from the recording on purpose: which part of the observation, and why. */
export interface Deviation {
  readonly scenario: string
  /** A prefix of the difference's path. */
  readonly at: string
  readonly because: string
}

export const DEVIATIONS: readonly Deviation[] = [
  {
    scenario: 'bad_wf_bad_policy',
    at: 'observed[0]',
    because: 'An unknown enum value is the sender’s mistake: 400 that names the field, not 500.',
  },
  {
    scenario: 'bad_wf_not_json',
    at: 'observed[0]',
    because: 'A list where an object is due is the sender’s mistake: 400, not 500.',
  },
  {
    scenario: 'call_bad_start',
    at: 'observed[3]',
    because: 'JSON that breaks off is the sender’s mistake: 400 that says where, not 500.',
  },
  {
    scenario: 'call_bad_start',
    at: 'observed[5]',
    because: 'A version that is no number is the sender’s mistake: 400, not 500.',
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
    scenario: 'join_not_taken',
    at: 'observed[1]',
    because: 'The reference waits for ever for a branch that was not taken; such a join is let go.',
  },
  {
    scenario: 'jq_runtime_error',
    at: 'observed[1]',
    because: 'jq itself words its errors differently from the reference’s Java port.',
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
    scenario: 'optional_http',
    at: 'observed[1].tasks[0]',
    because: 'The reason is a plain sentence without the names of Java classes.',
  },
  {
    scenario: 'pause_resume',
    at: 'observed[9]',
    because: 'Resuming what is not paused is a conflict: 409, not 500.',
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
    scenario: 'skip_api',
    at: 'observed[5]',
    because: 'Skipping a task that the definition does not have is 404, not 500.',
  },
  {
    scenario: 'skip_case',
    at: 'observed[4]',
    because: 'In the reference a case whose first task was skipped is stuck; here it goes on with the next one.',
  },
  {
    scenario: 'skip_ok',
    at: 'observed',
    because: 'The input and output that were given with a skip are kept; the reference does not read them.',
  },
  {
    scenario: 'switch_in_fork_terminate',
    at: 'observed[1].tasks[3]',
    because: 'Scripts run beside the decision: the TERMINATE of another branch cancels one that has not answered.',
  },
  {
    scenario: 'update_by_ref',
    at: 'observed[4]',
    because: 'An unknown status in the path is the sender’s mistake: 400 that lists the known ones, not 500.',
  },
  {
    scenario: 'wire_bad_bodies',
    at: 'observed',
    because: 'A body that cannot be read is the sender’s mistake: 400 that says where, not 500.',
  },
  {
    scenario: 'wire_bad_missing',
    at: 'observed',
    because: 'What does not exist is 404, not 500.',
  },
  {
    scenario: 'wire_bad_queries',
    at: 'observed',
    because: 'A query parameter that cannot be read is the sender’s mistake: 400 that names it, not 500.',
  },
  {
    scenario: 'wire_bad_states',
    at: 'observed',
    because: 'What a state forbids is a conflict, and an unknown task is not found: 409 and 404, not 500.',
  },
  {
    scenario: 'wire_bad_values',
    at: 'observed',
    because: 'A value of a wrong type is the sender’s mistake: 400 that names the field, not 500.',
  },
  {
    scenario: 'wire_bulk_terminate_remove',
    at: 'observed[2].body.bulkSuccessfulResults',
    because: 'Each execution is listed once; the reference lists it for both steps.',
  },
  {
    scenario: 'wire_check_terminate_expr',
    at: 'observed[0]',
    because: 'An expression may give the status of a TERMINATE; the reference accepts only the words themselves.',
  },
  {
    scenario: 'wire_check_wait_words',
    at: 'observed',
    because: 'A duration or time that cannot be read is quoted, with the forms that can.',
  },
  {
    scenario: 'wire_td_put_new',
    at: 'observed',
    because: 'SDKs register new task definitions with PUT, so it creates them here.',
  },
  {
    scenario: 'wire_version_zero',
    at: 'observed',
    because: 'SDKs send 0 for a version that was left out: it is the latest, as in a path.',
  },
]
