'use client'

import { useRouter } from 'next/navigation'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { RunForm } from './run-form'

export interface RunDialogProps {
  /** Preselects a workflow; without it the person picks one. */
  readonly name?: string
  readonly version?: number
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Starts a workflow and goes to its run. */
export function RunDialog({ name, version, open, onOpenChange }: RunDialogProps) {
  const router = useRouter()
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Run a workflow" className="max-w-2xl">
        <RunForm
          {...(name === undefined ? {} : { name })}
          {...(version === undefined ? {} : { version })}
          onStarted={(workflowId) => {
            onOpenChange(false)
            router.push(`/executions/${workflowId}`)
          }}
        />
      </DialogContent>
    </Dialog>
  )
}
