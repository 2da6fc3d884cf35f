import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Everything a user can set, with defaults that fit a server and an S3 on this machine (`npm run s3`). */
export interface Config {
  readonly serverUrl: string
  readonly keyId: string | undefined
  readonly keySecret: string | undefined
  /** Where pictures lie between conversion and upload. */
  readonly workFolder: string
  readonly s3: S3Config
}

export interface S3Config {
  readonly endpoint: string
  readonly region: string
  readonly bucket: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Where the bucket's files are read; null: at the endpoint. */
  readonly publicUrl: string | null
}

export function readConfig(env: NodeJS.Dict<string>): Config {
  return {
    serverUrl: env.CONDUCTOR_SERVER_URL ?? 'http://localhost:3000/api',
    keyId: env.CONDUCTOR_AUTH_KEY,
    keySecret: env.CONDUCTOR_AUTH_SECRET,
    workFolder: env.WORK_FOLDER ?? join(tmpdir(), 'conductor-playground-images'),
    s3: {
      endpoint: env.S3_ENDPOINT ?? 'http://127.0.0.1:4566',
      region: env.S3_REGION ?? 'us-east-1',
      bucket: env.S3_BUCKET ?? 'conductor-playground',
      accessKeyId: env.S3_ACCESS_KEY_ID ?? 'local',
      secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? 'local',
      publicUrl: env.S3_PUBLIC_URL ?? null,
    },
  }
}
