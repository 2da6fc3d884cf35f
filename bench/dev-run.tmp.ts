import { createClient } from './client'
const c = createClient('http://127.0.0.1:4104', null)
const which = process.argv[2]!
const mod = await import(`./${which}.ts`)
const fn = Object.values(mod).find((x) => typeof x === 'function') as (c: unknown) => Promise<unknown>
console.log(await fn(c))
await c.close(); process.exit(0)
