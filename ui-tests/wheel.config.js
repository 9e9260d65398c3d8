// One page of an installed wheel, without Galata, which fits one JupyterLab only.
const base = require('./browser.config');

const lab = process.env.LAB_PORT;

module.exports = {
  ...base,
  testDir: 'wheel',
  use: { ...base.use, baseURL: `http://127.0.0.1:${lab}` },
  webServer: {
    command: `jupyter lab --no-browser --allow-root --port=${lab} --ServerApp.port_retries=0 --IdentityProvider.token= --LabApp.news_url=None --Application.log_level=ERROR`,
    cwd: process.env.TMPDIR,
    url: `http://127.0.0.1:${lab}/api`,
    timeout: 120000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10000 }
  }
};
