import type { ClipboardEvent } from 'react'
import type { EditorSession } from '@/components/editor/session'
import { type GraphTask, type JsonPath, taskType } from '@/components/graph/definition'
import { updateTask } from '@/components/graph/edits/update-task'
import { detectImport } from '@/components/import/detect-import'
import { fetchPart } from '@/components/ui/fetch-part'
import { toast } from '@/components/ui/toast'

interface Pasted {
  readonly event: ClipboardEvent
  readonly task: GraphTask
  readonly path: JsonPath
}

/** A curl command pasted anywhere in the form of an HTTP task becomes its request; one step of undo. */
export function pasteCurl(session: EditorSession, { event, task, path }: Pasted): void {
  const text = event.clipboardData.getData('text/plain')
  if (taskType(task) !== 'HTTP' || !session.editable || detectImport(text) !== 'curl') return
  event.preventDefault()
  void takeRequest(session, text, { task, path })
}

async function takeRequest({ document }: EditorSession, text: string, { task, path }: Omit<Pasted, 'event'>) {
  const { readCurl } = await fetchPart(() => import('@/components/import/curl/read-curl'))
  try {
    const { tasks, notes } = readCurl(text)
    const request = tasks[0]?.inputParameters?.http_request
    if (request === undefined) return
    const { uri, method, headers, body, contentType, accept, ...others } = task.inputParameters ?? {}
    document.edit((definition) =>
      updateTask(definition, path, { inputParameters: { ...others, http_request: request } }),
    )
    const more = tasks.length > 1 ? ['Only the first command was taken.'] : []
    const told = [...more, ...notes.map(({ where, message }) => `${where ?? ''} ${message}`.trim())]
    toast.success('The request is that of the curl command now', {
      ...(told.length > 0 ? { description: told.join('\n') } : {}),
      action: { label: 'Undo', onClick: document.undo },
    })
  } catch (error) {
    toast.error('This curl command cannot be read', { description: error instanceof Error ? error.message : '' })
  }
}
