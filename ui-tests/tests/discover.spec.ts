import { expect, test } from '@jupyterlab/galata';
import { DiscoverPanel } from './panel';

const OURS = /\/jupyterlab-esap\//;

test('nothing is asked before the panel is first shown', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', request => {
    if (
      OURS.test(new URL(request.url()).pathname.replace('/lab/extensions/', ''))
    ) {
      asked.push(request.url());
    }
  });
  await page.reload();
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: /Discover/ }).waitFor();
  expect(asked).toEqual([]);
  await DiscoverPanel.open(page);
  expect(asked.length).toBeGreaterThan(0);
});

test('a position gives rows with units from a real archive', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.position.fill('0h 0m 0s +0d 0m 0s');
  await expect(panel.root).toContainText('00 00 00.000 +00 00 00.00');
  await panel.search('0 0');
  await expect(panel.count).toContainText('3 rows');
  await expect(panel.head(/^Separation/)).toContainText('arcsec');
  expect(await panel.texts('name')).toEqual(
    expect.arrayContaining(['J0000+0000', 'J2359+0001', 'J0000-0012'])
  );
  await expect(await panel.toHead(/^flux_5ghz/)).toContainText('Jy');
});

test('services answer side by side; each has its own columns', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources', 'EVN-like archive');
  await panel.search('49.9507 41.5117');
  await expect(panel.count).toContainText(/[1-9][0-9]* rows?/);
  await panel.unfold();
  await expect(panel.state('EVN-like archive')).toContainText(
    /[1-9][0-9]* rows?/
  );
  await expect(panel.state('Radio sources')).toContainText(/[1-9][0-9]* rows?/);
  await panel.root.getByRole('tab', { name: /EVN-like archive/ }).click();
  await expect(await panel.toHead(/^t_min/)).toContainText('d');
});

test('rows are sorted by keyboard', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.search('0 0', '600');
  await expect(panel.count).toContainText(/rows/);
  const head = panel.head(/^Separation/);
  await panel.toFirstHead();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const up = (await panel.texts('Separation')).map(Number);
  expect(up.length).toBeGreaterThan(3);
  expect(up).toEqual([...up].sort((a, b) => a - b));
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const down = (await panel.texts('Separation')).map(Number);
  expect(down).toEqual([...down].sort((a, b) => b - a));
  expect(down[0]).toBeGreaterThan(up[0]);
});

test('a search is stopped; rows that came stay and are called what they are', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Slow service');
  await panel.search('0 0');
  await expect(panel.state('Slow service')).toContainText(
    /[1-9][0-9]* rows? …/
  );
  await page.keyboard.press('Escape');
  await expect(panel.state('Slow service')).toContainText(
    /[1-9][0-9]* rows?, stopped/
  );
  await expect(panel.button('Search')).toBeVisible();
  await expect(panel.grid.getByRole('row').nth(1)).toBeVisible();
});

test('what is no position is refused in a sentence, and nothing is sent', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  const asked: string[] = [];
  page.on('request', request => {
    if (request.url().includes('/jupyterlab-esap/relay')) {
      asked.push(request.url());
    }
  });
  await panel.search('12h 30m -91 12 00');
  await expect(panel.root).toContainText(
    'Declination −91.2° is beyond the pole. It must lie between −90° and +90°.'
  );
  await expect(panel.position).toHaveAttribute('aria-invalid', 'true');
  await expect(panel.position).toBeFocused();
  expect(asked).toEqual([]);
});

test('a dead service is said in a sentence; the living one beside it answers', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources', 'Dead service');
  await panel.search('0 0');
  await expect(panel.count).toContainText('3 rows');
  await expect(panel.root).toContainText(/Dead service cannot be reached/);
  await panel.button('Retry Dead service').click();
  await expect(panel.root).toContainText(/Dead service cannot be reached/);
});

test('rows before an error are kept and marked, in the words of the service', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Service that breaks off');
  await panel.search('0 0');
  await expect(panel.count).toContainText('10 rows');
  await expect(panel.root.locator('.jp-esap-Messages')).toContainText(
    /Service that breaks off .* 10 rows/
  );
  await panel.unfold();
  await expect(panel.state('Service that breaks off')).toContainText(
    '10 rows, incomplete'
  );
  await expect(panel.grid.getByRole('row').nth(1)).toBeVisible();
});

test('the form is there again after a reload', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('EVN-like archive');
  await panel.position.fill('03 19 48.16 +41 30 42.1');
  await panel.radius.fill('90');
  // JupyterLab itself gathers changes of the workspace for a moment before it keeps them.
  const kept = page.waitForRequest(
    request =>
      request.method() === 'PUT' &&
      request.url().includes('/api/workspaces/') &&
      (request.postData() ?? '').includes('"unit":"arcsec"')
  );
  await panel.unit.selectOption({ label: 'arcsec' });
  await kept;
  await page.reload();
  const again = await DiscoverPanel.open(page);
  await expect(again.position).toHaveValue('03 19 48.16 +41 30 42.1');
  await expect(again.radius).toHaveValue('90');
  await expect(again.unit).toHaveValue('arcsec');
  await expect(again.service('EVN-like archive')).toBeChecked();
  await expect(again.service('Radio sources')).not.toBeChecked();
});
