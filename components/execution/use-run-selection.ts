'use client'

import { useQueryState } from 'nuqs'
import { useState } from 'react'
import type { RunTask, RunView } from '@/server/model/run-view'
import { definitionRef } from './definition-ref'

export interface RunSelection {
  /** The selected node of the graph, also in the address. */
  readonly ref: string | null
  /** The attempt on show: the chosen one, else the newest. */
  readonly task: RunTask | null
  /** All attempts and turns of the selected reference, oldest first. */
  readonly rows: readonly RunTask[]
  readonly select: (ref: string | null, taskId?: string | null) => void
}

export function useRunSelection(view: RunView): RunSelection {
  const [ref, setRef] = useQueryState('task')
  const [taskId, setTaskId] = useState<string | null>(null)
  const rows = ref === null ? [] : view.tasks.filter((task) => definitionRef(view.definition, task) === ref)
  return {
    ref,
    rows,
    task: rows.find((row) => row.taskId === taskId) ?? rows.at(-1) ?? null,
    select: (next, nextTaskId = null) => {
      void setRef(next)
      setTaskId(nextTaskId)
    },
  }
}
