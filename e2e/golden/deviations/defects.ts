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
  {
    scenario: 'dfk_event',
    at: 'observed[1]',
    because: 'A DYNAMIC task in a dynamic fork runs what it names; the reference looks for a task definition of that name.',
  },
  {
    scenario: 'dfk_fork_name',
    at: 'observed[1]',
    because: 'A branch with the name of its fork is refused; in the reference it takes the fork’s row.',
  },
  {
    scenario: 'dfk_join_name',
    at: 'observed[1]',
    because: 'A branch with the name of its JOIN is refused; the reference waits for ever.',
  },
  {
    scenario: 'dfk_inner_twice',
    at: 'observed[1]',
    because: 'A name that comes twice inside a branch is refused; the reference never gets to the second task of a case there.',
  },
  {
    scenario: 'dfk_case_worker',
    at: 'observed',
    because: 'A choice in a dynamic fork runs its whole case; the reference goes on after the first task of it.',
  },
  {
    scenario: 'dfk_later_worker',
    at: 'observed',
    because: 'Behind a name that a branch has taken the execution goes on; the reference is stuck there with a worker.',
  },
  {
    scenario: 'dfk_rerun_branch',
    at: 'observed',
    because: 'In the reference a rerun from a branch loses the join, and the workflow is stuck.',
  },
  {
    scenario: 'loop_fork_fail',
    at: 'observed',
    because: 'A retry in a turn brings the fork and its join back; the reference fails with 500.',
  },
  {
    scenario: 'loop_self_retry',
    at: 'observed',
    because: 'In the reference the join of a retried loop stays open and is stuck.',
  },
  {
    scenario: 'blk_retry',
    at: 'observed[5]',
    because: 'A switch that is retried chooses again; the reference calls it complete.',
  },
  {
    scenario: 'ops_retry_switch_js',
    at: 'observed[5]',
    because: 'A switch that is retried chooses again; the reference calls it complete.',
  },
  {
    scenario: 'ops_retry_event',
    at: 'observed[3]',
    because: 'An EVENT that is retried sends again; in the reference it stays open for ever.',
  },
  {
    scenario: 'ops_skip_branch',
    at: 'observed[4]',
    because: 'In the reference a branch whose first task was skipped is stuck; here it goes on with the next one.',
  },
  {
    scenario: 'ops_skip_join',
    at: 'observed[10]',
    because: 'What follows a skipped join goes on when the branches have ended; the reference is stuck.',
  },
  {
    scenario: 'fin_other_workflow',
    at: 'observed',
    because: 'A result for a task of another execution is refused; the reference takes it and looks at the wrong execution.',
  },
  {
    scenario: 'get_requeue',
    at: 'observed',
    because: 'What a worker holds is not handed out a second time.',
  },
  {
    scenario: 'mix_retry_switch_input',
    at: 'observed[9].tasks[3].input.id',
    because: 'An attempt keeps its own input; in the reference the next one writes over it.',
  },
  {
    scenario: 'exp_variables_types',
    at: 'observed',
    because: 'All variables may be read into one; the reference fails with 500.',
  },
  {
    scenario: 'oth_set_null',
    at: 'observed[1]',
    because: 'A map in a script has its own keys, not the methods of a Java class.',
  },
  {
    scenario: 'switch_terminate_after',
    at: 'observed[1].tasks[1].input',
    because: 'The first task of a case may read the choice; in the reference it finds null.',
  },
  {
    scenario: 'sub_outputs',
    at: 'observed[1]',
    because: 'What a script reads of a child is what the row shows; the reference’s script sees another value than its row.',
  },
  {
    scenario: 'template_for_join',
    at: 'observed[1]',
    because: 'A JOIN ends with its branches; the reference times it out at once when its definition limits the response.',
  },
  {
    scenario: 'wire_sub_id',
    at: 'observed[5].tasks[1]',
    because: 'What a task put out stays; the reference loses a key with this name.',
  },
  {
    scenario: 'resume_worker_before_child',
    at: 'observed[7].tasks',
    because: 'Who asks to resume sub-workflows keeps every child; the reference only when the first row that ever failed is a child’s.',
  },
  {
    scenario: 'resume_worker_cancels',
    at: 'observed[7].tasks',
    because: 'Who asks to resume sub-workflows keeps every child; the reference only when the first row that ever failed is a child’s.',
  },
  {
    scenario: 'resume_after_retried',
    at: 'observed[11]',
    because: 'Who asks to resume sub-workflows keeps every child; the reference only when the first row that ever failed is a child’s.',
  },
]
