import { WorkflowPage } from '@/components/editor/workflow-page'

export default async function Workflow({ params }: { readonly params: Promise<{ readonly name: string }> }) {
  const { name } = await params
  return <WorkflowPage name={decodeURIComponent(name)} />
}
