'use client'

import { Download } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import type { Exported, ExportFormat } from './export-graph'
import { EXPORT_LABELS, startExport } from './use-canvas-actions'

export function ExportMenu({ graph }: { readonly graph: Exported }) {
  return (
    <Menu>
      <MenuTrigger asChild>
        <IconButton label="Export" icon={Download} tooltipSide="top" />
      </MenuTrigger>
      <MenuContent side="top" align="start">
        {(Object.keys(EXPORT_LABELS) as ExportFormat[]).map((format) => (
          <MenuItem key={format} onSelect={() => startExport(format, graph)}>
            {EXPORT_LABELS[format]}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}
