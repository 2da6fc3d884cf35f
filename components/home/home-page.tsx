'use client'

import { WorkerCard } from '@/components/access/worker-card'
import { NextStep } from './next-step'
import { RecentExecutions } from './recent-executions'
import { SampleList } from './sample-list'

export function HomePage() {
  return (
    <div className="mx-auto grid w-full max-w-[1112px] gap-7 px-4 pt-10 pb-16 max-md:pt-6">
      <header className="grid gap-2">
        <h2 className="text-2xl leading-tight font-semibold max-sm:text-xl tracking-[-0.01em]">
          Build a workflow. Watch it run.
        </h2>
        <p className="text-md text-text-2">
          This is your own namespace. Nothing here can break anything; start anywhere.
        </p>
      </header>
      <div className="grid grid-cols-[minmax(0,5fr)_minmax(0,7.6fr)] gap-5 max-lg:grid-cols-1">
        <NextStep />
        <WorkerCard />
      </div>
      <RecentExecutions />
      <SampleList />
    </div>
  )
}
