import { build } from './build.mjs'
import { inRoot } from './lib/project.mjs'
import { become } from './lib/run.mjs'

build()
become(['--enable-source-maps', inRoot('dist', 'server', 'main.js')], { NODE_ENV: 'production' })
