import { alike, type Deviation } from './deviation'

/** What the reference does not know or refuses, and Orkes or the SDKs do. */
export const MORE: readonly Deviation[] = [
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
    scenario: 'sub_inline_expr',
    at: 'observed',
    because: 'A definition that another task makes is known when the child starts; the reference fails with 500 before.',
  },
  {
    scenario: 'wire_check_terminate_expr',
    at: 'observed[0]',
    because: 'An expression may give the status of a TERMINATE; the reference accepts only the words themselves.',
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
  {
    scenario: 'exp_sub_params',
    at: 'observed',
    because: 'The name of a child may be what another task puts out; the reference fails with 500 before.',
  },
  {
    scenario: 'fin_queue_update',
    at: 'observed',
    because: 'A WAIT may be finished through the queue; the reference needs a broker configured for that.',
  },
  {
    scenario: 'ops_vars_paused',
    at: 'observed',
    because: 'Variables and jumps are known from Orkes; the reference does not have them.',
  },
  {
    scenario: 'signal_human',
    at: 'observed[3]',
    because: 'A signal also reaches a HUMAN, as in Orkes.',
  },
  {
    scenario: 'task_yield',
    at: 'observed[1]',
    because: 'YIELD waits for a signal, as in Orkes; the reference takes it for a worker’s type.',
  },
]
