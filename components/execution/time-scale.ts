const STEPS_MS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000,
  900_000, 1_800_000, 3_600_000, 7_200_000, 21_600_000, 43_200_000, 86_400_000,
]
const WANTED_TICKS = 10

export interface TimeScale {
  readonly endMs: number
  readonly stepMs: number
  readonly ticks: readonly number[]
}

/** An axis from 0 that holds `spanMs` with round ticks. `room` leaves space on the right of a run that goes on. */
export function timeScale(spanMs: number, room: number): TimeScale {
  const wanted = Math.max(1, spanMs) * room
  const stepMs =
    STEPS_MS.find((step) => wanted / step <= WANTED_TICKS) ?? Math.ceil(wanted / WANTED_TICKS / 86_400_000) * 86_400_000
  const endMs = Math.ceil(wanted / stepMs) * stepMs
  const ticks = Array.from({ length: Math.round(endMs / stepMs) }, (_, at) => at * stepMs)
  return { endMs, stepMs, ticks }
}

/** `0 s`, `500 ms`, `2 s`, `5 m`, `3 h`: the unit follows the step, so that the axis reads evenly. */
export function formatTick(ms: number, stepMs: number): string {
  if (stepMs < 1_000) return ms === 0 || ms % 1_000 !== 0 ? `${ms} ms` : `${ms / 1_000} s`
  if (stepMs < 60_000) return ms >= 60_000 ? minutes(ms) : `${ms / 1_000} s`
  if (stepMs < 3_600_000) return `${ms / 60_000} m`
  return stepMs < 86_400_000 ? `${ms / 3_600_000} h` : `${ms / 86_400_000} d`
}

function minutes(ms: number): string {
  return `${Math.floor(ms / 60_000)}:${String((ms % 60_000) / 1_000).padStart(2, '0')}`
}
