import { expect, type Page, test } from '@playwright/test';
import { DiscoverPanel } from './panel';

const BASE = `http://127.0.0.1:${process.env.HUB_PORT}/user/ada`;
const TOKEN = 'a-token-of-this-test';

/** The panel of the institute's site, on the server that a hub would start. */
async function open(page: Page): Promise<DiscoverPanel> {
  // Without the workspace of the test before: there the panel is open, and a click would close it.
  await page.goto(`${BASE}/lab?token=${TOKEN}&reset`);
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: /Discover/ }).click();
  const panel = new DiscoverPanel(page);
  // What is typed before the profile is there is not overwritten by its defaults.
  await panel.service('Institute catalogue').waitFor();
  return panel;
}

test('under a base URL, with token and XSRF check, a search works', async ({
  page
}) => {
  const panel = await open(page);
  await panel.search('0 0', '1800');
  await expect(panel.count).toContainText('3 rows');
});

test('another profile is another portal from the same build', async ({
  page
}) => {
  const panel = await open(page);
  await expect(
    panel.root.getByRole('heading', { name: 'Institute of Test Astronomy' })
  ).toBeVisible();
  await expect(panel.root.locator('img.jp-esap-Logo')).toBeVisible();
  await expect(
    panel.root.getByRole('link', { name: 'How to get help' })
  ).toHaveAttribute('rel', /noopener/);
  await expect(panel.service('Institute catalogue')).toBeChecked();
  await expect(panel.service('EVN-like archive')).toHaveCount(0);
  await expect(panel.radius).toHaveValue('30');
  await expect(panel.unit).toHaveValue('arcsec');
  await panel.root
    .getByRole('button', { name: 'Sources around 0h 0°' })
    .click();
  await expect(panel.count).toContainText('3 rows');
  const table = await panel.openTable();
  // Degrees, as this site's profile says.
  await table.toHead(/^RA/);
  expect(await table.texts('RA')).toContain('0.000000');
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
