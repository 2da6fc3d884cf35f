import { command, inRoot } from './lib/project.mjs'
import { become } from './lib/run.mjs'
import { setup } from './setup.mjs'

// Next reloads the pages by itself; a change of the server restarts it.
setup()
const ignored = ['app', 'components', '.next', 'generated'].flatMap((folder) => ['--exclude', `./${folder}/**`])
become([command('tsx'), 'watch', '--clear-screen=false', ...ignored, inRoot('server', 'main.ts')], {
  NODE_ENV: 'development',
})
