const STORED = 'single-key-shortcuts'

/** Whether keys without a modifier do something; kept in this browser. */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(STORED) !== 'off'
}

export function turnSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(STORED)
  else localStorage.setItem(STORED, 'off')
}
