'use client'

import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Definition } from '@/components/graph/definition'
import { exportSvg, type PictureTheme } from '@/components/graph/export-svg'
import type { Layout, PlacedNode } from '@/components/graph/layout-types'
import { taskIcon } from '@/components/ui/task-icon'
import { type NodeDecoration, stateColor } from './node-decoration'

export type ExportFormat = 'png' | 'svg' | 'json'

export interface Exported {
  readonly definition: Definition
  readonly layout: Layout
  readonly decorations: Readonly<Record<string, NodeDecoration>>
}

/** Sharp on any screen, within what browsers can draw at once. */
const PNG_SCALE = 2
const PNG_MOST_PIXELS = 100_000_000
const KEPT_MS = 60_000

/** Saves the graph as it is drawn now, or its definition, as a file named after workflow and version. */
export async function exportGraph(format: ExportFormat, graph: Exported): Promise<void> {
  const { name = 'workflow', version = 1 } = graph.definition
  const file = `${name.replace(/[^\p{L}\p{N}._-]+/gu, '_')}-v${version}.${format}`
  if (format === 'json') return save(file, new Blob([`${JSON.stringify(graph.definition, null, 2)}\n`]))
  const svg = picture(graph)
  if (format === 'svg') return save(file, new Blob([svg], { type: 'image/svg+xml' }))
  save(file, await png(svg, graph.layout))
}

function picture({ definition, layout, decorations }: Exported): string {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  const theme: PictureTheme = {
    canvas: token('--canvas'),
    surface: token('--surface'),
    tile: token('--surface-2'),
    border: token('--border'),
    line: token('--border-strong'),
    text: token('--text'),
    quiet: token('--text-3'),
  }
  const icons = new Map<string, string>()
  const iconOf = (type: string) => {
    const drawn = icons.get(type) ?? drawIcon(type)
    icons.set(type, drawn)
    return drawn
  }
  const ringOf = ({ id, task }: PlacedNode) => {
    const color = stateColor(decorations[id], task)
    return color === null ? undefined : token(color.slice('var('.length, -1))
  }
  return exportSvg({ layout, theme, title: `${definition.name} v${definition.version ?? 1}`, iconOf, ringOf })
}

/** What is inside the icon's own drawing. */
function drawIcon(type: string): string {
  const Icon = taskIcon(type)
  const place = document.createElement('div')
  const root = createRoot(place)
  flushSync(() => root.render(<Icon />))
  const drawing = place.querySelector('svg')?.innerHTML ?? ''
  root.unmount()
  return drawing
}

async function png(svg: string, { width, height }: Layout): Promise<Blob> {
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  await image.decode()
  URL.revokeObjectURL(image.src)
  const scale = Math.min(PNG_SCALE, Math.sqrt(PNG_MOST_PIXELS / (width * height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.width * scale)
  canvas.height = Math.round(image.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error('The browser could not draw a picture this large.')),
    ),
  )
}

function save(name: string, content: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS)
}
