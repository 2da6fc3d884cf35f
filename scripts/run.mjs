// `node scripts/run.mjs file.ts …`: sets up, then runs a TypeScript file of the project on the pinned Node.
import { command } from './lib/project.mjs'
import { become } from './lib/run.mjs'
import { setup } from './setup.mjs'

setup()
become([command('tsx'), ...process.argv.slice(2)])
