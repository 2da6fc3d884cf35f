'use client'

import { Copy, Trash2 } from 'lucide-react'
import { deleteSelection, duplicateSelection } from '@/components/editor/selection'
import { useSession } from '@/components/editor/session'
import { Button } from '@/components/ui/button'
import { Part } from './task-form'

/** In place of a form, while several tasks are selected. */
export function SelectedTasks({ count }: { readonly count: number }) {
  const session = useSession()
  return (
    <Part>
      <h2 className="text-md font-semibold">{count} tasks selected</h2>
      <p className="text-text-2">They are copied, cut and pasted as Conductor JSON, here and in any other editor.</p>
      <div className="flex gap-2">
        <Button onClick={() => duplicateSelection(session)}>
          <Copy aria-hidden strokeWidth={1.5} />
          Duplicate
        </Button>
        <Button onClick={() => deleteSelection(session)}>
          <Trash2 aria-hidden strokeWidth={1.5} />
          Delete
        </Button>
      </div>
    </Part>
  )
}
