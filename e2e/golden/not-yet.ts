/** Scenarios that need task types or calls which do not exist here yet. One that begins to agree must leave this table. */
export const NOT_YET: Readonly<Record<string, string>> = {
  bad_wf_event_no_sink: 'the task type EVENT',
  call_unknown_workflow: 'the calls rerun and skiptask',
  event_bad_sink: 'the task type EVENT',
  event_conductor: 'the task type EVENT',
  event_lifecycle: 'event handlers',
  rerun_api: 'the call rerun',
  rerun_whole: 'the call rerun',
  skip_api: 'the call skiptask',
  test_api: 'the call test',
}
