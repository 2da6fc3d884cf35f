/** A script, a filter, a schema to hold something against, or a spreadsheet to be read: whatever a stranger can give that must not hurt the server. */
export type ScriptLanguage = 'javascript' | 'jq' | 'json-schema' | 'spreadsheet'

/** One JSON line each way between the server and a script child. Values travel as JSON text, never as objects. */
export interface ScriptJob {
  readonly id: number
  readonly language: ScriptLanguage
  readonly expression: string
  /** JSON text: `$` of a script, `.` of a jq filter. */
  readonly input: string
  readonly wallMs: number
  readonly maxBytes: number
}

export type ScriptAnswer = ScriptEnd & {
  readonly id: number
  /** What a script said on its console. */
  readonly logs?: readonly string[]
}

export type ScriptEnd =
  /** JSON texts: one for a script, any number for jq. */
  | { readonly ok: true; readonly results: readonly string[] }
  | { readonly ok: false; readonly kind: 'error' | 'timeout' | 'limit'; readonly message: string }

/** The child's first line: it is loaded and waits for jobs. */
export interface ScriptReady {
  readonly ready: true
}

export function timeoutMessage(wallMs: number): string {
  return `Script not evaluated within ${wallMs / 1000} seconds, interrupted.`
}

export function memoryMessage(): string {
  return 'Error evaluating the script: it used more memory than it may'
}

export function sizeMessage(maxBytes: number): string {
  return `Error evaluating the script: its result is larger than ${maxBytes} bytes`
}
