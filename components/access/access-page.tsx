'use client'

import { parseAsString, useQueryState } from 'nuqs'
import { PageTop } from '@/components/shell/page-top'
import { useMe } from '@/components/shell/use-me'
import { AuditLog } from './audit-log'
import { KeyList } from './key-list'
import { MemberList } from './member-list'
import { WorkerCard } from './worker-card'

/** `?worker=` names a task type: a worker for it comes first. */
export function AccessPage() {
  const { data: me } = useMe()
  const [taskType] = useQueryState('worker', parseAsString)
  const role = me?.namespace?.role
  return (
    <>
      <PageTop title="Access" />
      <div className="mx-auto grid w-full max-w-[960px] gap-5 px-4 pt-6 pb-16">
        {taskType ? <WorkerCard taskType={taskType} /> : null}
        <KeyList canEdit={role === 'owner' || role === 'editor'} />
        <MemberList isOwner={role === 'owner'} />
        {role === 'owner' ? <AuditLog /> : null}
      </div>
    </>
  )
}
