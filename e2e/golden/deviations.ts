/** Where our answer differs from the recording on purpose: which part of the observation, and why. */
export interface Deviation {
  readonly scenario: string
  /** A prefix of the difference's path. */
  readonly at: string
  readonly because: string
}

export const DEVIATIONS: readonly Deviation[] = [
  ...alike(['event_bad', 'metadata_reads'], {
    at: 'observed[3]',
    because: 'What is not there is 404, not 500.',
  }),
  ...alike(['http_404', 'http_bad_method', 'http_bad_uri', 'http_refused'], {
    at: 'observed[1]',
    because: 'The reason is a plain sentence without the names of Java classes.',
  }),
  ...alike(['http_optional', 'http_statuses'], {
    at: 'observed[1].tasks',
    because: 'The reason is a plain sentence without the names of Java classes.',
  }),
  ...alike(['skip_finished', 'skip_scheduled'], {
    at: 'observed[2]',
    because: 'Skipping where it cannot be done is a conflict: 409, not 500.',
  }),
  ...alike(['update_scheduled', 'update_skipped', 'update_timed_out', 'update_with_errors'], {
    at: 'observed[2]',
    because: 'A status that workers may not give is the sender’s mistake: 400 that lists the known ones, not 500.',
  }),
  ...['registered', 'observed'].map((at) => ({
    scenario: 'terminate_status_expr',
    at,
    because: 'An expression may give the status: what it yields is checked when the task runs.',
  })),
  ...alike(['kill_failure_wf', 'terminate_failure_wf'], {
    at: 'observed',
    because: 'triggerFailureWorkflow starts the failure workflow; the reference does not know it.',
  }),
  ...alike(['wait_bad_formats', 'wait_number'], {
    at: 'observed',
    because: 'A duration that cannot be read fails its task; the reference refuses the start, whose input may be at fault later as well.',
  }),
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
    scenario: 'bulk_more',
    at: 'observed[8]',
    because: 'A map where a list is due is the sender’s mistake: 400, not 500.',
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
    scenario: 'event_bad',
    at: 'observed[4]',
    because: 'What is not there is 404, not 500.',
  },
  {
    scenario: 'event_bad',
    at: 'observed[6]',
    because: 'An unknown enum value is the sender’s mistake: 400 that names the field, not 500.',
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
    scenario: 'inline_caught',
    at: 'observed[1].tasks[0]',
    because: 'What a script reads of an error that it caught is worded by the script engine.',
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
    scenario: 'pause_ops',
    at: 'observed[6]',
    because: 'Skipping where it cannot be done is a conflict: 409, not 500.',
  },
  {
    scenario: 'pause_ops',
    at: 'observed[10]',
    because: 'Resuming what is not paused is a conflict: 409, not 500.',
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
    scenario: 'skip_twice',
    at: 'observed[3]',
    because: 'Skipping where it cannot be done is a conflict: 409, not 500.',
  },
  {
    scenario: 'sub_inline_expr',
    at: 'observed',
    because: 'A definition that another task makes is known when the child starts; the reference fails with 500 before.',
  },
  {
    scenario: 'switch_in_fork_terminate',
    at: 'observed[1].tasks[3]',
    because: 'Scripts run beside the decision: the TERMINATE of another branch cancels one that has not answered.',
  },
  {
    scenario: 'terminate_reason',
    at: 'observed[5]',
    because: 'Resuming what is not paused is a conflict: 409, not 500.',
  },
  {
    scenario: 'upd_by_ref_missing',
    at: 'observed[2]',
    because: 'An unknown status in the path is the sender’s mistake: 400 that lists the known ones, not 500.',
  },
  {
    scenario: 'update_by_ref',
    at: 'observed[4]',
    because: 'An unknown status in the path is the sender’s mistake: 400 that lists the known ones, not 500.',
  },
  {
    scenario: 'update_wrong',
    at: 'observed[6]',
    because: 'A result without a status is the sender’s mistake: 400, not 500.',
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

function alike(scenarios: readonly string[], deviation: Omit<Deviation, 'scenario'>): readonly Deviation[] {
  return scenarios.map((scenario) => ({ scenario, ...deviation }))
}
