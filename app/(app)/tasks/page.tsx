import { Suspense } from 'react'
import { TaskDefinitionsPage } from '@/components/catalog/task-definitions-page'

export default function Page() {
  return (
    <Suspense>
      <TaskDefinitionsPage />
    </Suspense>
  )
}
