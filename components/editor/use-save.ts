'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { useMoveLook } from '@/components/canvas/use-stored-look'
import { updateWorkflow } from '@/components/graph/edits/update-task'
import { announce } from '@/components/ui/live-region'
import { toast } from '@/components/ui/toast'
import type { DraftSaver } from './draft/draft-saver'
import type { LoadedVersion } from './loaded-version'
import { useSession } from './session'

export type SaveMode = 'new-version' | 'overwrite'

export interface Saving {
  readonly save: (mode: SaveMode) => Promise<boolean>
  readonly isSaving: boolean
  /** Somebody else changed this version meanwhile: nothing was written. */
  readonly conflict: string | null
  readonly settleConflict: (choice: 'mine' | 'new-version' | 'cancel') => Promise<void>
}

export interface SaveContext {
  readonly loaded: LoadedVersion | null
  readonly saver: DraftSaver
  readonly onSaved: (version: LoadedVersion) => void
}

/** Publishes the document as a new version or over the loaded one; never silently over somebody else's. */
export function useSave({ loaded, saver, onSaved }: SaveContext): Saving {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { document, draft } = useSession()
  const moveLook = useMoveLook()
  const [conflict, setConflict] = useState<string | null>(null)
  const register = useMutation(trpc.definitions.register.mutationOptions({ onError: noToast }))
  const replace = useMutation(trpc.definitions.replace.mutationOptions({ onError: noToast }))

  const write = async (mode: SaveMode, loadedAt: number | null): Promise<boolean> => {
    const { problem } = document.getState()
    if (problem !== null) {
      toast.error(`It cannot be published yet: ${problem.message}`)
      return false
    }
    const { name } = document.getState().definition
    try {
      const taken = await queries.fetchQuery({ ...trpc.definitions.versions.queryOptions({ name }), staleTime: 0 })
      const next = Math.max(0, ...taken.map((one) => one.version)) + 1
      const isNew = mode === 'new-version' || loaded?.name !== name
      if (isNew) document.edit((current) => updateWorkflow(current, { version: next }))
      else document.edit((current) => updateWorkflow(current, { version: loaded.version }))
      const { definition, text } = document.getState()
      if (isNew) await register.mutateAsync(definition)
      else await replace.mutateAsync({ definition, loadedAt })
      const stored = await queries.fetchQuery({
        ...trpc.definitions.get.queryOptions({ name, version: definition.version ?? next }),
        staleTime: 0,
      })
      document.markSaved(text)
      if (draft.getState().name === null) moveLook(`draft:${draft.getState().id}`, name)
      await saver.published({ name, version: stored.version, baseUpdatedAt: stored.updateTime ?? null })
      announce(`Published as version ${stored.version}`)
      void queries.invalidateQueries()
      onSaved({ name, version: stored.version, updateTime: stored.updateTime ?? null })
      return true
    } catch (error) {
      if (isConflict(error)) setConflict(errorText(error))
      else toast.error('It was not published', { description: refusal(error) })
      return false
    }
  }

  return {
    save: (mode) => write(mode, loaded?.updateTime ?? null),
    isSaving: register.isPending || replace.isPending,
    conflict,
    settleConflict: async (choice) => {
      setConflict(null)
      if (choice === 'mine') await write('overwrite', null)
      if (choice === 'new-version') await write('new-version', null)
    },
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof TRPCClientError && error.data?.appCode === 'CONFLICT'
}

/** The first rules that were broken, in the server's words. */
function refusal(error: unknown): string {
  const broken = error instanceof TRPCClientError ? (error.data?.validationErrors as { message: string }[]) : undefined
  if (!broken || broken.length === 0) return errorText(error)
  return broken
    .slice(0, 3)
    .map((one) => one.message)
    .join('\n')
}
