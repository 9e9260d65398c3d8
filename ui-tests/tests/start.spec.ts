import { expect, type Response, test } from '@playwright/test';
import { transform } from 'esbuild';
import { gzipSync } from 'zlib';

const BASE = `http://127.0.0.1:${process.env.LAB_PORT}`;
const STATIC = '/lab/extensions/jupyterlab-esap/static/';
/** What the whole suite may add to the start of JupyterLab, compressed. */
const MOST = 15_000;

/** Bytes of a script as a release has it: this is a development build, a release is minified. */
async function weight(response: Response): Promise<number> {
  const { code } = await transform(await response.text(), { minify: true });
  return gzipSync(code).length;
}

test('the start of JupyterLab fetches little of ours, and asks nothing', async ({
  page
}) => {
  const scripts: Response[] = [];
  const asked: string[] = [];
  page.on('response', response => {
    const { pathname } = new URL(response.url());
    if (pathname.startsWith(STATIC)) {
      scripts.push(response);
    } else if (pathname.includes('esap')) {
      asked.push(`${response.request().method()} ${pathname}`);
    }
  });
  // Without the workspace of the tests before: the panel may be open in it.
  await page.goto(`${BASE}/lab?reset`);
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: /Discover/ }).waitFor();
  expect(asked).toEqual([]);
  // Nor later, when all that began at the start has ended.
  await page.waitForLoadState('networkidle');
  expect(asked).toEqual([]);
  const weights = await Promise.all(scripts.map(weight));
  const total = weights.reduce((sum, bytes) => sum + bytes, 0);
  // Nothing at all would mean that the extension was not there.
  expect(total).toBeGreaterThan(1000);
  expect(
    total,
    scripts.map((one, i) => `${one.url()} ${weights[i]}`).join('\n')
  ).toBeLessThanOrEqual(MOST);
});
