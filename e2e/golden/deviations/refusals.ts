import { alike, type Deviation } from './deviation'

/** What the reference answers with 500 is the sender's mistake, and told as one. */
export const REFUSALS: readonly Deviation[] = [
  ...alike(['event_bad', 'metadata_reads'], {
    at: 'observed[3]',
    because: 'What is not there is 404, not 500.',
  }),
  ...alike(['skip_finished', 'skip_scheduled'], {
    at: 'observed[2]',
    because: 'Skipping where it cannot be done is a conflict: 409, not 500.',
  }),
  ...alike(['update_scheduled', 'update_skipped', 'update_timed_out', 'update_with_errors'], {
    at: 'observed[2]',
    because: 'A status that workers may not give is the sender’s mistake: 400 that lists the known ones, not 500.',
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
    scenario: 'skip_api',
    at: 'observed[5]',
    because: 'Skipping a task that the definition does not have is 404, not 500.',
  },
  {
    scenario: 'skip_twice',
    at: 'observed[3]',
    because: 'Skipping where it cannot be done is a conflict: 409, not 500.',
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
    scenario: 'get_defs',
    at: 'observed[9]',
    because: 'Deleting what is not there is 404, not 500.',
  },
  {
    scenario: 'get_polldata',
    at: 'observed',
    because: 'A query parameter that is missing is the sender’s mistake: 400 that names it, not 500.',
  },
  {
    scenario: 'ops_paused_all',
    at: 'observed',
    because: 'Skipping in a pause and resuming what is not paused are conflicts: 409, not 500.',
  },
  {
    scenario: 'oth_events_all',
    at: 'observed',
    because: 'A handler that is there already is a conflict, one that is not is not found: 409 and 404, not 500.',
  },
  {
    scenario: 'oth_start_many',
    at: 'observed[8]',
    because: 'A list where a map is due is the sender’s mistake: 400, not 500.',
  },
  {
    scenario: 'fin_signal_sync_kinds',
    at: 'observed[5]',
    because: 'A signal with nothing left to block on is answered empty, not with 500.',
  },
  {
    scenario: 'get_search_tasks',
    at: 'observed[11]',
    because: 'Tasks may be searched by their workflow; the reference fails with 500.',
  },
]
