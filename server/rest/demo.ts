import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { projectRoot } from '@/server/platform/project-root'
import { readText } from '@/server/platform/read-text'
import { POPULATION } from './demo-population'

const ECHO_LIMIT = 64 * 1024

/**
 * Stand-ins for the outside services of the samples, in their response shapes. Public, without state, and the only
 * part of this server that an HTTP task may call.
 */
export function createDemo(): Hono {
  const demo = new Hono()
  demo.get('/population', (c) => c.json(POPULATION))
  demo.get('/ip', (c) => c.json(place('24.48.0.1')))
  demo.get('/ip/:address', (c) => c.json(place(c.req.param('address'))))
  demo.get('/picture.jpg', async (c) => c.body(await picture(), 200, { 'content-type': 'image/jpeg' }))
  demo.get('/outage', outage)
  demo.all('/echo', echo)
  return demo
}

/** As ip-api.com answers; every address lives in the same place. */
function place(query: string) {
  return {
    status: 'success',
    country: 'Canada',
    countryCode: 'CA',
    region: 'QC',
    regionName: 'Quebec',
    city: 'Montreal',
    zip: 'H1K',
    lat: 45.6085,
    lon: -73.5493,
    timezone: 'America/Toronto',
    offset: -18_000,
    isp: 'Le Groupe Videotron Ltee',
    org: 'Videotron Ltee',
    as: 'AS5769 Videotron Ltee',
    query: query.slice(0, 100),
  }
}

/** A service that is down until a moment that the caller names (epoch milliseconds). */
function outage(c: Context): Response {
  const left = Math.ceil((Number(c.req.query('until') ?? 0) - Date.now()) / 1000)
  return left > 0 ? c.json({ status: 'down', secondsLeft: left }, 503) : c.json({ status: 'up' })
}

/** Shows a request as it arrived, without its credentials. */
async function echo(c: Context): Promise<Response> {
  const text = await readText(c.req.raw, ECHO_LIMIT)
  const { authorization, cookie, 'x-authorization': token, ...headers } = c.req.header()
  return c.json({ method: c.req.method, path: c.req.path, args: c.req.query(), headers, body: parsed(text) })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text === '' ? null : text
  }
}

let loaded: Promise<Uint8Array<ArrayBuffer>> | null = null

function picture(): Promise<Uint8Array<ArrayBuffer>> {
  loaded ??= readFile(join(projectRoot(), 'public', 'demo', 'picture.jpg')).then((file) => new Uint8Array(file))
  return loaded
}
