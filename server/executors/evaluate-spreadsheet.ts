import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { type ScriptAnswer, type ScriptJob, sizeMessage } from './script-protocol.ts'

/** What the parts of a workbook may be when unpacked: a small file can claim to be anything. */
const MAX_UNPACKED = 64 * 1024 * 1024

/** The rows of a workbook's first sheet, or of a file of comma-separated values; the file comes as base64. */
export async function evaluateSpreadsheet(job: ScriptJob): Promise<ScriptAnswer> {
  try {
    const file = Buffer.from(JSON.parse(job.input) as string, 'base64')
    const text = JSON.stringify(isZip(file) ? await readWorkbook(file) : readValues(file))
    if (text.length <= job.maxBytes) return { id: job.id, ok: true, results: [text] }
    return { id: job.id, ok: false, kind: 'limit', message: sizeMessage(job.maxBytes) }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { id: job.id, ok: false, kind: 'error', message: `The file is no spreadsheet: ${reason.slice(0, 500)}` }
  }
}

const isZip = (file: Buffer): boolean => file.subarray(0, 2).toString('latin1') === 'PK'

function readWorkbook(file: Buffer): Promise<unknown[][]> {
  let unpacked = 0
  unzipSync(file, {
    filter: ({ originalSize }) => {
      unpacked += originalSize
      return false
    },
  })
  if (unpacked > MAX_UNPACKED) throw new Error(`it unpacks to ${unpacked} bytes`)
  return readSheet(new Uint8Array(file).buffer)
}

function readValues(file: Buffer): unknown[][] {
  const rows: string[][] = parse(file, { bom: true, skip_empty_lines: true, relax_column_count: true })
  return rows.map((row) => row.map(cellOf))
}

/** As a workbook would hold it. */
function cellOf(text: string): unknown {
  const trimmed = text.trim()
  if (trimmed === '') return null
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true'
  return String(Number(trimmed)) === trimmed ? Number(trimmed) : trimmed
}
