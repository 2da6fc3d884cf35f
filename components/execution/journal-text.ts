const WORDS: Readonly<Record<string, string>> = {
  start: 'Started',
  wake: 'A time came',
  'task-result': 'A worker answered',
  redrive: 'Asked again',
  'script-result': 'A script answered',
  'perform-result': 'The server did its part',
  recalled: 'The task cache answered',
  'child-refused': 'A sub-workflow was refused',
  'child-begun': 'A sub-workflow began',
  'input-refused': 'The input was refused',
  'child-found': 'A sub-workflow was there already',
  'child-ended': 'A sub-workflow ended',
  'child-reopened': 'A sub-workflow runs again',
  'failure-workflow-refused': 'The failure workflow was refused',
  pause: 'Paused',
  resume: 'Resumed',
  terminate: 'Terminated',
  restart: 'Restarted',
  retry: 'Retried',
  rerun: 'Run again',
  skip: 'A task was skipped',
  'reset-callbacks': 'Postponed tasks made due',
  'set-variables': 'Variables were set',
}

/** The kind of a journal entry as a person says it. */
export function journalText(kind: string): string {
  return WORDS[kind] ?? kind
}
