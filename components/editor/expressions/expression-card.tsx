'use client'

import { useEffect, useMemo } from 'react'
import { describeExpression } from '@/components/graph/scope/describe-expression'
import { cn } from '@/components/ui/cn'
import { formatAgo } from '@/components/ui/format-time'
import type { Json } from '@/server/model/json'
import { CERTAINTY_DOT } from './certainty-style'
import { useAsked } from './reader'
import { useLastRun } from './use-last-run'

const SHOWN_CHARACTERS = 600

/** What an expression is: the value of the last run, who produces it, and whether that has run by then. */
export function ExpressionCard({ source }: { readonly source: string }) {
  const asked = useAsked()
  const { run, want } = useLastRun()
  const said = useMemo(() => describeExpression(asked, source), [asked, source])
  useEffect(() => {
    if (said.reference !== null) void want(said.reference)
  }, [said.reference, want])
  return (
    <div className="grid gap-1.5 text-base">
      <div className="flex items-baseline justify-between gap-3">
        <code className="min-w-0 font-mono text-sm text-accent [overflow-wrap:anywhere]">{source}</code>
        <span className="shrink-0 text-sm text-text-3">{said.type}</span>
      </div>
      <p className="text-text-2">
        {said.from === null ? (
          said.words
        ) : (
          <>
            {said.certainty === null ? null : (
              <span
                aria-hidden
                className={cn('mr-1.5 inline-block size-2 rounded-full', CERTAINTY_DOT[said.certainty])}
              />
            )}
            From <strong className="font-semibold text-text">{said.from.name}</strong>
            {said.words === '' ? ` (${said.from.kind}).` : `, ${said.words}.`}
          </>
        )}
      </p>
      {said.value === undefined ? (
        said.from === null ? null : (
          <p className="text-sm text-text-3">
            {run ? 'It had no value in the last run.' : 'No run yet has given it a value.'}
          </p>
        )
      ) : (
        <figure className="grid gap-1">
          <figcaption className="text-sm text-text-3">
            {run ? `Last run, ${formatAgo(run.createTime, Date.now())}` : 'Last run'}
          </figcaption>
          <pre className="max-h-40 overflow-auto rounded-md bg-surface-2 px-2 py-1.5 font-mono text-sm whitespace-pre-wrap [overflow-wrap:anywhere]">
            {shown(said.value)}
          </pre>
        </figure>
      )}
    </div>
  )
}

function shown(value: Json): string {
  const text = JSON.stringify(value, null, 2)
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}\n…` : text
}
