// Bundles the server's own files; packages stay in node_modules.
import { existsSync, readdirSync } from 'node:fs'
import { build } from 'esbuild'
import { inRoot } from './lib/project.mjs'

const children = readdirSync(inRoot('server', 'executors')).filter((name) => name.endsWith('-child.ts'))
const entries = ['server/main.ts', 'server/admin/main.ts', ...children.map((name) => `server/executors/${name}`)]

await build({
  absWorkingDir: inRoot(),
  entryPoints: entries.filter((entry) => existsSync(inRoot(entry))),
  outdir: 'dist/server',
  outbase: 'server',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: true,
  logLevel: 'warning',
})
