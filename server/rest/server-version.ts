import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { projectRoot } from '@/server/platform/project-root'

const packageFile = readFileSync(join(projectRoot(), 'package.json'), 'utf8')

export const serverVersion = z.object({ version: z.string() }).parse(JSON.parse(packageFile)).version
