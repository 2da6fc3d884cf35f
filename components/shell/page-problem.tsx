'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { errorText } from '@/components/api/error-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { isPartMissing } from '@/components/ui/fetch-part'

export interface PageProblemProps {
  readonly error: Error
  readonly onRetry: () => void
}

/** In place of a page that broke; the frame round it still works. */
export function PageProblem({ error, onRetry }: PageProblemProps) {
  const isOutdated = isPartMissing(error)
  return (
    <EmptyState
      icon={CircleAlert}
      title={isOutdated ? 'A part of this page is missing' : 'This page broke'}
      description={isOutdated ? 'The server may have a newer version of it. Load the page anew.' : errorText(error)}
      action={
        <span className="flex gap-2">
          <Button variant="primary" onClick={isOutdated ? () => window.location.reload() : onRetry}>
            {isOutdated ? 'Load it anew' : 'Try again'}
          </Button>
          <Button asChild>
            <Link href="/">Go home</Link>
          </Button>
        </span>
      }
    />
  )
}
