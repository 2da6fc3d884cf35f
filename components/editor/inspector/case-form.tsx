'use client'

import { useSession } from '@/components/editor/session'
import { useEdit } from '@/components/editor/use-edit'
import type { GraphTask, JsonPath } from '@/components/graph/definition'
import { removeSwitchCase, renameSwitchCase } from '@/components/graph/edits/switch-cases'
import { Button } from '@/components/ui/button'
import { Part } from './task-form'
import { CommitField } from './text-field'

export interface CaseFormProps {
  readonly task: GraphTask
  readonly path: JsonPath
  readonly caseKey: string | null
}

/** One case of a SWITCH, chosen by its pill. */
export function CaseForm({ task, path, caseKey }: CaseFormProps) {
  const { ui } = useSession()
  const change = useEdit()
  const keys = Object.keys(task.decisionCases ?? {})
  if (caseKey === null) {
    return (
      <Part>
        <p className="text-text-2">The way taken when no other case of {task.taskReferenceName} matches.</p>
      </Part>
    )
  }
  return (
    <Part>
      <CommitField
        label="Taken when the value is"
        mono
        value={caseKey}
        refuse={(next) => (keys.includes(next) ? 'This case exists already.' : null)}
        onChange={(to) => {
          change((definition) => renameSwitchCase(definition, path, { from: caseKey, to }))
          ui.setState({ selected: `${task.taskReferenceName}/case/${to}` })
        }}
      />
      <Button
        className="justify-self-start"
        onClick={() => {
          change((definition) => removeSwitchCase(definition, path, caseKey))
          ui.setState({ selected: task.taskReferenceName })
        }}
      >
        Remove this case
      </Button>
    </Part>
  )
}
