'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asOf } from '@/components/api/as-of'
import { useTRPC } from '@/components/api/trpc'
import { isJsonObject } from '@/server/model/json'
import type { RunTask } from '@/server/model/run-view'
import { taskOfRow } from '@/server/model/tasks-by-ref'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { type AnswerFields, answerFields, humanDefinition } from './answer-fields'

export interface AnswerForm extends AnswerFields {
  /** What the task calls itself to people. */
  readonly title: string | null
}

/** The form that answers a task; undefined until what it is made of is there. */
export function useAnswerFields(definition: WorkflowDef, row: RunTask): AnswerForm | undefined {
  const trpc = useTRPC()
  const written = taskOfRow(definition, row.referenceTaskName)
  const ref = written?.taskReferenceName ?? row.referenceTaskName
  const details = useQuery(asOf(trpc.executions.task.queryOptions({ taskId: row.taskId }), row.updateTime, row.status))
  const defined = useQuery(trpc.taskDefinitions.list.queryOptions())
  const input = details.data?.inputData
  const human = input === undefined ? null : humanDefinition(input)
  const taskDef = written?.taskDefinition ?? defined.data?.find(({ name }) => name === row.taskDefName)
  const own = taskDef?.outputSchema
  const named = human?.form ?? (own ? { name: own.name, version: own.version ?? null } : null)
  const isInPlace = !human?.form && isJsonObject(own?.data)
  const isAsked = named !== null && !isInPlace
  const stored = useQuery(
    trpc.definitions.schema.queryOptions(named ?? { name: '', version: null }, { enabled: isAsked, retry: false }),
  )
  // A schema that is gone leaves the form to what else is known.
  const schema: unknown = isInPlace ? own?.data : stored.data?.data
  const isKnown = input !== undefined && !defined.isPending && !(isAsked && stored.isPending)
  const fields = useMemo(
    () => (isKnown ? answerFields({ definition, ref, input, schema }) : undefined),
    [isKnown, definition, ref, input, schema],
  )
  return fields && { ...fields, title: human?.displayName ?? null }
}
