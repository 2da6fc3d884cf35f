/** One line of the table. */
export interface Measurement {
  readonly name: string
  readonly value: string
  readonly gate?: string
  readonly passed?: boolean
}
