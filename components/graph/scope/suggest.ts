import type { Asked } from './asked'
import { type Candidate, candidatesIn, rootCandidates } from './candidates'
import { knownRoot, stepInto } from './known-roots'
import { markerAt } from './marker-at'
import { type OpenPath, parseOpenPath } from './parse-path'

export interface Suggestion extends Candidate {
  /** It takes the place of the text from here to `to`. */
  readonly from: number
}

export interface Suggestions {
  readonly items: readonly Suggestion[]
  readonly to: number
  /** The marker has no closing brace yet. */
  readonly isOpen: boolean
  /** What the path begins with; empty while that is being typed. */
  readonly root: string
}

const MOST = 200

/** What can stand at the cursor inside `${…}`; null outside of one, and where names are computed. */
export function suggest(asked: Asked, text: string, cursor: number): Suggestions | null {
  const marker = markerAt(text, cursor)
  if (marker === undefined) return null
  const start = marker.from + 2
  const path = parseOpenPath(text.slice(start, cursor))
  if (path === null) return null
  const end = marker.isClosed ? marker.to - 1 : marker.to
  const rest = /^[^.[\]}]*(?:['"]?\])?/.exec(text.slice(cursor, end))?.[0].length ?? 0
  const isOpen = !marker.isClosed
  if (path.partial === null) return { items: [], to: cursor, isOpen, root: path.root }
  const from = start + path.from
  // An index or a name in brackets takes the place of the dot before it.
  const place = ({ insert }: Candidate) => (insert.startsWith('[') && text[from - 1] === '.' ? from - 1 : from)
  const items = ranked(all(asked, path), path.partial)
  return {
    items: items.slice(0, MOST).map((one) => ({ ...one, from: place(one) })),
    to: cursor + rest,
    isOpen,
    root: path.root,
  }
}

function all(asked: Asked, { root, steps }: OpenPath): Candidate[] {
  if (root === '') return rootCandidates(asked)
  const known = knownRoot(asked.definition, asked.data, root)
  return known === undefined ? [] : candidatesIn(steps.reduce(stepInto, known))
}

/** What begins as typed before what only holds it; otherwise the order given. */
function ranked(candidates: readonly Candidate[], partial: string): Candidate[] {
  const wanted = partial.trim().toLowerCase()
  const rank = ({ label }: Candidate) => {
    const at = label
      .replace(/^\[['"]?/, '')
      .toLowerCase()
      .indexOf(wanted)
    return at > 0 ? 1 : at
  }
  return candidates.filter((one) => rank(one) >= 0).sort((a, b) => rank(a) - rank(b))
}
