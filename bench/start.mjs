// Starts JupyterLab in a browser, again and again, and prints one JSON line a start.
//   node bench/start.mjs CHROMIUM PAIRS URL URL
// The two in turn, each time in a profile of its own whose cache is empty; the
// first start of each is to warm the servers and is not counted.
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';

const [executablePath, pairs, ...urls] = process.argv.slice(2);
const OURS = '/lab/extensions/jupyterlab-esap/static/';

const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
  ]
});

/** From going to the page until the splash is gone and the launcher is there. */
async function start(which) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 }
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const ours = [];
  const asked = [];
  page.on('response', response => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith(OURS)) {
      ours.push(response);
    } else if (pathname.includes('esap')) {
      asked.push(pathname);
    }
  });
  const begin = performance.now();
  await page.goto(urls[which]);
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
  await page.locator('.jp-LauncherCard').first().waitFor();
  const seconds = (performance.now() - begin) / 1000;
  const { metrics } = await session.send('Performance.getMetrics');
  const busy = metrics.find(({ name }) => name === 'TaskDuration').value;
  let bytes = 0;
  for (const response of ours) {
    bytes += gzipSync(await response.body()).length;
  }
  await context.close();
  return { which, seconds, busy, files: ours.length, bytes, asked };
}

try {
  for (let pair = -1; pair < Number(pairs); pair++) {
    for (const which of pair % 2 === 0 ? [0, 1] : [1, 0]) {
      const told = await start(which);
      if (pair >= 0) {
        console.log(JSON.stringify({ pair, ...told }));
      }
    }
  }
} finally {
  await browser.close();
}
