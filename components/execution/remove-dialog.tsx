'use client'

import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog'

export interface RemoveDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onRemove: () => void
  /** What goes: "this run", "3 runs", "hello_world v1". */
  readonly subject: string
  readonly consequence?: string
}

export function RemoveDialog(props: RemoveDialogProps) {
  const {
    open,
    onOpenChange,
    onRemove,
    subject,
    consequence = 'Its data, tasks and logs are deleted for good.',
  } = props
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={`Delete ${subject}?`} description={consequence}>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            variant="danger"
            onClick={() => {
              onRemove()
              onOpenChange(false)
            }}
          >
            Delete
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
