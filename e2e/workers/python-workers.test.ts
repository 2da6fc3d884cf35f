import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type SampleClient, sampleClient } from '@/e2e/testing/sample-client'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'

const FOLDER = fileURLToPath(new URL('../../workers/python', import.meta.url))
const OWN = join(FOLDER, '.venv', 'bin', 'python')
const PYTHON = process.env.WORKERS_PYTHON ?? (existsSync(OWN) ? OWN : 'python3')
/** Tests install nothing from pip: they run where `workers/python/requirements.txt` has been installed. */
const isReady = spawnSync(PYTHON, ['-c', 'import conductor, PIL, boto3']).status === 0
const title = isReady
  ? 'the Python workers'
  : `the Python workers: left out, ${PYTHON} cannot import conductor, PIL and boto3`

describe.skipIf(!isReady)(title, () => {
  let server: RunningServer
  let samples: SampleClient
  let s3: FauxqsServer
  let workFolder: string
  let python: ChildProcess

  beforeAll(async () => {
    server = await startServer({ PLAYGROUND_OPEN_NAMESPACE: 'workers' })
    samples = sampleClient(server.url)
    await samples.register()
    s3 = await startFauxqs({ port: 0, logger: false })
    workFolder = await mkdtemp(join(tmpdir(), 'python-workers-'))
    const places = { CONDUCTOR_SERVER_URL: `${server.url}/api`, S3_ENDPOINT: s3.address, WORK_FOLDER: workFolder }
    const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...places }
    // A group of its own: the SDK runs each worker in a process, and all of them end with the first.
    python = spawn(PYTHON, ['main.py'], { cwd: FOLDER, env, stdio: 'ignore', detached: true })
  })
  afterAll(async () => {
    if (python?.pid !== undefined && python.exitCode === null) {
      const exited = new Promise((resolve) => python.once('exit', resolve))
      process.kill(-python.pid, 'SIGKILL')
      await exited
    }
    await s3?.stop()
    await server?.stop()
    await rm(workFolder, { recursive: true, force: true })
  })

  it('greet whoever the input names', async () => {
    expect((await samples.run('hello_world', { name: 'Grace' })).output).toEqual({ hw_response: 'Hello Grace!' })
  })

  it('convert, resize and upload a picture', async () => {
    const recipeParameters = { outputSize: { width: 320, height: 200 }, outputFormat: 'webp' }
    const fileLocation = `${server.url}/api/demo/picture.jpg`
    const { output } = await samples.run('image_convert_resize', { fileLocation, recipeParameters })
    const uploaded = await fetch(String(output.fileLocation))
    const picture = sharp(Buffer.from(await uploaded.arrayBuffer()))
    expect(await picture.metadata()).toMatchObject({ format: 'webp', width: 320, height: 200 })
  })

  it('stop when they are told to', async () => {
    const exited = new Promise((resolve) => python.once('exit', resolve))
    python.kill('SIGTERM')
    expect(await exited).toBe(0)
  })
})
