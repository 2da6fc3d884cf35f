import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { createDemo } from './demo'

const demo = createDemo()

describe('demo endpoints', () => {
  it('have California as the largest and Wyoming as the smallest state', async () => {
    const body = (await (await demo.request('/population')).json()) as { data: { State: string; Population: number }[] }
    const sorted = body.data.toSorted((a, b) => a.Population - b.Population)
    expect([sorted.at(0)?.State, sorted.at(-1)?.State]).toEqual(['Wyoming', 'California'])
    expect(body.data).toHaveLength(52)
    expect(body.data[0]).toEqual({
      'ID State': '04000US01',
      State: 'Alabama',
      'ID Year': 2022,
      Year: '2022',
      Population: 5_074_296,
      'Slug State': 'alabama',
    })
  })

  it('serve a real picture', async () => {
    const response = await demo.request('/picture.jpg')
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    const bytes = new Uint8Array(await response.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  })

  it('echo a request, without its credentials', async () => {
    const headers = { authorization: 'Bearer secret', 'content-type': 'application/json', 'x-mine': '1' }
    const response = await demo.request('/echo?a=b', { method: 'POST', headers, body: '{"n":1}' })
    expect(await response.json()).toMatchObject({
      method: 'POST',
      args: { a: 'b' },
      body: { n: 1 },
      headers: { 'x-mine': '1' },
    })
    expect(JSON.stringify(await (await demo.request('/echo', { headers })).json())).not.toContain('secret')
  })

  it('echo no more than they may', async () => {
    const errors: unknown[] = []
    const app = new Hono().route('/', createDemo()).onError((error, c) => c.text(String(errors.push(error)), 413))
    const response = await app.request('/echo', { method: 'POST', body: 'x'.repeat(100_000) })
    expect(response.status).toBe(413)
    expect(errors[0]).toMatchObject({ code: 'PAYLOAD_TOO_LARGE' })
  })

  it('are down until a given moment', async () => {
    expect((await demo.request(`/outage?until=${Date.now() + 60_000}`)).status).toBe(503)
    expect(await (await demo.request(`/outage?until=${Date.now() - 1}`)).json()).toEqual({ status: 'up' })
    expect((await demo.request('/outage')).status).toBe(200)
  })

  it('place an address', async () => {
    expect(await (await demo.request('/ip/98.11.11.125')).json()).toMatchObject({
      status: 'success',
      city: 'Montreal',
      query: '98.11.11.125',
    })
  })
})
