'use client'

import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { Integration } from '@/server/model/integration'
import { integrationKind } from '@/server/model/integration-kinds'

export interface IntegrationRowProps {
  readonly integration: Integration
  readonly test: IntegrationTest | null
  /** Null: the person may only look. */
  readonly change: { onTest(): void; onEdit(): void; onDelete(): void } | null
}

export type IntegrationTest = 'running' | { readonly ok: boolean; readonly message: string }

export function IntegrationRow({ integration, test, change }: IntegrationRowProps) {
  const { name, type, enabled } = integration
  const kind = integrationKind(type)
  return (
    <li className="grid gap-1 border-t px-4 py-3 first:border-t-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1">
          <span className="font-medium">{name}</span>
          <span className="ml-2 text-text-2">{kind?.label ?? type}</span>
          {enabled ? null : <Badge className="ml-2">off</Badge>}
          <p className="truncate font-mono text-sm text-text-3">{placeOf(integration)}</p>
        </div>
        {change ? (
          <div className="flex gap-1">
            <Button variant="ghost" aria-label={`Test ${name}`} disabled={test === 'running'} onClick={change.onTest}>
              Test
            </Button>
            <Button variant="ghost" aria-label={`Change ${name}`} onClick={change.onEdit}>
              Change
            </Button>
            <Button variant="ghost" aria-label={`Delete ${name}`} onClick={change.onDelete}>
              Delete
            </Button>
          </div>
        ) : null}
      </div>
      <p
        role="status"
        className={
          test !== null && test !== 'running' && !test.ok ? 'text-sm text-status-failed' : 'text-sm text-text-2'
        }
      >
        {test === 'running' ? 'Connecting …' : test?.message}
      </p>
    </li>
  )
}

/** Where it leads to, as far as one line can say. */
function placeOf({ configuration }: Integration): string {
  const { bootstrapServers, servers, endpoint, host, port, region } = configuration
  const place = bootstrapServers ?? servers ?? endpoint ?? (host === undefined ? region : `${host}:${port ?? ''}`)
  return String(place ?? '').replace(/:$/, '')
}
