import { signOut } from 'next-auth/react'
import { chooseNamespace } from '@/components/api/chosen-namespace'

/** Ends the session on the server and forgets the chosen namespace here. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false })
  chooseNamespace(null)
  window.location.assign('/sign-in')
}
