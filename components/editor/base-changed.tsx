'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import type { LoadedVersion } from './loaded-version'
import { useSession } from './session'

/** Somebody published over the version that is open here: said as soon as this tab hears of it, before any publishing. */
export function BaseChanged({ loaded }: { readonly loaded: LoadedVersion }) {
  const trpc = useTRPC()
  const { ui } = useSession()
  const { name, version, updateTime } = loaded
  const { data: versions = [] } = useQuery(trpc.definitions.versions.queryOptions({ name }))
  const stored = versions.find((one) => one.version === version)
  if (stored === undefined || updateTime === null || stored.updateTime <= updateTime) return null
  return (
    <button
      type="button"
      onClick={() => ui.setState({ over: 'versions' })}
      className="truncate rounded-sm text-sm text-status-completed-with-errors underline"
    >
      {stored.updatedBy} changed v{version} meanwhile: compare
    </button>
  )
}
