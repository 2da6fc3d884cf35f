'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { useSession } from '@/components/editor/session'
import { Button } from '@/components/ui/button'
import { fetchPart } from '@/components/ui/fetch-part'
import { describeTaskDefinition } from './describe-task-definition'

const TaskDefinitionForm = dynamic(
  () => fetchPart(() => import('./task-definition-form')).then((module) => module.TaskDefinitionForm),
  {
    ssr: false,
  },
)

export interface TaskDefinitionPartProps {
  readonly name: string
  readonly isWorker: boolean
}

/** The task definition behind a task: what happens when it fails or hangs, shared by every workflow that uses it. */
export function TaskDefinitionPart({ name, isWorker }: TaskDefinitionPartProps) {
  const trpc = useTRPC()
  const { editable } = useSession()
  const [isOpen, setOpen] = useState(false)
  const { data } = useQuery(trpc.taskDefinitions.list.queryOptions())
  const definition = data?.find((one) => one.name === name) ?? null
  if (data === undefined) return null
  const [retries, limits] = definition ? describeTaskDefinition(definition) : ['', '']
  return (
    <section aria-label="Task definition" className="grid gap-2">
      <header className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate text-sm font-medium text-text-2">
          If it fails: <span className="font-mono font-normal">{name}</span>
        </h3>
        {editable && !isOpen ? <Button onClick={() => setOpen(true)}>{definition ? 'Change' : 'Create'}</Button> : null}
      </header>
      {isOpen ? (
        <TaskDefinitionForm key={name} name={name} stored={definition} onDone={() => setOpen(false)} />
      ) : definition ? (
        <p className="text-text-2">
          {retries}
          <br />
          {limits}
        </p>
      ) : (
        <p className="text-text-2">
          {isWorker
            ? 'There is no task definition of this name: workers may poll for it all the same, and only retries set above count.'
            : 'There is no task definition of this name: only retries set above count.'}
        </p>
      )}
    </section>
  )
}
