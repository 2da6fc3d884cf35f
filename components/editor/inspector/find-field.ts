export interface WantedField {
  /** Its name in the definition: the last step of where it stands. */
  readonly name: string
  readonly value: string
}

/** The control of a form that edits a field: by what stands in it and by what it is called; null: none is like it. */
export function findField(form: HTMLElement, { name, value }: WantedField): HTMLElement | null {
  const controls = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement>(
    'input:not([disabled]), textarea:not([disabled]), button[role="combobox"]:not([disabled])',
  )
  let best: { readonly control: HTMLElement; readonly score: number } | null = null
  for (const control of controls) {
    const holds = value !== '' && control.value === value
    const isEmpty = value === '' && control.value === ''
    const score = (holds ? 2 : 0) + (isCalled(control, name) ? (isEmpty ? 2 : 1) : 0)
    if (score > (best?.score ?? 0)) best = { control, score }
  }
  return best?.control ?? null
}

/** `taskReferenceName` is called Reference, `loopCondition` Condition. */
function isCalled(control: HTMLInputElement | HTMLTextAreaElement | HTMLButtonElement, name: string): boolean {
  const label = control.labels?.[0]?.textContent ?? control.getAttribute('aria-label') ?? ''
  const [called, wanted] = [label, name].map((text) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')) as [
    string,
    string,
  ]
  return called !== '' && wanted !== '' && (wanted.includes(called) || called.includes(wanted))
}
