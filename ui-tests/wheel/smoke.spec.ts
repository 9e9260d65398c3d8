import { expect, test } from '@playwright/test';
import { DiscoverPanel } from '../tests/panel';

test('the page starts, the panel opens, and a search ends in a sentence', async ({
  page
}) => {
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(error.message));
  await page.goto('/lab');
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: /Discover/ }).click();
  const panel = new DiscoverPanel(page);
  await panel.service('Gone').waitFor();
  await panel.search('3h19m48.16s +41d30m42.1s', '2');
  await expect(panel.messages).toContainText('Gone cannot be reached');
  await panel.button('Details: Gone').click();
  // Both halves are of one version, and say so.
  await expect(panel.root.locator('.jp-esap-Details')).toContainText(
    /versions: jupyterlab-esap \d+\.\d+\.\d+.*; JupyterLab 4\.\d+\.\d+/
  );
  expect(faults).toEqual([]);
});
