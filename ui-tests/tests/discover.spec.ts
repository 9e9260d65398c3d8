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

test('a position gives rows of several archives in one table, with units', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources', 'EVN-like archive');
  await panel.box.fill('0h 0m 0s +0d 0m 0s');
  await expect(panel.root).toContainText('00 00 00.000 +00 00 00.00');
  await panel.search('0 0');
  await expect(panel.count).toContainText(/[1-9]\d* rows/);
  const table = await panel.openTable();
  await expect(table.head(/^Sep\./)).toContainText('arcsec');
  await expect(await table.toHead(/^Archive/)).toBeVisible();
  const archives = await table.texts('Archive');
  expect(archives).toContain('Radio sources');
  expect(archives).toContain('EVN-like archive');
});

test('a catalogue has no experiments to stand by; a unit that was typed is the one that counts', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  const byExperiment = panel.root.getByRole('checkbox', {
    name: 'By experiment'
  });
  await panel.choose('Radio sources');
  await panel.search('0 0', '0.5 deg');
  await expect(panel.count).toContainText('3 rows');
  await expect(panel.root).toContainText('within 0.5 deg · 1 service');
  await expect(byExperiment).toHaveCount(0);
  await panel.unfold();
  await panel.choose('EVN-like archive');
  await panel.search('49.9507 41.5117', '10');
  await expect(byExperiment).toBeChecked();
});

test('no rows within the radius is said, with what may help', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.search('123.456 -71.234', '0.01');
  await expect(panel.count).toContainText('0 rows');
  await expect(panel.root).toContainText('No rows within this radius');
});

test('rows are sorted by keyboard', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.search('0 0', '600');
  await expect(panel.count).toContainText(/rows/);
  const table = await panel.openTable();
  await panel.button('Open as table').waitFor();
  const head = await table.toHead(/^Sep\./);
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const up = (await table.texts('Sep.')).map(Number);
  expect(up.length).toBeGreaterThan(3);
  expect(up).toEqual([...up].sort((a, b) => a - b));
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const down = (await table.texts('Sep.')).map(Number);
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
  await expect(panel.rows.root.getByRole('row').first()).toBeVisible();
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
  await expect(panel.box).toHaveAttribute('aria-invalid', 'true');
  await expect(panel.box).toBeFocused();
  expect(asked).toEqual([]);
});

test('a dead service is said in a sentence; the living one beside it answers', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources', 'Dead service');
  await panel.search('0 0');
  await expect(panel.count).toContainText('3 rows');
  await expect(panel.messages).toContainText(/Dead service cannot be reached/);
  await panel.button('Retry Dead service').click();
  await expect(panel.messages).toContainText(/Dead service cannot be reached/);
});

test('a service that hangs holds neither the others nor JupyterLab', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources', 'Hanging service');
  await panel.search('0 0');
  await expect(panel.state('Radio sources')).toContainText('3 rows');
  await expect(panel.state('Hanging service')).toContainText('searching');
  const saved = page.waitForResponse(/\/api\/contents\//);
  await page.menu.clickMenuItem('File>New>Text File');
  expect((await saved).ok()).toBe(true);
  await panel.button('Stop').click();
  await expect(panel.state('Hanging service')).toContainText('stopped');
});

test('rows before an error are kept and marked, in the words of the service', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Service that breaks off');
  await panel.search('0 0');
  await expect(panel.count).toContainText('10 rows');
  await expect(panel.messages).toContainText(
    /Service that breaks off .* 10 rows/
  );
  await panel.unfold();
  await expect(panel.state('Service that breaks off')).toContainText(
    '10 rows, incomplete'
  );
});

test('a service that stops at its limit says so, and gives the rest when asked', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Archive with a small limit');
  await panel.search('49.95 41.51', '1200');
  await expect(panel.messages).toContainText(/20/);
  await expect(panel.count).toContainText('20 rows');
  await panel.button(/Get the rest .* of Archive with a small limit/).click();
  await expect(panel.messages).toHaveCount(0);
  await expect(panel.count).not.toContainText('20 rows');
});

test('the form is there again after a reload, and the search is offered, not repeated', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.unit.selectOption({ label: 'arcmin' });
  // JupyterLab itself gathers changes of the workspace for a moment before it keeps them.
  const kept = page.waitForRequest(
    request =>
      request.method() === 'PUT' &&
      request.url().includes('/api/workspaces/') &&
      (request.postData() ?? '').includes('"rows":3')
  );
  await panel.search('0 0');
  await expect(panel.count).toContainText('3 rows');
  await kept;
  await page.reload();
  const asked: string[] = [];
  page.on('request', request => {
    if (request.url().includes('/jupyterlab-esap/relay')) {
      asked.push(request.url());
    }
  });
  const again = await DiscoverPanel.open(page);
  await expect(again.box).toHaveValue('0 0');
  await expect(again.radius).toHaveValue('30');
  await expect(again.service('Radio sources')).toBeChecked();
  await expect(again.service('EVN-like archive')).not.toBeChecked();
  await expect(again.root).toContainText(/0 0, 3 rows/);
  expect(asked).toEqual([]);
  await again.button('Search again').click();
  await expect(again.count).toContainText('3 rows');
});
