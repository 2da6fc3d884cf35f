'use client'

import { Ellipsis, History, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
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
  const { pause, resume, remove } = useScheduleChanges()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Menu>
        <MenuTrigger asChild>
          <IconButton label={`Actions of ${name}`} icon={Ellipsis} />
        </MenuTrigger>
        <MenuContent align="end">
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
              <MenuSeparator />
              <MenuItem danger onSelect={() => setAsking(true)}>
                <Trash2 strokeWidth={1.5} aria-hidden /> Delete…
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={`Delete ${name}?`}
        description="It starts nothing any more. What it has started goes on."
        action="Delete"
        onConfirm={() => remove.mutate({ name })}
      />
    </>
  )
}
