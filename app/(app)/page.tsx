import { HomePage } from '@/components/home/home-page'
import { PageTop } from '@/components/shell/page-top'

export default function Home() {
  return (
    <>
      <PageTop title="Home" />
      <HomePage />
    </>
  )
}
