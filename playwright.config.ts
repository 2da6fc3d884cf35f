import { defineConfig } from '@playwright/test'
import chromium from '@sparticuz/chromium'

/**
 * Journeys in a real browser against the production build. Chromium comes from npm, so nothing is downloaded;
 * the server brings its own database in a folder of its own. E2E_URL points them at a server that runs already.
 */
const PORT = Number(process.env.E2E_PORT ?? 3987)
const url = process.env.E2E_URL ?? `http://localhost:${PORT}`

export default defineConfig({
  testDir: 'e2e/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // The summary of `npm test` names what needed the second try.
  retries: 1,
  reporter: 'list',
  outputDir: 'test-results/browser',
  use: {
    baseURL: url,
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] },
  },
  ...(process.env.E2E_URL === undefined && {
    webServer: {
      command: 'node e2e/browser/support/server.mjs',
      url: `${url}/health`,
      env: { PORT: String(PORT) },
      timeout: 120_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
      reuseExistingServer: false,
    },
  }),
})
