// Galata's own server for most tests, one as a hub starts it, and one whose site is in trouble.
const path = require('path');
const galata = require('@jupyterlab/galata/lib/playwright-config');

const lab = process.env.LAB_PORT;
const hub = process.env.HUB_PORT;
const trouble = process.env.TROUBLE_PORT;
if (!lab || !hub || !trouble) {
  throw new Error('Run the browser tests by `npm test -- ui`.');
}

const server = (config, url) => ({
  command: `jupyter lab --config ${path.join(__dirname, config)}`,
  url,
  timeout: 120000,
  reuseExistingServer: false,
  gracefulShutdown: { signal: 'SIGTERM', timeout: 10000 }
});

module.exports = {
  ...galata,
  testDir: 'tests',
  outputDir: 'test-results',
  timeout: 60000,
  expect: { timeout: 20000 },
  workers: 1,
  retries: 0,
  reporter: [['list']],
  use: {
    ...galata.use,
    baseURL: `http://127.0.0.1:${lab}`,
    browserName: 'chromium',
    // Video wants Playwright's own ffmpeg, which is not part of the package.
    video: 'off',
    trace: 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    }
  },
  webServer: [
    server('jupyter_server_test_config.py', `http://127.0.0.1:${lab}/lab`),
    server(
      'jupyter_hub_like_config.py',
      `http://127.0.0.1:${hub}/user/ada/api`
    ),
    server('jupyter_trouble_config.py', `http://127.0.0.1:${trouble}/lab`)
  ]
};
