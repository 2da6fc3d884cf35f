'use client'

import { FilterX, Play } from 'lucide-react'
import Link from 'next/link'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { CurlLine } from './curl-line'

export function RunsEmpty({ isFiltered, onClear }: { readonly isFiltered: boolean; readonly onClear: () => void }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={FilterX}
        title="No run matches"
        description="Nothing in this namespace fits every filter."
        action={<Button onClick={onClear}>Clear the filters</Button>}
      />
    )
  }
  return <NothingRan />
}

export function NothingRan() {
  const mayEdit = useMayEdit()
  return (
    <EmptyState
      icon={Play}
      title="Nothing has run yet"
      description="PopulationMinMax needs no worker and takes about a second."
      action={
        mayEdit ? (
          <Button asChild variant="primary" size="md">
            <Link href="/run?name=PopulationMinMax">Run PopulationMinMax</Link>
          </Button>
        ) : null
      }
    >
      <p className="pb-2 text-text-2">Or from a terminal:</p>
      <CurlLine method="POST" path="/api/workflow/PopulationMinMax" body="{}" />
    </EmptyState>
  )
}
