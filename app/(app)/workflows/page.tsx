import { Suspense } from 'react'
import { WorkflowsPage } from '@/components/catalog/workflows-page'

export default function Page() {
  return (
    <Suspense>
      <WorkflowsPage />
    </Suspense>
  )
}
