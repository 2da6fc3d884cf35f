'use client'

import { useCallback } from 'react'
import type { Definition, JsonPath } from '@/components/graph/definition'
import { type TaskPatch, updateTask } from '@/components/graph/edits/update-task'
import { useSession } from './session'

export type EditTask = (patch: TaskPatch, field?: string) => void

/** For forms: changes fields of one task; typing on in the same field is one step of undo. */
export function useEditTask(path: JsonPath): EditTask {
  const { document } = useSession()
  const key = JSON.stringify(path)
  return useCallback(
    (patch, field) => {
      const at = JSON.parse(key) as JsonPath
      document.edit((definition) => updateTask(definition, at, patch), field ? `${key} ${field}` : '')
    },
    [document, key],
  )
}

export function useEdit() {
  const { document } = useSession()
  return useCallback(
    (change: (definition: Definition) => Definition, key?: string) => document.edit(change, key),
    [document],
  )
}
