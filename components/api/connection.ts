import { create } from 'zustand'

export type ConnectionState = 'live' | 'catching up' | 'offline'

/** Whether what is on the screen is what the server has: set by every call and by the live subscriptions. */
export const useConnection = create<{ readonly state: ConnectionState }>(() => ({ state: 'live' }))

export function setConnection(state: ConnectionState): void {
  if (useConnection.getState().state !== state) useConnection.setState({ state })
}
