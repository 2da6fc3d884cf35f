import { NothingHere } from '@/components/shell/nothing-here'

export default function NotFound() {
  return (
    <main id="content" className="flex min-h-dvh items-center">
      <NothingHere />
    </main>
  )
}
