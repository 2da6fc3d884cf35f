'use client'

import { History } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { formatAgo } from '@/components/ui/format-time'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import type { RecentInput } from '@/server/model/catalog'
import type { JsonObject } from '@/server/model/json'

export interface RecentInputsProps {
  readonly recent: readonly RecentInput[]
  readonly onPick: (input: JsonObject) => void
}

export function RecentInputs({ recent, onPick }: RecentInputsProps) {
  if (recent.length === 0) return null
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button variant="ghost">
          <History strokeWidth={1.5} aria-hidden /> Last inputs
        </Button>
      </MenuTrigger>
      <MenuContent align="end" className="max-w-96">
        {recent.map((one) => (
          <MenuItem key={one.workflowId} onSelect={() => onPick(one.input)}>
            <span className="w-20 shrink-0 text-text-3">{formatAgo(one.createTime, Date.now())}</span>
            <span className="truncate font-mono text-xs">{JSON.stringify(one.input)}</span>
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
