// How the journeys are run: one browser at a time, in front of a real server of its own, with JavaScript on and off.
import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';

const asRoot = process.getuid?.() === 0;

/** Screens are kept as pictures only when somebody asks: SCREENSHOTS=/tmp/shots playwright test --project=screenshots */
const screenshots: PlaywrightTestConfig['projects'] = process.env['SCREENSHOTS']
  ? [{ name: 'screenshots', testDir: 'screenshots' }]
  : [];

export default defineConfig({
  testDir: 'journeys',
  outputDir: '../target/end2end',
  globalSetup: './panel/leftovers.ts',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    locale: 'en-GB',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-quic',
        '--disable-background-networking',
        '--no-first-run',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'js' },
    // What is only about scripts, or asks the server without a page, is told once.
    { name: 'no-js', grepInvert: /@js/, use: { javaScriptEnabled: false } },
    ...screenshots,
  ],
});
