'use client'

import { PageProblem } from '@/components/shell/page-problem'

export default function ErrorPage({ error, reset }: { readonly error: Error; readonly reset: () => void }) {
  return <PageProblem error={error} onRetry={reset} />
}
