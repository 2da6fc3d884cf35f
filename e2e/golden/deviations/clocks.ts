import type { Deviation } from './deviation'

/** The same happens at another moment: our timers are prompt, and scripts run beside the decision. */
export const CLOCKS: readonly Deviation[] = [
  {
    scenario: 'total_timeout',
    at: 'observed[6]',
    because: 'The response timeout comes when it is due; the reference’s sweep comes after the worker’s own answer.',
  },
  {
    scenario: 'round_terminate_loop',
    at: 'observed[1].tasks',
    because: 'A TERMINATE in a loop ends its round as everywhere else; in the reference one more round begins beside it.',
  },
]
