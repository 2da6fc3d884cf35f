import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { CreateBucketCommand, HeadBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import type { ConductorWorker } from '@io-orkes/conductor-javascript'
import type { Config, S3Config } from '../config.ts'
import { insideFolder } from './inside-folder.ts'

/** Puts a file from the work folder into a bucket; the key names the execution it came from. */
export function uploadToS3({ s3, workFolder }: Config): ConductorWorker {
  const client = new S3Client({
    endpoint: s3.endpoint,
    region: s3.region,
    forcePathStyle: true,
    credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey },
  })
  let bucketReady: Promise<void> | null = null
  return {
    taskDefName: 'upload_toS3',
    execute: async ({ inputData, workflowInstanceId = 'unknown' }) => {
      const file = await insideFolder(String(inputData?.fileLocation), workFolder)
      bucketReady ??= ensureBucket(client, s3.bucket)
      await bucketReady.catch((error) => {
        bucketReady = null
        throw error
      })
      const key = `${workflowInstanceId}/${basename(file)}`
      const body = await readFile(file)
      const contentType = CONTENT_TYPES[extname(file)] ?? 'application/octet-stream'
      await client.send(new PutObjectCommand({ Bucket: s3.bucket, Key: key, Body: body, ContentType: contentType }))
      return {
        status: 'COMPLETED',
        outputData: { fileLocation: publicUrl(s3, key), bucket: s3.bucket, key, bytes: body.length, contentType },
      }
    },
  }
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.tiff': 'image/tiff',
}

async function ensureBucket(client: S3Client, bucket: string): Promise<void> {
  try {
    await client.send(new HeadBucketCommand({ Bucket: bucket }))
  } catch {
    await client.send(new CreateBucketCommand({ Bucket: bucket }))
  }
}

function publicUrl({ endpoint, bucket, publicUrl }: S3Config, key: string): string {
  return `${publicUrl ?? `${endpoint.replace(/\/+$/, '')}/${bucket}`}/${key}`
}
