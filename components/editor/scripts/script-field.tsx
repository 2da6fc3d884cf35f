'use client'

import { FlaskConical } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { TaskFormProps } from '@/components/editor/inspector/task-form-props'
import { TextField } from '@/components/editor/inspector/text-field'
import { useSession } from '@/components/editor/session'
import { Button } from '@/components/ui/button'
import { fetchPart } from '@/components/ui/fetch-part'
import { useOnceTrue } from '@/components/ui/use-once-true'
import { LivePreview } from './live-preview'
import { type ScriptKind, scriptKind } from './script-kinds'

const ScriptDialog = dynamic(() => fetchPart(() => import('./script-dialog')).then((module) => module.ScriptDialog), {
  ssr: false,
})

/** The code of a task: in the form as text, and in an editor of its own beside a sample to try it on. */
export function ScriptField({ task, path, edit }: TaskFormProps) {
  const { editable } = useSession()
  const [isOpen, setOpen] = useState(false)
  const wasOpen = useOnceTrue(isOpen)
  const kind = scriptKind(task) as ScriptKind
  const code = kind.read(task)
  return (
    <div className="grid gap-2">
      <TextField
        label={kind.label}
        mono
        rows={kind.rows ?? 6}
        value={code}
        hint={kind.hint.replace('<reference>', task.taskReferenceName)}
        onChange={(next) => edit(kind.patch(task, next), 'script')}
      />
      {kind.language === 'jq' && editable ? <LivePreview task={task} kind={kind} /> : null}
      {editable ? (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          <FlaskConical aria-hidden strokeWidth={1.5} />
          Edit and try
        </Button>
      ) : null}
      {wasOpen ? <ScriptDialog task={task} path={path} edit={edit} open={isOpen} onOpenChange={setOpen} /> : null}
    </div>
  )
}
