/** Scenarios that need task types or calls which do not exist here yet. One that begins to agree must leave this table. */
export const NOT_YET: Readonly<Record<string, string>> = {
  bad_wf_event_no_sink: 'the task type EVENT',
  event_bad_sink: 'the task type EVENT',
  event_conductor: 'the task type EVENT',
}
