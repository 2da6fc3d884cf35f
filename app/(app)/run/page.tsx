import { Suspense } from 'react'
import { RunWorkflowPage } from '@/components/catalog/run-workflow-page'

export default function Page() {
  return (
    <Suspense>
      <RunWorkflowPage />
    </Suspense>
  )
}
