/** Where our answer differs from the recording on purpose: which part of the observation, and why. */
export interface Deviation {
  readonly scenario: string
  /** A prefix of the difference's path. */
  readonly at: string
  readonly because: string
}

export function alike(scenarios: readonly string[], deviation: Omit<Deviation, 'scenario'>): readonly Deviation[] {
  return scenarios.map((scenario) => ({ scenario, ...deviation }))
}
