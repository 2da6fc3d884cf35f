'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { Section } from '@/components/ui/section'
import { LIMIT_LABELS, limitText, QUOTA_LABELS } from './limit-labels'
import { LimitRow } from './limit-row'

/** Every bound of this installation with its use; a refusal names the same words. */
export function LimitList() {
  const trpc = useTRPC()
  const usage = useQuery(trpc.usage.get.queryOptions())
  return (
    <Section title="Limits" anchor="limits" description={describe(usage.data?.isPublic)}>
      <Loaded query={usage}>
        {({ limits, quotas, used }) => {
          const uses: Readonly<Record<string, number>> = used
          return (
            <dl className="divide-y">
              {keysOf(QUOTA_LABELS).map((key) => (
                <LimitRow
                  key={key}
                  name={key}
                  label={QUOTA_LABELS[key].label}
                  limit={quotas[key]}
                  used={uses[key] ?? null}
                  text={(value) => limitText(value, QUOTA_LABELS[key].unit)}
                />
              ))}
              {keysOf(LIMIT_LABELS).map((key) => (
                <LimitRow
                  key={key}
                  name={key}
                  label={LIMIT_LABELS[key].label}
                  limit={limits[key]}
                  used={null}
                  text={(value) => limitText(value, LIMIT_LABELS[key].unit)}
                />
              ))}
            </dl>
          )
        }}
      </Loaded>
    </Section>
  )
}

function describe(isPublic: boolean | undefined): string {
  if (isPublic === undefined) return 'What this installation allows, and how much of it is in use.'
  return isPublic
    ? 'This is a sandbox open to everybody, so each namespace has its share.'
    : 'Your own installation: only limits that protect the machine.'
}

function keysOf<Key extends string>(labels: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(labels) as Key[]
}
