import { STATUS_LOOK } from '@/components/ui/status'
import type { TaskStatus } from '@/server/model/status'

const SHOWN = 48

/** One dot per branch of a dynamic fork, worst first when there is no room for all. */
export function BranchDots({ branches }: { readonly branches: readonly TaskStatus[] }) {
  const hidden = branches.length - SHOWN
  return (
    <span className="graph-dots" aria-hidden>
      {branches.slice(0, SHOWN).map((status, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its position
        <i key={i} style={{ background: STATUS_LOOK[status].color }} />
      ))}
      {hidden > 0 ? <b>+{hidden}</b> : null}
    </span>
  )
}
