import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startFauxqs } from 'fauxqs'
import sharp from 'sharp'
import { readConfig } from '@/workers/typescript/config'
import { startWorkers } from '@/workers/typescript/start-workers'
import { createKey, runFromNavigation, signInAsGuest } from './support/people'

async function pictureAt(url: string) {
  const response = await fetch(url)
  expect(response.status).toBe(200)
  return sharp(Buffer.from(await response.arrayBuffer())).metadata()
}

test('the image sample waits for its worker, then shows real pictures in two formats', async ({ page, baseURL }) => {
  const s3 = await startFauxqs({ port: 0, logger: false })
  const folder = await mkdtemp(join(tmpdir(), 'image-sample-'))
  await signInAsGuest(page)
  const { keyId, keySecret } = await createKey(page)
  await runFromNavigation(page, 'image_convert_resize_multipleformat')
  await expect(page.getByText(/waiting for a worker/i).first()).toBeVisible()

  const workers = await startWorkers(
    readConfig({
      CONDUCTOR_SERVER_URL: `${baseURL}/api`,
      CONDUCTOR_AUTH_KEY: keyId,
      CONDUCTOR_AUTH_SECRET: keySecret,
      S3_ENDPOINT: s3.address,
      WORK_FOLDER: folder,
    }),
  )
  try {
    await expect(page.getByText('Completed', { exact: true }).first()).toBeVisible({ timeout: 30_000 })
    const shown = page.getByRole('region', { name: 'Output' })
    await expect(shown).toContainText(/\.jpg[\s\S]*\.webp/)
    const output = await shown.innerText()
    const [jpg, webp] = ['jpg', 'webp'].map((format) => output.match(new RegExp(`https?://[^"\\s]+\\.${format}`))?.[0])
    expect(await pictureAt(jpg ?? '')).toMatchObject({ format: 'jpeg', width: 300, height: 300 })
    expect(await pictureAt(webp ?? '')).toMatchObject({ format: 'webp', width: 300, height: 300 })
  } finally {
    await workers.stop()
    await s3.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
