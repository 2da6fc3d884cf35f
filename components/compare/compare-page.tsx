'use client'

import { ArrowLeftRight } from 'lucide-react'
import { parseAsString, useQueryStates } from 'nuqs'
import { PageTop } from '@/components/shell/page-top'
import { Button } from '@/components/ui/button'
import { Comparison } from './comparison'
import { FirstRun } from './first-run'
import { RunChoice } from './run-choice'

/** Two runs beside each other; both are in the address, so that it can be sent to somebody. */
export function ComparePage() {
  const [{ left, right }, setRuns] = useQueryStates({ left: parseAsString, right: parseAsString, step: parseAsString })
  const swap = () => void setRuns({ left: right, right: left })
  return (
    <div className="flex min-h-full flex-col bg-surface">
      <PageTop
        crumbs={[{ label: 'Executions', href: '/executions' }]}
        title="Compare"
        actions={
          left ? (
            <>
              <Button variant="ghost" onClick={() => void setRuns({ left: null, right: null, step: null })}>
                Choose anew
              </Button>
              {right ? (
                <Button onClick={swap}>
                  <ArrowLeftRight strokeWidth={1.5} aria-hidden /> Swap
                </Button>
              ) : null}
            </>
          ) : null
        }
      />
      {left && right ? (
        <Comparison key={`${left} ${right}`} left={left} right={right} onRight={() => void setRuns({ right: null })} />
      ) : left ? (
        <RunChoice left={left} onChoose={(id) => void setRuns({ right: id })} />
      ) : (
        <FirstRun onChoose={(id) => void setRuns({ left: id })} />
      )}
    </div>
  )
}
