'use client'

import { Button } from '@/components/ui/button'
import { TaskIcon } from '@/components/ui/task-icon'
import type { CatalogEntry } from '@/server/model/catalog'

const SHOWN = 6

/** The workflows that ran last, one click away; before the first run, the first of the list. */
export function QuickPicks({ catalog, onPick }: QuickPicksProps) {
  const latest = [...catalog]
    .sort((a, b) => (b.lastRun?.createTime ?? 0) - (a.lastRun?.createTime ?? 0))
    .slice(0, SHOWN)
  return (
    <div className="grid gap-2">
      <p className="text-text-2">Choose a workflow to see what it wants to know.</p>
      <ul aria-label="Latest workflows" className="flex flex-wrap gap-2">
        {latest.map(({ name, taskTypes }) => (
          <li key={name} className="min-w-0">
            <Button onClick={() => onPick(name)} className="max-w-full pl-1.5">
              <TaskIcon type={taskTypes[0] ?? 'SIMPLE'} size={20} />
              <span className="truncate">{name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface QuickPicksProps {
  readonly catalog: readonly CatalogEntry[]
  readonly onPick: (name: string) => void
}
