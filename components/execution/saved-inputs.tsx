'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { SaveRow } from '@/components/ui/save-row'
import type { JsonObject } from '@/server/model/json'

export interface SavedInputsProps {
  readonly workflow: string
  /** What the form says now; null when it says nothing readable. */
  readonly input: JsonObject | null
  readonly onPick: (input: JsonObject) => void
}

/** Inputs with a name, kept with the workflow for everybody in the namespace. */
export function SavedInputs({ workflow, input, onPick }: SavedInputsProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const mayEdit = useMayEdit()
  const [isOpen, setOpen] = useState(false)
  const { data: saved = [] } = useQuery(trpc.savedInputs.list.queryOptions({ workflow }))
  const onSuccess = () => queries.invalidateQueries(trpc.savedInputs.list.queryFilter({ workflow }))
  const save = useMutation(trpc.savedInputs.save.mutationOptions({ onSuccess: () => void onSuccess() }))
  const remove = useMutation(trpc.savedInputs.remove.mutationOptions({ onSuccess }))
  if (!mayEdit && saved.length === 0) return null
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button variant="ghost">
          <Bookmark strokeWidth={1.5} aria-hidden /> Saved inputs{saved.length > 0 ? ` ${saved.length}` : ''}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Saved inputs" className="grid w-80 gap-3">
        {saved.length > 0 ? (
          <ul className="grid max-h-60 gap-0.5 overflow-auto">
            {saved.map((one) => (
              <li key={one.name} className="flex items-center gap-1">
                <button
                  type="button"
                  title={`Saved by ${one.updatedBy}`}
                  onClick={() => {
                    onPick(one.input)
                    setOpen(false)
                  }}
                  className="grid min-w-0 flex-1 rounded-md px-2 py-1 text-left hover:bg-surface-2"
                >
                  <span className="truncate font-medium">{one.name}</span>
                  <span className="truncate font-mono text-xs text-text-2">{JSON.stringify(one.input)}</span>
                </button>
                {mayEdit ? (
                  <IconButton
                    label={`Remove ${one.name}`}
                    icon={Trash2}
                    onClick={() => remove.mutate({ workflow, name: one.name })}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-text-2">Nothing is saved yet. A name keeps the input for everybody in the namespace.</p>
        )}
        {mayEdit ? (
          <SaveRow
            label="Name for this input"
            taken={saved.map((one) => one.name)}
            canSave={input !== null && !save.isPending}
            onSave={(name, onSaved) => input && save.mutate({ workflow, name, input }, { onSuccess: onSaved })}
          />
        ) : null}
      </PopoverContent>
    </Popover>
  )
}
