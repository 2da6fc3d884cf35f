'use client'

import { taskType } from '@/components/graph/definition'
import type { Layout } from '@/components/graph/layout-types'
import { TaskIcon } from '@/components/ui/task-icon'
import { useCanvasState } from './canvas-state'

/** What the hand carries: the task's name beside the pointer, while the card waits at its old place. */
export function DragGhost({ layout }: { readonly layout: Layout }) {
  const drag = useCanvasState((state) => state.drag)
  const task = drag && layout.nodes.find((node) => node.id === drag.id)?.task
  if (!drag || !task) return null
  return (
    <div className="graph-ghost" style={{ transform: `translate(${drag.x + 12}px, ${drag.y + 8}px)` }} aria-hidden>
      <TaskIcon type={taskType(task)} size={20} />
      <span className="truncate">{task.name || task.taskReferenceName}</span>
    </div>
  )
}
