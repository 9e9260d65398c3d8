// Galata's own server for most tests, one as a hub starts it, and one whose site is in trouble.
const path = require('path');
const galata = require('@jupyterlab/galata/lib/playwright-config');
const base = require('./browser.config');

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
  ...base,
  testDir: 'tests',
  use: {
    ...galata.use,
    ...base.use,
    baseURL: `http://127.0.0.1:${lab}`
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
