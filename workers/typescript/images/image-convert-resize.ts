import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { ConductorWorker } from '@io-orkes/conductor-javascript'
import sharp from 'sharp'
import type { Config } from '../config.ts'
import { type OutputFormat, readImageInput } from './image-input.ts'
import { loadImage } from './load-image.ts'

/** Downloads a picture, converts and resizes it, and leaves the result for the uploading worker. */
export function imageConvertResize({ workFolder }: Config): ConductorWorker {
  return {
    taskDefName: 'image_convert_resize',
    execute: async ({ inputData, taskId = 'task' }) => {
      const input = readImageInput(inputData ?? {})
      if (typeof input === 'string') return { status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion: input }
      const { fileLocation, format, width, height } = input
      const source = await loadImage(fileLocation, workFolder)
      await mkdir(workFolder, { recursive: true })
      const file = join(workFolder, `${taskId}.${EXTENSION[format]}`)
      const info = await sharp(source).rotate().resize(width, height, { fit: 'cover' }).toFormat(format).toFile(file)
      return {
        status: 'COMPLETED',
        outputData: {
          fileLocation: file,
          outputFormat: info.format,
          width: info.width,
          height: info.height,
          bytes: info.size,
        },
      }
    },
  }
}

const EXTENSION: Readonly<Record<OutputFormat, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
  tiff: 'tiff',
}
