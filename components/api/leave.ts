import { signOut } from 'next-auth/react'
import { chooseNamespace } from './chosen-namespace'

let leaving = false

/** Ends the session on the server and forgets the chosen namespace here. */
export async function leave(): Promise<void> {
  leaving = true
  try {
    await signOut({ redirect: false })
  } catch (error) {
    leaving = false
    throw error
  }
  chooseNamespace(null)
  window.location.assign('/sign-in')
}

/**
 * Asks to sign in again and comes back here afterwards: the session has ended without a word of this page. Does
 * nothing while this page itself signs out, whose last queries are refused too.
 */
export function askToSignIn(): void {
  if (leaving || window.location.pathname === '/sign-in') return
  const here = window.location.pathname + window.location.search
  window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`)
}
