const COLOURS = [
  'amber',
  'azure',
  'cobalt',
  'copper',
  'coral',
  'crimson',
  'emerald',
  'golden',
  'indigo',
  'ivory',
  'jade',
  'lilac',
  'maroon',
  'ochre',
  'olive',
  'pearl',
  'plum',
  'rose',
  'ruby',
  'saffron',
  'scarlet',
  'silver',
  'teal',
  'violet',
] as const
const PLACES = [
  'bay',
  'bench',
  'bridge',
  'cabin',
  'cove',
  'deck',
  'dock',
  'field',
  'forge',
  'garden',
  'grove',
  'harbor',
  'island',
  'lab',
  'lodge',
  'loft',
  'meadow',
  'mill',
  'orchard',
  'pier',
  'plaza',
  'quarry',
  'ridge',
  'studio',
  'tower',
  'yard',
] as const

/** A name people can say: `violet-lab`. From the fourth attempt on it carries a number, since the plain ones run out. */
export function friendlyName(random: () => number, attempt = 0): string {
  const name = `${pick(COLOURS, random)}-${pick(PLACES, random)}`
  return attempt < 3 ? name : `${name}-${Math.floor(random() * 10 ** Math.min(attempt, 9))}`
}

function pick(words: readonly string[], random: () => number): string {
  return words[Math.floor(random() * words.length)] ?? 'violet'
}
