'use client'

import { History, Pause, Pencil, Play, Zap } from 'lucide-react'
import { MenuItem } from '@/components/ui/menu'
import { RowMenu } from '@/components/ui/row-menu'
import type { Schedule } from '@/server/model/schedule'
import { useScheduleChanges } from './use-schedule-changes'

export interface ScheduleMenuProps {
  readonly schedule: Schedule
  readonly mayEdit: boolean
  readonly onEdit: () => void
  readonly onHistory: () => void
}

export function ScheduleMenu({ schedule, mayEdit, onEdit, onHistory }: ScheduleMenuProps) {
  const { name, paused } = schedule
  const { runNow, pause, resume, remove } = useScheduleChanges()
  const deletion = {
    description: 'It starts nothing any more. What it has started goes on.',
    onConfirm: () => remove.mutate({ name }),
  }
  return (
    <RowMenu name={name} deletion={mayEdit ? deletion : null}>
      {mayEdit ? (
        <MenuItem onSelect={() => runNow.mutate({ name })}>
          <Zap strokeWidth={1.5} aria-hidden /> Run now
        </MenuItem>
      ) : null}
      <MenuItem onSelect={onHistory}>
        <History strokeWidth={1.5} aria-hidden /> Runs
      </MenuItem>
      {mayEdit ? (
        <>
          <MenuItem onSelect={onEdit}>
            <Pencil strokeWidth={1.5} aria-hidden /> Edit
          </MenuItem>
          {paused ? (
            <MenuItem onSelect={() => resume.mutate({ name })}>
              <Play strokeWidth={1.5} aria-hidden /> Resume
            </MenuItem>
          ) : (
            <MenuItem onSelect={() => pause.mutate({ name })}>
              <Pause strokeWidth={1.5} aria-hidden /> Pause
            </MenuItem>
          )}
        </>
      ) : null}
    </RowMenu>
  )
}
