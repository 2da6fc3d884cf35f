import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { refused } from './outbound-error'

/** Smaller answers may be compressed as well as they like. */
const RATIO_FROM_BYTES = 64 * 1024
const MAX_RATIO = 20

/** Reads and unpacks an answer; stops at `maxBytes`, and at what can only be a decompression bomb. */
export async function readBody(body: Readable, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  let received = 0
  body.on('data', (chunk: Buffer) => {
    received += chunk.length
  })
  const source = unpacked(body, encoding)
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > maxBytes) throw refused(`the answer is larger than ${maxBytes} bytes`)
      if (size > RATIO_FROM_BYTES && size > received * MAX_RATIO) throw refused('the answer is compressed too strongly')
      chunks.push(chunk)
    }
  } finally {
    body.destroy()
  }
  return Buffer.concat(chunks)
}

function unpacked(body: Readable, encoding = 'identity'): Readable {
  switch (encoding.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return pipe(body, createGunzip())
    case 'deflate':
      return pipe(body, createInflate())
    case 'br':
      return pipe(body, createBrotliDecompress())
    case 'identity':
    case '':
      return pipe(body)
    default:
      throw refused(`answers with the encoding ${encoding} cannot be read`)
  }
}

function pipe(body: Readable, unpacker?: NodeJS.ReadWriteStream & Readable): Readable {
  if (!unpacker) return Readable.from(body)
  body.once('error', (error) => unpacker.destroy(error))
  return body.pipe(unpacker)
}
