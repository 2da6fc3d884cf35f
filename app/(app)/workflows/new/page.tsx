import { NewWorkflowPage } from '@/components/editor/new-workflow-page'

export default function NewWorkflow() {
  return <NewWorkflowPage />
}
