export const OUTPUT_FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif', 'tiff'] as const
export type OutputFormat = (typeof OUTPUT_FORMATS)[number]

export interface ImageInput {
  readonly fileLocation: string
  readonly format: OutputFormat
  /** null: follows from the other side. */
  readonly width: number | null
  readonly height: number | null
}

const MAX_SIDE = 10_000

/** What the task says, or the sentence that tells what is wrong with it. */
export function readImageInput(input: Readonly<Record<string, unknown>>): ImageInput | string {
  const { fileLocation, outputFormat, outputWidth, outputHeight } = input
  if (typeof fileLocation !== 'string' || fileLocation === '') return 'fileLocation must be the URL of a picture'
  const wanted = String(outputFormat).toLowerCase().replace(/^jpg$/, 'jpeg')
  const format = OUTPUT_FORMATS.find((known) => known === wanted)
  if (!format) return `outputFormat must be one of jpg, ${OUTPUT_FORMATS.join(', ')}; it is ${String(outputFormat)}`
  const width = side(outputWidth)
  const height = side(outputHeight)
  if (width === undefined || height === undefined)
    return `outputWidth and outputHeight must be numbers from 1 to ${MAX_SIDE}`
  return { fileLocation, format, width, height }
}

function side(value: unknown): number | null | undefined {
  if (value === undefined || value === null || value === '') return null
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 && number <= MAX_SIDE ? number : undefined
}
