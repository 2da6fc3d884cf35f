/** Something that must never happen did. */
export class SimulationFailure extends Error {
  override readonly name = 'SimulationFailure'
}

export function must(holds: boolean, otherwise: () => string): void {
  if (!holds) throw new SimulationFailure(otherwise())
}
