'use client'

import { useQueryState } from 'nuqs'
import { useState } from 'react'
import type { RunTask, RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { needsAnswer } from './answer/ask-of'
import { definitionRef } from './definition-ref'
import { isFailure } from './timeline-model'

export interface RunSelection {
  /** The selected node of the graph, also in the address. */
  readonly ref: string | null
  /** Somebody chose it; otherwise it is on show because it failed or waits for an answer. */
  readonly isChosen: boolean
  /** The attempt on show: the chosen one, else the newest. */
  readonly task: RunTask | null
  /** All attempts and turns of the selected reference, oldest first. */
  readonly rows: readonly RunTask[]
  readonly select: (ref: string | null, taskId?: string | null) => void
}

export function useRunSelection(view: RunView): RunSelection {
  const [chosen, setChosen] = useQueryState('task')
  return useSelectionOf(view, chosen, (ref) => void setChosen(ref))
}

/** The same, chosen anywhere. */
export function useSelectionOf(
  view: RunView,
  chosen: string | null,
  choose: (ref: string | null) => void,
): RunSelection {
  const ref = chosen ?? failedRef(view) ?? waitingRef(view)
  const [taskId, setTaskId] = useState<string | null>(null)
  const rows = ref === null ? [] : view.tasks.filter((task) => definitionRef(view.definition, task) === ref)
  return {
    ref,
    isChosen: chosen !== null,
    rows,
    task: rows.find((row) => row.taskId === taskId) ?? rows.at(-1) ?? null,
    select: (next, nextTaskId = null) => {
      choose(next)
      setTaskId(nextTaskId)
    },
  }
}

/** Who opens a failed run wants to see what failed. */
function failedRef({ header, definition, tasks }: RunView): string | null {
  if (header.status !== 'FAILED' && header.status !== 'TIMED_OUT') return null
  const failed =
    tasks.find((task) => task.taskId === header.failedTaskId) ?? tasks.findLast((task) => isFailure(task.status))
  return failed ? definitionRef(definition, failed) : null
}

/** And who opens one that waits for an answer, what it asks. */
function waitingRef({ header, definition, tasks }: RunView): string | null {
  const asks = isTerminalWorkflow(header.status) ? undefined : tasks.find(needsAnswer)
  return asks ? definitionRef(definition, asks) : null
}
