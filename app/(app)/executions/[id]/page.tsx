import { Suspense } from 'react'
import { RunPage } from '@/components/execution/run-page'

export default async function Page({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  return (
    <Suspense>
      <RunPage workflowId={id} />
    </Suspense>
  )
}
