import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Config, readConfig } from '../config.ts'
import { imageConvertResize } from './image-convert-resize.ts'
import { uploadToS3 } from './upload-to-s3.ts'

let s3: FauxqsServer
let web: Server
let config: Config
let picture: string

beforeAll(async () => {
  s3 = await startFauxqs({ port: 0, logger: false })
  const source = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#3366cc' } })
    .jpeg()
    .toBuffer()
  web = createServer((request, response) => {
    if (request.url === '/picture.jpg') response.end(source)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  picture = `http://127.0.0.1:${(web.address() as AddressInfo).port}/picture.jpg`
  const workFolder = await mkdtemp(join(tmpdir(), 'image-workers-'))
  config = readConfig({ WORK_FOLDER: workFolder, S3_ENDPOINT: s3.address })
})
afterAll(async () => {
  web.close()
  await s3.stop()
  await rm(config.workFolder, { recursive: true })
})

const convert = (inputData: Record<string, unknown>, taskId = 't1') =>
  imageConvertResize(config).execute({ taskId, inputData })
const upload = (fileLocation: unknown) =>
  uploadToS3(config).execute({ workflowInstanceId: 'w1', inputData: { fileLocation } })

describe('image_convert_resize', () => {
  it.each([
    ['jpg', 'jpeg', 300, 300],
    ['webp', 'webp', 120, 80],
    ['png', 'png', 50, 70],
  ])('makes a real %s', async (...[outputFormat, format, width, height]) => {
    const result = await convert({ fileLocation: picture, outputFormat, outputWidth: width, outputHeight: height })
    expect(result).toMatchObject({ status: 'COMPLETED', outputData: { outputFormat: format, width, height } })
    const file = String(result.outputData?.fileLocation)
    expect(await sharp(file).metadata()).toMatchObject({ format, width, height })
  })

  it('keeps the proportions when one side is given', async () => {
    const result = await convert({ fileLocation: picture, outputFormat: 'png', outputWidth: '320' })
    expect(result.outputData).toMatchObject({ width: 320, height: 240 })
  })

  it.each([
    { outputFormat: 'jpg' },
    { fileLocation: 'x', outputFormat: 'doc' },
    { fileLocation: 'x', outputFormat: 'jpg', outputWidth: -1 },
  ])('gives up on %o: a repeat would not help', async (input) => {
    expect(await convert(input)).toMatchObject({ status: 'FAILED_WITH_TERMINAL_ERROR' })
  })

  it('fails, and may be repeated, when the picture does not come', async () => {
    await expect(convert({ fileLocation: `${picture}.gone`, outputFormat: 'jpg' })).rejects.toThrow('answered 404')
  })

  it('reads no file outside its folder', async () => {
    await expect(convert({ fileLocation: '/etc/hostname', outputFormat: 'jpg' })).rejects.toThrow(
      'not in the work folder',
    )
  })
})

describe('upload_toS3', () => {
  it('uploads through the S3 protocol, readable at the address it returns', async () => {
    const converted = await convert(
      { fileLocation: picture, outputFormat: 'webp', outputWidth: 64, outputHeight: 64 },
      't2',
    )
    const { outputData } = await upload(converted.outputData?.fileLocation)
    expect(outputData).toMatchObject({
      key: 'w1/t2.webp',
      contentType: 'image/webp',
      fileLocation: `${s3.address}/conductor-playground/w1/t2.webp`,
    })
    const stored = Buffer.from(await (await fetch(String(outputData?.fileLocation))).arrayBuffer())
    expect(stored).toEqual(await readFile(join(config.workFolder, 't2.webp')))
    expect(await sharp(stored).metadata()).toMatchObject({ format: 'webp', width: 64, height: 64 })
  })

  it('uploads nothing from elsewhere', async () => {
    await expect(upload('/etc/hostname')).rejects.toThrow('not in the work folder')
  })
})
