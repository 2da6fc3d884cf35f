'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { asOf } from '@/components/api/as-of'
import { useTRPC } from '@/components/api/trpc'
import { type EditorSession, useDocument, useSession, useSessionState } from '@/components/editor/session'
import { analyzeScope } from '@/components/graph/scope/analyze-scope'
import { NOTHING_KNOWN } from '@/components/graph/scope/known-data'
import type { Shape } from '@/components/graph/scope/shape'
import type { JsonObject } from '@/server/model/json'
import type { LastRun } from '@/server/model/last-run'
import { isTerminalWorkflow } from '@/server/model/status'
import { declaredOutput, type Registry, shapeOfReference } from './declared-shapes'
import { type LastRunState, lastRunStore } from './last-run-store'

const RUNNING_REFETCH_MS = 10_000

/** Keeps the last run of the workflow in the editor, and of its tasks what has been asked for. */
export function useLoadLastRun(): void {
  const session = useSession()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const name = useDocument((state) => state.definition.name)
  const store = lastRunStore(session)
  // A run that is watched on the canvas is the last one, and has new values when it ends.
  const watched = useSessionState(({ run: on }) =>
    on === null ? '' : `${on.view.header.workflowId} ${on.view.header.status}`,
  )
  const { data: run } = useQuery({
    ...asOf(trpc.executions.lastRun.queryOptions({ name }), watched),
    enabled: name !== '',
    refetchInterval: ({ state }) => (isOpen(state.data) ? RUNNING_REFETCH_MS : false),
  })
  useEffect(() => {
    if (run === undefined) return
    const asked = new Map<string, Promise<void>>()
    const want = (reference: string) => {
      const known = asked.get(reference) ?? learn({ session, trpc, queries }, reference)
      asked.set(reference, known)
      return known
    }
    const { env, secrets } = store.getState().data
    const { inputShape } = store.getState().data.workflow
    const workflow = { ...(run === null ? {} : workflowOf(run)), inputShape }
    store.setState({ run, want, data: { ...NOTHING_KNOWN, env, secrets, workflow } })
  }, [run, store, session, trpc, queries])
  useLoadNames()
  useLoadInputShape()
}

/** Of the namespace's own environment and of its secrets: names only. */
function useLoadNames(): void {
  const trpc = useTRPC()
  const store = lastRunStore(useSession())
  const { data: variables } = useQuery({ ...trpc.variables.list.queryOptions(), staleTime: 60_000 })
  const { data: secrets } = useQuery({ ...trpc.secrets.list.queryOptions(), staleTime: 60_000 })
  useEffect(() => {
    const names = (list: readonly { readonly name: string }[] = []) => list.map(({ name }) => name)
    const { data } = store.getState()
    store.setState({ data: { ...data, env: names(variables), secrets: names(secrets) } })
  }, [variables, secrets, store])
}

function isOpen(run: LastRun | null | undefined): boolean {
  return run != null && !isTerminalWorkflow(run.status)
}

/** What the workflow declares of its input. */
function useLoadInputShape(): void {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const store = lastRunStore(useSession())
  const schema = useDocument((state) => state.definition.inputSchema)
  const key = JSON.stringify(schema ?? null)
  useEffect(() => {
    const set = (inputShape: Shape | undefined) => {
      const { data } = store.getState()
      store.setState({ data: { ...data, workflow: { ...data.workflow, inputShape } } })
    }
    // A schema that is not registered declares nothing.
    shapeOfReference({ trpc, queries }, JSON.parse(key)).then(set, () => set(undefined))
  }, [key, store, trpc, queries])
}

/** What is known of values now. */
export function useLastRun(): LastRunState {
  return useStore(lastRunStore(useSession()))
}

function workflowOf({ input, output, variables, workflowId, workflowVersion, status, correlationId }: LastRun) {
  return { input, output, variables, rest: { workflowId, version: workflowVersion, status, correlationId } }
}

interface Source extends Registry {
  readonly session: EditorSession
}

async function learn(source: Source, reference: string): Promise<void> {
  const { session } = source
  const task = analyzeScope(session.document.getState().definition).find(reference)?.task
  const store = lastRunStore(session)
  const { run } = store.getState()
  // What cannot be had (a run that was removed, a definition that never was) is simply not known.
  const [row, shape] = await Promise.all([
    rowOf(source, run, reference).catch(() => undefined),
    task === undefined ? undefined : declaredOutput(source, task).catch(() => undefined),
  ])
  if (store.getState().run !== run) return
  const { data } = store.getState()
  store.setState({
    data: {
      ...data,
      rows: row === undefined ? data.rows : { ...data.rows, [reference]: row },
      outputs: shape === undefined ? data.outputs : { ...data.outputs, [reference]: shape },
    },
  })
}

async function rowOf(
  { trpc, queries }: Source,
  run: LastRun | null,
  reference: string,
): Promise<JsonObject | undefined> {
  const row = run?.rows.find((one) => one.reference === reference)
  if (row === undefined) return undefined
  const { taskId, taskType, status, retryCount, iteration, scheduledTime, startTime, endTime } = row
  const details = asOf(trpc.executions.task.queryOptions({ taskId }), status, endTime)
  const { inputData, outputData } = await queries.fetchQuery(details)
  const header = { taskId, taskType, status, retryCount, iteration, scheduledTime, startTime, endTime }
  return { ...header, referenceTaskName: reference, input: inputData, output: outputData }
}
