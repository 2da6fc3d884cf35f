/** Which stored version the document began as; null in the editor while nothing has been saved. */
export interface LoadedVersion {
  readonly name: string
  readonly version: number
  /** When it was last stored: a later change by somebody else is noticed by this. */
  readonly updateTime: number | null
}
