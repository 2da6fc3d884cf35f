'use client'

import { useQuery } from '@tanstack/react-query'
import { Radio } from 'lucide-react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { CurlLine } from '@/components/catalog/curl-line'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { HANDLER_COLUMNS } from './handler-columns'
import type { ListedHandler } from './handler-form'
import { HandlerMenu } from './handler-menu'

export interface HandlerListProps {
  readonly mayEdit: boolean
  readonly onCreate: () => void
  readonly onEdit: (handler: ListedHandler) => void
  readonly onMessages: (event: string) => void
  readonly onSend: (event: string) => void
}

const REFRESH_MS = 10_000

export function HandlerList({ mayEdit, onCreate, onEdit, onMessages, onSend }: HandlerListProps) {
  const trpc = useTRPC()
  const list = useQuery({ ...trpc.events.handlers.queryOptions(), refetchInterval: REFRESH_MS })
  const menu = (handler: ListedHandler) => (
    <HandlerMenu
      handler={handler}
      mayEdit={mayEdit}
      onEdit={() => onEdit(handler)}
      onMessages={() => onMessages(handler.event)}
      onSend={() => onSend(handler.event)}
    />
  )
  return (
    <Loaded query={list}>
      {(rows) => (
        <DataTable
          label="Event handlers"
          columns={[
            ...HANDLER_COLUMNS,
            { id: 'actions', header: 'Menu', isHeaderHidden: true, align: 'right', cell: menu },
          ]}
          rows={rows}
          rowId={(one) => one.name}
          onOpen={onEdit}
          empty={<NoHandlers onCreate={mayEdit ? onCreate : null} />}
        />
      )}
    </Loaded>
  )
}

const EXAMPLE =
  '{"name":"fulfil","event":"conductor:orders:placed","active":true,"actions":[{"action":"start_workflow","start_workflow":{"name":"PopulationMinMax"}}]}'

function NoHandlers({ onCreate }: { readonly onCreate: (() => void) | null }) {
  return (
    <EmptyState
      icon={Radio}
      title="No event handlers yet"
      description="A handler acts on the messages of an event: an EVENT task of a workflow sends them, or a broker does."
      action={
        onCreate ? (
          <Button variant="primary" onClick={onCreate}>
            Create a handler
          </Button>
        ) : null
      }
    >
      <CurlLine method="POST" path="/api/event" body={EXAMPLE} />
    </EmptyState>
  )
}
