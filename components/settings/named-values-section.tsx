'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import { type LucideIcon, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { Loaded, type LoadedProps } from '@/components/api/loaded'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Section } from '@/components/ui/section'
import { type NamedValue, ValueDialog } from './value-dialog'
import { type ValueRow, ValueTable } from './value-table'

export interface NamedValuesSectionProps<Row extends ValueRow> {
  readonly title: string
  readonly description: string
  readonly icon: LucideIcon
  /** One of them, as the button that makes one says it. */
  readonly noun: string
  readonly empty: string
  readonly saving: string
  readonly deleting: string
  readonly list: LoadedProps<readonly Row[]>['query'] & { readonly dataUpdatedAt: number }
  /** What the dialog for an existing one begins with. */
  readonly readable: (row: Row) => string
  readonly shown: (row: Row) => ReactNode
  readonly save: Pick<
    UseMutationResult<unknown, unknown, { name: string; value: string }>,
    'mutate' | 'reset' | 'error' | 'isPending'
  >
  readonly remove: Pick<UseMutationResult<unknown, unknown, { name: string }>, 'mutate'>
}

const NEW: NamedValue = { name: '', value: '' }

/** Names and their values, of which each can be written and deleted: secrets and variables. */
export function NamedValuesSection<Row extends ValueRow>(props: NamedValuesSectionProps<Row>) {
  const { title, description, icon, noun, empty, saving, deleting, list, readable, shown, save, remove } = props
  const mayEdit = useMayEdit()
  const [edited, setEdited] = useState<NamedValue | null>(null)
  const [doomed, setDoomed] = useState<string | null>(null)
  const edit = (value: NamedValue) => {
    save.reset()
    setEdited(value)
  }
  const create = mayEdit ? (
    <Button onClick={() => edit(NEW)}>
      <Plus strokeWidth={1.5} aria-hidden /> New {noun}
    </Button>
  ) : null
  const change = mayEdit
    ? {
        onEdit: (row: Row) => edit({ name: row.name, value: readable(row) }),
        onDelete: ({ name }: Row) => setDoomed(name),
      }
    : null
  return (
    <Section
      title={title}
      anchor={title.toLowerCase().replaceAll(' ', '-')}
      description={description}
      action={list.data?.length ? create : null}
    >
      <Loaded query={list} skeleton="m-4 h-24">
        {(rows) => (
          <ValueTable
            label={title}
            rows={rows}
            now={list.dataUpdatedAt}
            icon={icon}
            empty={{ title: `No ${title.toLowerCase()} yet`, description: empty, action: create }}
            shown={shown}
            change={change}
          />
        )}
      </Loaded>
      {edited ? (
        <ValueDialog
          title={edited === NEW ? `New ${noun}` : `Write ${edited.name} anew`}
          description={saving}
          before={edited === NEW ? null : edited}
          error={save.error ? errorText(save.error) : null}
          isSaving={save.isPending}
          onSave={(value) => save.mutate(value, { onSuccess: () => setEdited(null) })}
          onClose={() => setEdited(null)}
        />
      ) : null}
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(open) => (open ? undefined : setDoomed(null))}
        title={`Delete ${doomed ?? ''}?`}
        description={deleting}
        action="Delete"
        onConfirm={() => doomed && remove.mutate({ name: doomed })}
      />
    </Section>
  )
}
