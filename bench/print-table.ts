import type { Measurement } from './measurement'

/** One table; the process fails when a gate was missed. */
export function printTable(measurements: readonly Measurement[]): void {
  const rows = measurements.map(({ name, value, gate, passed }) => [
    name,
    value,
    gate ?? '',
    passed === undefined ? '' : passed ? 'passed' : 'missed',
  ])
  const table = [['figure', 'measured', 'gate', ''], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table) {
    const cells = row.map((cell, i) => cell.padEnd(widths[i] ?? 0))
    console.log(cells.join('  ').trimEnd())
  }
  if (measurements.some(({ passed }) => passed === false)) process.exitCode = 1
}
