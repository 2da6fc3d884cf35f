'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Pencil, Play } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/components/api/trpc'
import { useMe } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { FIRST_WORKFLOW, stepsDone } from './first-steps'
import { Step } from './step'

/** What to do first, and what after it: the one next step is marked and has the button. */
export function NextStep() {
  const trpc = useTRPC()
  const router = useRouter()
  const { data: me } = useMe()
  const { data: catalog = [] } = useQuery(trpc.executions.catalog.queryOptions())
  const { data: workers = [] } = useQuery(trpc.access.workers.queryOptions({ taskType: 'hello_world' }))
  const start = useMutation(
    trpc.executions.start.mutationOptions({
      onSuccess: (workflowId) => router.push(`/executions/${workflowId}`),
    }),
  )
  const done = stepsDone(catalog, workers.length > 0)
  const next = !done.ran ? 2 : !done.changed ? 3 : !done.connected ? 4 : 2
  const run = (
    <Button
      variant={next === 2 ? 'primary' : 'secondary'}
      disabled={start.isPending || me?.namespace?.role === 'viewer'}
      onClick={() => start.mutate({ name: FIRST_WORKFLOW, input: {} })}
    >
      <Play strokeWidth={1.5} aria-hidden />
      {done.ran ? 'Run again' : 'Run it'}
    </Button>
  )
  const open = (
    <Button asChild variant={next === 3 ? 'primary' : 'secondary'}>
      <Link href={`/workflows/${FIRST_WORKFLOW}`}>
        <Pencil strokeWidth={1.5} aria-hidden />
        Open it
      </Link>
    </Button>
  )
  const runHello = (
    <Button asChild>
      <Link href="/run?name=hello_world">
        <Play strokeWidth={1.5} aria-hidden />
        Run hello_world
      </Link>
    </Button>
  )
  return (
    <ol aria-label="First steps" className="flex flex-col divide-y overflow-hidden rounded-xl border bg-surface">
      <Step
        number={1}
        isDone
        title="Open your namespace"
        note={`${me?.namespace?.name ?? ''} is ready, with samples`}
      />
      <Step
        number={2}
        isDone={done.ran}
        isNext={next === 2}
        title={`Run ${FIRST_WORKFLOW}`}
        note="Five tasks, about a second"
        action={run}
      />
      <Step
        number={3}
        isDone={done.changed}
        isNext={next === 3}
        title="Change one thing in it"
        note="Drag, or edit the JSON; both stay in step"
        action={done.ran ? open : null}
      />
      <Step
        number={4}
        isDone={done.connected}
        isNext={next === 4}
        title="Connect a worker of your own"
        note={
          done.connected
            ? 'It polls hello_world: run that, and it answers'
            : 'Copy the snippet and start it; we show when it arrives'
        }
        action={done.connected ? runHello : null}
      />
    </ol>
  )
}
