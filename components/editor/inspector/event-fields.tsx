'use client'

import Link from 'next/link'
import { useDocument } from '@/components/editor/session'
import { SwitchField } from '@/components/ui/switch-field'
import type { TaskFormProps } from './task-form-props'
import { TextField } from './text-field'

/** Where the message goes, who hears it, and whether the task waits for somebody. */
export function EventFields({ task, edit }: TaskFormProps) {
  const workflow = useDocument((state) => state.definition.name)
  const sink = typeof task.sink === 'string' ? task.sink : ''
  const event = eventOf(sink, workflow ?? '', task.taskReferenceName)
  return (
    <section className="grid gap-3">
      <TextField
        label="Sink"
        mono
        expressions
        value={sink}
        hint="conductor or conductor:name stays here; kafka:topic, amqp_queue:name, sqs:name, nats:subject go to a broker."
        onChange={(next) => edit({ sink: next }, 'sink')}
      />
      {event === null ? null : (
        <p className="text-sm text-text-2">
          Handlers of <span className="font-mono text-text">{event}</span> act on it:{' '}
          <Link href="/events" className="text-accent underline">
            Events
          </Link>
        </p>
      )}
      <SwitchField
        label="Stays open"
        hint="Until somebody completes it; otherwise it is done once the message is sent."
        checked={task.asyncComplete === true}
        onChange={(asyncComplete) => edit({ asyncComplete })}
      />
    </section>
  )
}

/** The event that an internal sink means; null for a broker's, and where an expression decides. */
function eventOf(sink: string, workflow: string, reference: string): string | null {
  if (sink.includes('${')) return null
  if (sink === 'conductor') return `conductor:${workflow}:${reference}`
  return sink.startsWith('conductor:') ? `conductor:${workflow}:${sink.slice('conductor:'.length)}` : null
}
