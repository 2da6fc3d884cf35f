import { Suspense } from 'react'
import { RunsPage } from '@/components/catalog/runs-page'

export default function Page() {
  return (
    <Suspense>
      <RunsPage />
    </Suspense>
  )
}
