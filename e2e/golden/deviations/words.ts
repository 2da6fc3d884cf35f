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
]
