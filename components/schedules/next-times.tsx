'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { cronWords } from './cron-words'
import { untilText, zoneTime } from './zone-time'

/** What an expression means, while it is written: in words, and the next five times in its own zone. */
export function NextTimes({ cronExpression, zoneId }: { readonly cronExpression: string; readonly zoneId: string }) {
  const trpc = useTRPC()
  const asked = useDeferredValue(cronExpression.trim())
  const next = useQuery({
    ...trpc.schedules.nextTimes.queryOptions({ cronExpression: asked, zoneId }),
    placeholderData: keepPreviousData,
  })
  const words = cronWords(asked)
  return (
    <section aria-label="Next times" className="grid min-h-40 content-start gap-2 rounded-lg border bg-canvas p-3">
      <p className="font-medium">{next.error ? 'Not a cron expression yet' : (words ?? asked)}</p>
      {next.error ? (
        <p role="alert" className="text-sm text-status-failed">
          {errorText(next.error)}
        </p>
      ) : (
        <ol className="grid gap-1">
          {(next.data ?? []).map((time) => (
            <li key={time} className="flex justify-between gap-3 text-sm text-text-2">
              <time dateTime={new Date(time).toISOString()} className="tabular">
                {zoneTime(time, zoneId)}
              </time>
              <span className="tabular">{untilText(time, Date.now())}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
