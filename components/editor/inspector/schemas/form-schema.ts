/** What the form of a task type asks for: one entry of a table makes the whole form. */
export interface FormSchema {
  readonly fields: readonly FormField[]
  /** How the other inputs are called; null: there are none. */
  readonly inputs: string | null
  /** Said plainly above the fields, e.g. that the type does not run here. */
  readonly note?: string
}

export interface FormField {
  /** Where it stands among the inputs, or in the task itself. */
  readonly path: readonly string[]
  readonly in: 'inputs' | 'task'
  readonly kind: FieldKind
  readonly label: string
  readonly hint?: string
  readonly required?: boolean
  readonly options?: readonly string[]
  readonly placeholder?: string
}

/** `text` takes expressions, `code` takes a script or many lines, `lines` is a list of texts. A `script` can be tried, a `workflow` chosen. */
export type FieldKind =
  | 'text'
  | 'code'
  | 'script'
  | 'workflow'
  | 'number'
  | 'flag'
  | 'choice'
  | 'lines'
  | 'map'
  | 'json'

type More = Partial<Pick<FormField, 'hint' | 'required' | 'options' | 'placeholder' | 'in'>>

/** `a.b` is the member `b` of the input `a`. */
function field(kind: FieldKind, key: string, label: string): (more?: More) => FormField {
  return (more = {}) => ({ kind, path: key.split('.'), label, in: 'inputs', ...more })
}

export const text = (key: string, label: string, more?: More): FormField => field('text', key, label)(more)
export const code = (key: string, label: string, more?: More): FormField => field('code', key, label)(more)
export const script = (key: string, label: string, more?: More): FormField => field('script', key, label)(more)
export const workflow = (key: string, label: string, more?: More): FormField => field('workflow', key, label)(more)
export const number = (key: string, label: string, more?: More): FormField => field('number', key, label)(more)
export const flag = (key: string, label: string, more?: More): FormField => field('flag', key, label)(more)
export const lines = (key: string, label: string, more?: More): FormField => field('lines', key, label)(more)
export const map = (key: string, label: string, more?: More): FormField => field('map', key, label)(more)
export const json = (key: string, label: string, more?: More): FormField => field('json', key, label)(more)

export function choice(key: string, label: string, more: More & { readonly options: readonly string[] }): FormField {
  return field('choice', key, label)(more)
}

export const required = { required: true } as const
