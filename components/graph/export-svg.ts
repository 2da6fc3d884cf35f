import { taskType } from './definition'
import { edgePath } from './edge-path'
import type { Layout, PlacedNode } from './layout-types'
import { taskSummary } from './task-summary'

/** Colours as they are on the screen now; a picture has no style sheet. */
export interface PictureTheme {
  readonly canvas: string
  readonly surface: string
  readonly tile: string
  readonly border: string
  readonly line: string
  readonly text: string
  readonly quiet: string
}

export interface Picture {
  readonly layout: Layout
  readonly theme: PictureTheme
  readonly title: string
  /** The drawing of a task type's icon, 24 by 24. */
  readonly iconOf: (type: string) => string
  /** The colour of a node's status in a run. */
  readonly ringOf?: (node: PlacedNode) => string | undefined
}

const MARGIN = 32
const UI = 'Inter, ui-sans-serif, system-ui, sans-serif'
const CODE = '&quot;JetBrains Mono&quot;, ui-monospace, monospace'

/** The graph as a drawing that any program can show: the same boxes and lines as on the canvas. */
export function exportSvg(picture: Picture): string {
  const { layout, theme, title } = picture
  const width = layout.width + 2 * MARGIN
  const height = layout.height + 2 * MARGIN
  const isFrame = ({ kind }: PlacedNode) => kind === 'loop' || kind === 'sub'
  const frames = layout.nodes.filter(isFrame).sort((a, b) => a.depth - b.depth)
  const cards = layout.nodes.filter((node) => !isFrame(node) && node.kind !== 'merge')
  const lines = layout.edges.map(({ points }) => `<path d="${edgePath(points)}"/>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${layout.left - MARGIN} ${layout.top - MARGIN} ${width} ${height}" font-family="${UI}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${layout.left - MARGIN}" y="${layout.top - MARGIN}" width="${width}" height="${height}" fill="${theme.canvas}"/>`,
    ...frames.map((node) => frame(node, picture)),
    `<g fill="none" stroke="${theme.line}" stroke-width="1.5">${lines.join('')}</g>`,
    ...cards.map((node) => drawn(node, picture)),
    '</svg>',
  ].join('\n')
}

function drawn(node: PlacedNode, picture: Picture): string {
  switch (node.kind) {
    case 'start':
      return pill(node, 'Start', picture)
    case 'end':
      return pill(node, 'End', picture)
    case 'case':
      return pill(node, node.caseKey ?? 'default', picture)
    case 'fork':
    case 'join':
      return bar(node, picture)
    default:
      return card(node, picture)
  }
}

function card(node: PlacedNode, { theme, iconOf, ringOf }: Picture): string {
  const { x, y, task, kind, inside } = node
  const [width, height] = [224, 52]
  if (task === null) return ''
  const ring = ringOf?.(node)
  const isStack = kind === 'stack' || kind === 'folded'
  const box = (by: number, border: string) =>
    `<rect x="${x + by + 0.5}" y="${y + by + 0.5}" width="${width - 1}" height="${height - 1}" rx="8" fill="${theme.surface}" stroke="${border}" stroke-width="${ring ? 2 : 1}"/>`
  const line = inside === null ? taskSummary(task) : inside === 1 ? '1 task inside' : `${inside} tasks inside`
  return [
    ...(isStack ? [box(8, theme.border), box(4, theme.border)] : []),
    box(0, ring ?? theme.border),
    `<rect x="${x + 10}" y="${y + 12}" width="28" height="28" rx="6" fill="${theme.tile}"/>`,
    icon(iconOf(taskType(task)), { x: x + 16, y: y + 18, size: 16, color: theme.quiet }),
    words(task.name || task.taskReferenceName, { x: x + 48, y: y + 23, room: 164, size: 13, color: theme.text }),
    words(line, { x: x + 48, y: y + 39, room: 164, size: 11, color: theme.quiet, isCode: true }),
  ].join('')
}

function frame(node: PlacedNode, { theme, iconOf, ringOf }: Picture): string {
  const { x, y, width, height, task } = node
  if (task === null) return ''
  const border = ringOf?.(node) ?? theme.border
  const name = task.name || node.id
  return [
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="10" fill="${theme.surface}" fill-opacity="0.55" stroke="${border}"/>`,
    `<path d="M${x} ${y + 28}h${width}" stroke="${theme.border}"/>`,
    icon(iconOf(taskType(task)), { x: x + 10, y: y + 7, size: 14, color: theme.quiet }),
    words(name, { x: x + 32, y: y + 19, room: width / 2 - 32, size: 12, color: theme.text }),
    words(taskSummary(task), {
      x: x + 40 + Math.min(width / 2 - 32, widthOf(name, 12)),
      y: y + 19,
      room: width / 2 - 20,
      size: 11,
      color: theme.quiet,
      isCode: true,
    }),
  ].join('')
}

function bar(node: PlacedNode, { theme, layout, ringOf }: Picture): string {
  const { x, y, width, height, task, kind } = node
  const fill = ringOf?.(node) ?? theme.line
  const count = kind === 'fork' ? (task?.forkTasks ?? []).length : (task?.joinOn ?? []).length
  const label = count === 0 ? kind : `${kind} · ${count}`
  const isRight = layout.direction === 'right'
  const at = isRight ? { x: kind === 'fork' ? x : x + width, y: y - 6 } : { x: x - 8, y: y + height / 2 + 4 }
  const anchor = isRight && kind === 'fork' ? 'start' : 'end'
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${fill}"/><text x="${at.x}" y="${at.y}" font-size="11" text-anchor="${anchor}" fill="${theme.quiet}">${label}</text>`
}

function pill({ x, y, width, height }: PlacedNode, label: string, { theme }: Picture): string {
  const text = shortened(label, 11, 176)
  return `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${height - 1}" rx="${height / 2}" fill="${theme.surface}" stroke="${theme.border}"/><text x="${x + width / 2}" y="${y + height / 2 + 4}" font-size="11" text-anchor="middle" fill="${theme.text}">${escaped(text)}</text>`
}

interface Mark {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
}

function icon(drawing: string, { x, y, size, color }: Mark): string {
  return `<g transform="translate(${x} ${y}) scale(${size / 24})" fill="none" stroke="${color}" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${drawing}</g>`
}

type Words = Mark & { readonly room: number; readonly isCode?: boolean }

function words(text: string, { x, y, room, size, color, isCode = false }: Words): string {
  const font = isCode ? ` font-family="${CODE}"` : ' font-weight="500"'
  return `<text x="${x}" y="${y}" font-size="${size}"${font} fill="${color}">${escaped(shortened(text, size, room))}</text>`
}

const CHARACTER = 0.6

/** As on the cards: text is not measured, so that the picture is the same everywhere. */
function widthOf(text: string, size: number): number {
  return text.length * size * CHARACTER
}

function shortened(text: string, size: number, room: number): string {
  const most = Math.max(1, Math.floor(room / (size * CHARACTER)))
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  // Characters that no XML may contain would make the whole picture unreadable.
  const printable = [...text].filter((one) => one >= ' ' && one !== '\ufffe' && one !== '\uffff').join('')
  return printable.toWellFormed().replace(/[&<>"]/g, (one) => ENTITIES[one] as string)
}
