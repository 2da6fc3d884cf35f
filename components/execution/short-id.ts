/** The last eight characters: ids begin with the time, so their beginnings are all alike. */
export function shortId(id: string): string {
  return id.slice(-8)
}
