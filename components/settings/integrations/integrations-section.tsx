'use client'

import { useQuery } from '@tanstack/react-query'
import { Plug, Plus } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import type { Integration } from '@/server/model/integration'
import { IntegrationDialog } from './integration-dialog'
import { IntegrationRow } from './integration-row'
import { useIntegrationChanges } from './use-integration-changes'

/** Brokers, databases and services of the namespace. Credentials are written here and never read back. */
export function IntegrationsSection() {
  const trpc = useTRPC()
  const mayEdit = useMayEdit()
  const list = useQuery(trpc.integrations.list.queryOptions())
  const integrations = list.data
  const [edited, setEdited] = useState<Integration | 'new' | null>(null)
  const [doomed, setDoomed] = useState<string | null>(null)
  const changes = useIntegrationChanges(() => setEdited(null))
  const open = (next: Integration | 'new') => {
    changes.reset()
    setEdited(next)
  }
  const create = mayEdit ? (
    <Button onClick={() => open('new')}>
      <Plus strokeWidth={1.5} aria-hidden /> New integration
    </Button>
  ) : null
  return (
    <Section
      title="Integrations"
      anchor="integrations"
      description="Brokers, databases and services that tasks and event handlers use by name."
      action={integrations?.length ? create : null}
    >
      <Loaded query={list} skeleton="m-4 h-24">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              icon={Plug}
              title="No integrations yet"
              description="Connect Kafka, RabbitMQ, NATS, Redis, SQS or PostgreSQL."
              action={create}
            />
          ) : (
            <ul aria-label="Integrations">
              {rows.map((integration) => (
                <IntegrationRow
                  key={integration.name}
                  integration={integration}
                  test={changes.tests[integration.name] ?? null}
                  change={
                    mayEdit
                      ? {
                          onTest: () => changes.test(integration.name),
                          onEdit: () => open(integration),
                          onDelete: () => setDoomed(integration.name),
                        }
                      : null
                  }
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {edited !== null ? (
        <IntegrationDialog
          saved={edited === 'new' ? null : edited}
          taken={(integrations ?? []).map(({ name }) => name)}
          isSaving={changes.isSaving}
          problems={changes.problems}
          onSave={changes.save}
          onClose={() => setEdited(null)}
        />
      ) : null}
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(isOpen) => (isOpen ? undefined : setDoomed(null))}
        title={`Delete ${doomed ?? ''}?`}
        description="Tasks and event handlers that use it fail from now on."
        action="Delete"
        onConfirm={() => doomed !== null && changes.remove(doomed)}
      />
    </Section>
  )
}
