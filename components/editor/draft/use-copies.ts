'use client'

import { useMemo } from 'react'
import { useMe } from '@/components/shell/use-me'
import { newId } from '@/components/ui/new-id'
import { createLocalCopies, type LocalCopies } from './local-copies'

const TAB = newId()

/** What this browser keeps for the person in the namespace on show; null until both are known. */
export function useCopies(): LocalCopies | null {
  const { data: me } = useMe()
  const owner = me?.namespace ? `${me.namespace.name}/${me.id}` : null
  return useMemo(() => (owner === null ? null : createLocalCopies(window.localStorage, { owner, tab: TAB })), [owner])
}
