'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { errorText } from './error-text'

export interface LoadedProps<Data> {
  readonly query: {
    readonly data: Data | undefined
    readonly error: unknown
    readonly isPending: boolean
    readonly refetch?: () => unknown
  }
  /** The size of what will stand there. */
  readonly skeleton?: string
  readonly children: (data: Data) => ReactNode
}

/** What was asked for, below why it is not there or what it will look like. Data of before outlives a failure. */
export function Loaded<Data>({ query, skeleton = 'm-4 h-80', children }: LoadedProps<Data>) {
  return (
    <>
      {query.error ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <p role="alert" className="text-status-failed">
            {errorText(query.error)}
          </p>
          {query.refetch ? <Button onClick={() => void query.refetch?.()}>Try again</Button> : null}
        </div>
      ) : null}
      {query.isPending ? <Skeleton className={skeleton} /> : null}
      {query.data === undefined ? null : children(query.data)}
    </>
  )
}
