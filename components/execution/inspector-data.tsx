'use client'

import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { JsonView } from '@/components/ui/json-view'
import { Skeleton } from '@/components/ui/skeleton'
import type { JsonObject } from '@/server/model/json'
import type { RunView } from '@/server/model/run-view'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { DownloadButton } from './download-button'
import { inputSource } from './input-source'
import type { TaskDetails } from './task-details'

export interface InspectorDataProps {
  readonly details: TaskDetails | undefined
  readonly definition: WorkflowTask | null
  readonly view: RunView
}

/** Input and output on one screen; each input says where it came from. */
export function InspectorData({ details, definition, view }: InspectorDataProps) {
  if (!details) return <Skeleton className="m-3.5 h-40" />
  return (
    <>
      <Payload title="Input" value={details.inputData}>
        {Object.entries(details.inputData).map(([name, value]) => (
          <div key={name} className="flex items-baseline gap-2">
            <JsonView value={{ [name]: value }} open={1} className="-ml-4" />
            <Source text={inputSource(definition?.inputParameters[name], view.definition)} />
          </div>
        ))}
      </Payload>
      <Payload title="Output" value={details.outputData}>
        <JsonView value={details.outputData} open={3} className="-ml-4" />
      </Payload>
    </>
  )
}

function Source({ text }: { readonly text: string | null }) {
  return text === null ? null : <span className="whitespace-nowrap text-sm text-text-3">← {text}</span>
}

interface PayloadProps {
  readonly title: string
  readonly value: JsonObject
  readonly children: ReactNode
}

export function Payload({ title, value, children }: PayloadProps) {
  const text = JSON.stringify(value, null, 2)
  const isEmpty = Object.keys(value).length === 0
  return (
    <section aria-label={title} className="border-b px-3.5 py-2.5 last:border-b-0">
      <header className="flex h-7 items-center">
        <h3 className="flex-1 font-medium text-text-2">{title}</h3>
        <CopyButton value={text} label={`Copy ${title.toLowerCase()}`} />
        <DownloadButton text={text} name={`${title.toLowerCase()}.json`} />
      </header>
      {isEmpty ? (
        <p className="text-text-3">Nothing.</p>
      ) : (
        <div className="-ml-3.5 overflow-x-auto pl-3.5">{children}</div>
      )}
    </section>
  )
}
