import { create } from 'zustand'

export type ConnectionState = 'live' | 'catching up' | 'offline'

/** What is known, each from one source, so that no source can talk over another. */
export interface ConnectionFacts {
  /** What the browser says. */
  readonly isOnline: boolean
  /** Whether the last call reached the server. */
  readonly callsArrive: boolean
  /** The live subscription of the page, where it has one. */
  readonly stream: ConnectionState
}

export const useConnectionFacts = create<ConnectionFacts>(() => ({ isOnline: true, callsArrive: true, stream: 'live' }))

/** Whether what is on the screen is what the server has. */
export function connectionState({ isOnline, callsArrive, stream }: ConnectionFacts): ConnectionState {
  return isOnline && callsArrive ? stream : 'offline'
}

export function noteConnection(news: Partial<ConnectionFacts>): void {
  useConnectionFacts.setState(news)
}
