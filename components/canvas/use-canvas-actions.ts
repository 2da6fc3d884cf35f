'use client'

import { type PageAction, usePageActions } from '@/components/shell/page-actions'
import { fetchPart } from '@/components/ui/fetch-part'
import { chordKeys } from '@/components/ui/key-chord'
import { toast } from '@/components/ui/toast'
import { CANVAS_KEYS, type CanvasCommand } from './canvas-keys'
import { CANVAS_LABELS } from './canvas-labels'
import type { Exported, ExportFormat } from './export-graph'
import { type CanvasKeys, canvasActions } from './handle-canvas-key'

/** Steps from one node to the next mean something only under the fingers. */
const ONLY_KEYS: ReadonlySet<CanvasCommand> = new Set(['up', 'down', 'left', 'right', 'unselect'])

export const EXPORT_LABELS: Readonly<Record<ExportFormat, string>> = {
  png: 'Export as a picture (PNG)',
  svg: 'Export as a drawing (SVG)',
  json: 'Export as JSON',
}

/** All that the graph can do, in ⌘K. */
export function useCanvasActions(keys: CanvasKeys, graph: Exported): void {
  usePageActions('Graph', () => {
    const actions = canvasActions(keys)
    const commands = (Object.keys(CANVAS_LABELS) as CanvasCommand[]).flatMap((command): PageAction[] => {
      const run = actions[command]
      if (run === undefined || ONLY_KEYS.has(command)) return []
      return [{ label: CANVAS_LABELS[command], shortcut: chordKeys(CANVAS_KEYS[command][0]), run }]
    })
    if (keys.onLasso) commands.push({ label: 'Select several by a rectangle', shortcut: 'M', run: keys.onLasso })
    const exports = (Object.keys(EXPORT_LABELS) as ExportFormat[]).map((format) => ({
      label: EXPORT_LABELS[format],
      run: () => startExport(format, graph),
    }))
    return [...commands, ...exports]
  })
}

/** What draws the picture is fetched with its first use. */
export function startExport(format: ExportFormat, graph: Exported): void {
  fetchPart(() => import('./export-graph'))
    .then(({ exportGraph }) => exportGraph(format, graph))
    .catch((error: unknown) => toast.error('It was not exported', { description: String(error) }))
}
