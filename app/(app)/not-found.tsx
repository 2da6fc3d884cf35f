import { NothingHere } from '@/components/shell/nothing-here'
import { PageTop } from '@/components/shell/page-top'

export default function NotFound() {
  return (
    <>
      <PageTop title="Not found" />
      <NothingHere />
    </>
  )
}
