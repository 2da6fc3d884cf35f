import type { Page } from '@playwright/test'
import { createKey } from './people'

export interface Api {
  readonly post: (path: string, data: unknown) => Promise<string>
}

/** Calls of the API in the namespace of the person on the page, with a key made as a person makes one. */
export async function apiOf(page: Page): Promise<Api> {
  const { keyId, keySecret } = await createKey(page)
  const { token } = await (await page.request.post('/api/token', { data: { keyId, keySecret } })).json()
  const headers = { 'X-Authorization': token }
  return {
    async post(path, data) {
      const response = await page.request.post(`/api${path}`, { headers, data })
      if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`)
      return response.text()
    },
  }
}
