import { expect, test } from '@playwright/test';
import { DiscoverPanel } from './panel';

const BASE = `http://127.0.0.1:${process.env.HUB_PORT}/user/ada`;
const TOKEN = 'a-token-of-this-test';

test('under a base URL, with token and XSRF check, a search works', async ({
  page
}) => {
  await page.goto(`${BASE}/lab?token=${TOKEN}`);
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: /Discover/ }).click();
  const panel = new DiscoverPanel(page);
  await panel.service('Radio sources').waitFor();
  await panel.choose('Radio sources');
  await panel.search('0 0');
  await expect(panel.count).toContainText('3 rows');
});

test('the routes want a login, and the XSRF token even for a GET', async ({
  page,
  request
}) => {
  const url = `${BASE}/jupyterlab-esap/profile`;
  expect((await request.get(url)).status()).toBe(403);
  await page.goto(`${BASE}/lab?token=${TOKEN}`);
  // The page's own cookies are there, as they are for an image in an untrusted notebook.
  const status = await page.evaluate(
    async address => (await fetch(address)).status,
    url
  );
  expect(status).toBe(403);
});
