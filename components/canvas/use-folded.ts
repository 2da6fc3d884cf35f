import { useEffect, useMemo, useState } from 'react'
import type { Definition } from '@/components/graph/definition'
import { foldedAtFirst } from '@/components/graph/fold'
import { followFolded } from '@/components/graph/follow-folded'

type Ids = readonly string[]

/** What is folded; a container that is renamed stays so, and is kept under its new name. */
export function useFolded(
  definition: Definition,
  stored: Ids | null,
  save: (change: { readonly folded: string[] }) => void,
): ReadonlySet<string> {
  const [atFirst] = useState(() => foldedAtFirst(definition))
  const [seen, setSeen] = useState(definition)
  const known = useMemo(() => new Set(stored ?? atFirst), [stored, atFirst])
  const followed = useMemo(
    () => (seen === definition ? null : followFolded(seen, definition, known)),
    [seen, definition, known],
  )
  // In the render of the change itself, so that nothing is drawn unfolded meanwhile.
  if (seen !== definition && followed === null) setSeen(definition)
  useEffect(() => {
    if (followed === null) return
    save({ folded: [...followed] })
    setSeen(definition)
  }, [followed, save, definition])
  return followed ?? known
}
