// The pages by Next, the server by esbuild; only when a source changed since the last build.
import { rmSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { command, inRoot, node } from './lib/project.mjs'
import { must } from './lib/run.mjs'
import { hashOf, isStamped, stamp } from './lib/stamp.mjs'
import { setup } from './setup.mjs'

const SOURCES = [
  'app',
  'components',
  'server',
  'public',
  'prisma/schema.prisma',
  'scripts/bundle.mjs',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const STAMP = inRoot('dist', '.stamp')

export function build() {
  setup()
  const hash = hashOf(SOURCES.map((path) => inRoot(path)))
  if (isStamped(STAMP, hash)) return
  rmSync(STAMP, { force: true })
  console.log('Building (once; later starts reuse it) …')
  must('Bundling the server', [node, inRoot('scripts', 'bundle.mjs')])
  must('Building the pages', [node, command('next'), 'build'])
  stamp(STAMP, hash)
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) build()
