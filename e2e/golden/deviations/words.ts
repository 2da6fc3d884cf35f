import { alike, type Deviation } from './deviation'

/** The same happens, told in other words. */
export const WORDS: readonly Deviation[] = [
  ...alike(['http_404', 'http_bad_method', 'http_bad_uri', 'http_refused'], {
    at: 'observed[1]',
    because: 'The reason is a plain sentence without the names of Java classes.',
  }),
  ...alike(['http_optional', 'http_statuses'], {
    at: 'observed[1].tasks',
    because: 'The reason is a plain sentence without the names of Java classes.',
  }),
  {
    scenario: 'inline_caught',
    at: 'observed[1].tasks[0]',
    because: 'What a script reads of an error that it caught is worded by the script engine.',
  },
  {
    scenario: 'jq_runtime_error',
    at: 'observed[1]',
    because: 'jq itself words its errors differently from the reference’s Java port.',
  },
  {
    scenario: 'optional_http',
    at: 'observed[1].tasks[0]',
    because: 'The reason is a plain sentence without the names of Java classes.',
  },
  {
    scenario: 'wire_check_wait_words',
    at: 'observed',
    because: 'A duration or time that cannot be read is quoted, with the forms that can.',
  },
  {
    scenario: 'ops_retry_http',
    at: 'observed',
    because: 'The reason is a plain sentence without the names of Java classes.',
  },
  {
    scenario: 'exp_numbers',
    at: 'observed[1]',
    because: 'Keys of a script’s result are written in their own order, not in that of a Java hash.',
  },
  {
    scenario: 'dfk_sub_missing',
    at: 'observed[1]',
    because: 'That a branch’s child is not registered is known when it starts, and its row says so.',
  },
  {
    scenario: 'ops_retry_child_optional',
    at: 'observed[8].tasks[0].reason',
    because: 'A child that completed after all says no more why it had failed.',
  },
  {
    scenario: 'ops_rerun_input_corr',
    at: 'observed[7].body.correlationId',
    because: 'A task shows the correlation id that its workflow has now.',
  },
]
