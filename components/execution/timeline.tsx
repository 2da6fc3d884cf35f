'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { formatTicking } from '@/components/ui/format-duration'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { formatTick, type TimeScale, timeScale } from './time-scale'
import { TimelineBar } from './timeline-bar'
import { buildTimeline } from './timeline-model'
import { useNow } from './use-now'

const ROW_HEIGHT = 24
/** A long timeline ticks more slowly: every tick reads every task. */
const TICK_MS = 200
const TASKS_PER_MS = 4
/** An open run leaves room to grow into; an ended one only for the last label. */
const ROOM = { open: 1.4, ended: 1.1 }

export interface TimelineProps {
  readonly view: RunView
  readonly selectedTaskId: string | null
  readonly onSelect: (ref: string, taskId: string | null) => void
}

/** Every attempt on one time axis: queue time dotted, work solid, one cursor "now". */
export function Timeline({ view, selectedTaskId, onSelect }: TimelineProps) {
  const isOpen = !isTerminalWorkflow(view.header.status)
  const now = useNow(view.now, isOpen, Math.max(TICK_MS, view.tasks.length / TASKS_PER_MS))
  const { rows, spanMs, taskCount } = buildTimeline({ ...view, now })
  const scale = timeScale(spanMs, isOpen ? ROOM.open : ROOM.ended)
  const scroller = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    initialRect: { width: 0, height: 400 },
  })
  return (
    <section aria-label="Timeline" className="flex h-full min-h-0 flex-col bg-surface">
      <Axis scale={scale} count={taskCount} nowMs={isOpen ? spanMs : null} />
      <div ref={scroller} className="relative min-h-0 flex-1 overflow-y-auto">
        <ol className="relative" style={{ height: Math.max(list.getTotalSize(), 1) }}>
          {list.getVirtualItems().map((item) => {
            const row = rows[item.index]
            return row ? (
              <li key={row.key} className="absolute inset-x-0 h-6" style={{ top: item.start }}>
                <TimelineBar
                  row={row}
                  endMs={scale.endMs}
                  isSelected={row.taskId !== null && row.taskId === selectedTaskId}
                  onSelect={onSelect}
                />
              </li>
            ) : null
          })}
        </ol>
        {isOpen ? <Cursor share={spanMs / scale.endMs} height={list.getTotalSize()} /> : null}
      </div>
    </section>
  )
}

interface AxisProps {
  readonly scale: TimeScale
  readonly count: number
  readonly nowMs: number | null
}

function Axis({ scale, count, nowMs }: AxisProps) {
  return (
    <header className="flex h-8 shrink-0 items-center border-b">
      <h2 className="w-60 shrink-0 pl-3 font-medium">
        Timeline{' '}
        <span className="pl-1 font-normal text-text-2">
          {count === 1 ? '1 task' : `${count.toLocaleString('en-US')} tasks`}
        </span>
      </h2>
      <div className="relative h-full flex-1 text-text-2" aria-hidden>
        {scale.ticks
          .filter((tick) => isClear(tick, nowMs, scale))
          .map((tick) => (
            <span
              key={tick}
              className="tabular absolute top-1/2 -translate-y-1/2 whitespace-nowrap"
              style={{ left: `${(tick / scale.endMs) * 100}%` }}
            >
              {formatTick(tick, scale.stepMs)}
            </span>
          ))}
        {nowMs === null ? null : (
          <span
            className="tabular absolute top-1/2 -translate-x-1/2 -translate-y-1/2 whitespace-nowrap rounded-full bg-accent px-2 text-sm text-accent-contrast"
            style={{ left: `${(nowMs / scale.endMs) * 100}%` }}
          >
            now {formatTicking(nowMs)}
          </span>
        )}
      </div>
    </header>
  )
}

const NEAR = 0.05

/** Nothing is written under the cursor's label. */
function isClear(tick: number, nowMs: number | null, { endMs }: TimeScale): boolean {
  return nowMs === null || Math.abs(tick - nowMs) / endMs > NEAR
}

function Cursor({ share, height }: { readonly share: number; readonly height: number }) {
  return (
    <div className="pointer-events-none absolute top-0 right-0 left-60 min-h-full" style={{ height }} aria-hidden>
      <span className="absolute inset-y-0 w-px bg-accent" style={{ left: `${share * 100}%` }} />
    </div>
  )
}
