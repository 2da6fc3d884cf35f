'use client'

import { useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { useReturnFocus } from '@/components/editor/return-focus'
import { useDocument, useSelectedNode, useSession } from '@/components/editor/session'
import { RunFormBody } from '@/components/execution/run-form-body'
import type { Definition } from '@/components/graph/definition'
import type { IndexedNode } from '@/components/graph/node-index'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { loneTask } from './lone-task'
import { TestResult } from './test-result'
import { useKnownInput } from './use-known-input'

/** The selected task by itself, on given inputs or those of the last run; its result is shown in place. */
export function TestDialog() {
  const { ui } = useSession()
  const node = useSelectedNode()
  const definition = useDocument((state) => state.definition)
  const returnFocus = useReturnFocus()
  return (
    <Dialog open onOpenChange={(open) => !open && ui.setState({ over: null })}>
      <DialogContent
        title={`Test ${node?.task.name ?? 'a task'} alone`}
        description="It runs for real, as a workflow of its own: what it would read from other tasks is given here. A worker task waits for its worker."
        className="max-w-3xl"
        onCloseAutoFocus={returnFocus}
      >
        {node ? <Test node={node} definition={definition} /> : <p className="text-text-2">Select a task first.</p>}
      </DialogContent>
    </Dialog>
  )
}

interface TestProps {
  readonly node: IndexedNode
  readonly definition: Definition
}

function Test({ node, definition }: TestProps) {
  const trpc = useTRPC()
  const [runId, setRunId] = useState<string | null>(null)
  const { alone, outside } = useMemo(() => {
    const lone = loneTask(definition, node.path)
    return { alone: workflowDefSchema.parse(lone.definition), outside: lone.outside }
  }, [definition, node.path])
  const recent = useQuery(trpc.executions.recentInputs.queryOptions({ name: alone.name }))
  const known = useKnownInput(definition.name, outside)
  if (!recent.data || known === undefined) return <Skeleton className="h-64" />
  if (runId !== null) {
    return (
      <>
        <TestResult runId={runId} reference={node.task.taskReferenceName} />
        <div className="flex justify-end pt-3">
          <Button onClick={() => setRunId(null)}>
            <RotateCcw strokeWidth={1.5} aria-hidden /> Test again
          </Button>
        </div>
      </>
    )
  }
  const names = Object.entries(outside)
  return (
    <div className="grid gap-4">
      {names.length > 0 ? (
        <dl aria-label="Given here" className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm text-text-2">
          {names.map(([name, expression]) => (
            <div key={name} className="contents">
              <dt className="font-mono">{name}</dt>
              <dd className="truncate">stands for {expression}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <RunFormBody
        definition={alone}
        example={known}
        version={null}
        recent={recent.data}
        isDraft
        isQuiet
        onStarted={setRunId}
      />
    </div>
  )
}
