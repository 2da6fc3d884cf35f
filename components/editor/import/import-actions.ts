import { readText } from '@/components/editor/read-text'
import { insertPasted } from '@/components/editor/selection'
import type { EditorSession } from '@/components/editor/session'
import type { Definition } from '@/components/graph/definition'
import type { Imported } from '@/components/import/imported'
import { workflowOfTasks } from '@/components/import/workflow-of-tasks'
import { toast } from '@/components/ui/toast'
import type { ImportTarget } from './use-import-target'

export interface ImportActionsContext {
  readonly picked: Imported
  readonly session: EditorSession | null
  readonly target: ImportTarget
  readonly close: () => void
}

interface ImportAction {
  readonly label: string
  readonly run: () => void
}

/** What can be done with what was picked, the likeliest first. */
export function importActions(context: ImportActionsContext): readonly ImportAction[] {
  const { picked, session, target, close } = context
  const { workflows, tasks, taskDefinitions } = picked
  const [workflow, ...more] = workflows
  const actions: ImportAction[] = []
  if (session !== null && tasks.length > 0) {
    actions.push({
      label: `Insert ${count(tasks.length, 'task')}`,
      run: then(close, () => insertPasted(session, tasks)),
    })
  }
  if (session !== null && workflow && more.length === 0) {
    actions.push({ label: 'Put it into this draft', run: then(close, () => replace(session, workflow)) })
    const inside = workflow.tasks ?? []
    if (inside.length > 0)
      actions.push({ label: 'Insert its tasks', run: then(close, () => insertPasted(session, inside)) })
  }
  if (session === null && workflow && more.length === 0)
    actions.push({ label: 'Open as a draft', run: () => target.openDraft(workflow) })
  if (session === null && tasks.length > 0) {
    const made = workflowOfTasks('imported_tasks', tasks)
    actions.push({ label: `New workflow with ${count(tasks.length, 'task')}`, run: () => target.openDraft(made) })
  }
  const written = workflows.length + taskDefinitions.length
  if (written > 0) {
    const what = [
      workflows.length > 0 ? count(workflows.length, 'workflow') : '',
      taskDefinitions.length > 0 ? count(taskDefinitions.length, 'task definition') : '',
    ]
    actions.push({
      label: `Publish ${what.filter((one) => one !== '').join(' and ')}`,
      run: () => target.publish(picked),
    })
  }
  return actions
}

function then(close: () => void, work: () => void): () => void {
  return () => {
    work()
    close()
  }
}

/** The whole document in one step of undo. */
function replace({ document }: EditorSession, definition: Definition): void {
  document.type(readText(`${JSON.stringify(definition, null, 2)}\n`))
  toast.success(`${definition.name} is in your draft now`, { action: { label: 'Undo', onClick: document.undo } })
}

function count(amount: number, word: string): string {
  return amount === 1 ? `1 ${word}` : `${amount} ${word}s`
}
