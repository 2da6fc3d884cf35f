'use client'

import { useState } from 'react'

/** True from the first time that something is wanted: it is fetched then, and stays so that it can fade out. */
export function useOnceTrue(isWanted: boolean): boolean {
  const [wasWanted, setWasWanted] = useState(isWanted)
  if (isWanted && !wasWanted) setWasWanted(true)
  return wasWanted || isWanted
}
