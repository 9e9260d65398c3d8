import { expect, test } from '@jupyterlab/galata';
import { DiscoverPanel } from './panel';

test('a name is looked up, and who said where it is stands below it', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('EVN-like archive');
  await panel.search('3C 84', '2');
  await expect(panel.root).toContainText('03 19 48');
  await expect(panel.root).toContainText(/by .*Sesame.* from Simbad/i);
  await expect(panel.count).toContainText(/[1-9]\d* rows?/);
});

test('of a name with several places one is chosen', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.search('Crab');
  await expect(panel.root).toContainText('Which one?');
  const places = panel.root.locator('.jp-esap-Place');
  expect(await places.count()).toBeGreaterThan(1);
  await places.first().click();
  await expect(panel.root).toContainText(/No rows|rows? in/);
});

test('a name that nobody knows is said so; a position works all the same', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('Radio sources');
  await panel.search('No Such Star 7');
  await expect(panel.root).toContainText(
    'Nobody who was asked knows this name'
  );
  await panel.search('0 0');
  await expect(panel.count).toContainText('3 rows');
});

test('an experiment is recognised by the pattern of its archive, and its rows stand by pass', async ({
  page
}) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('EVN-like archive', 'Radio sources');
  await panel.box.fill('N05L1');
  await expect(panel.root).toContainText('Experiment of EVN-like archive');
  await panel.box.press('Enter');
  await expect(panel.count).toContainText('56 rows');
  await panel.unfold();
  await expect(panel.state('Radio sources')).toContainText('needs a position');
  await panel.button('Less').click();
  const groups = await panel.rows.groups();
  expect(groups[0]).toContain('N05L1');
  expect(groups[0]).toContain('2 passes');
  await panel.rows.row('3C84').first().click();
  await expect(panel.drawer).toContainText('N05L1');
  await expect(panel.drawer).toContainText('03 19 48');
});

test('a filter on bands is sent, and works', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.choose('EVN-like archive');
  await panel.button('Filter').click();
  await panel.root
    .getByRole('textbox', { name: 'Experiment', exact: true })
    .fill('EB*');
  await panel.root.getByRole('checkbox', { name: 'K', exact: true }).check();
  await panel.box.press('Enter');
  await expect(panel.count).toContainText(/[1-9]\d* rows/);
  const table = await panel.openTable();
  await table.toHead(/^Band/);
  const bands = new Set(await table.texts('Band'));
  expect([...bands].filter(Boolean)).toEqual(['K']);
});
