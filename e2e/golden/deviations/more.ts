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
]
