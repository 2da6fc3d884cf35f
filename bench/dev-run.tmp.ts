import { readFileSync, readdirSync } from 'node:fs'
import { createClient } from './client'
const c = createClient('http://127.0.0.1:4104')
const cpu = (pid: string) => { try { const f = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' '); return { ppid: f[1]!, s: (Number(f[11]) + Number(f[12])) / 100 } } catch { return { ppid: '', s: 0 } } }
const server = readFileSync('/tmp/store-server.pid', 'utf8').trim()
const { execSync } = await import('node:child_process')
const pm = readFileSync(execSync('find /tmp/data-store -name postmaster.pid').toString().trim().split('\n')[0]!, 'utf8').split('\n')[0]!
const pg = () => readdirSync('/proc').filter((p) => /^\d+$/.test(p)).map(cpu).filter((x) => x.ppid === pm).reduce((a, x) => a + x.s, 0)
const snap = () => ({ s: cpu(server).s, p: pg(), me: process.cpuUsage() })
const which = process.argv[2]!
const mod = await import(`./${which}.ts`)
const fn = Object.values(mod).find((x) => typeof x === 'function') as (c: unknown, s: unknown) => Promise<{value: string}[]>
const a = snap(); const t0 = performance.now()
console.log(await fn(c, { cpuSeconds: () => cpu(server).s }))
const b = snap(); const el = (performance.now() - t0) / 1000
console.log({ elapsed: el, serverCpu: b.s - a.s, pgCpu: b.p - a.p, clientCpu: (b.me.user + b.me.system - a.me.user - a.me.system) / 1e6 })
await c.close(); process.exit(0)
