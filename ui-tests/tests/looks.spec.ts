import AxeBuilder from '@axe-core/playwright';
import { expect, type IJupyterLabPageFixture, test } from '@jupyterlab/galata';
import * as path from 'path';
import { DiscoverPanel } from './panel';

/** Where pictures go that are to be looked at; the good ones are copied into docs/images. */
const shots = (name: string): string =>
  path.join(
    process.env.ESAP_SHOTS ?? path.join(__dirname, '..', 'test-results'),
    `${name}.png`
  );

/**
 * JupyterLab's BODY is 0 px high with hidden overflow, so axe takes all text
 * for hidden and never judges contrast; this lets it see.
 */
async function judge(
  page: IJupyterLabPageFixture,
  part = '#jp-esap-discover'
): Promise<void> {
  await page.evaluate(() => {
    document.body.style.overflow = 'visible';
    document.getElementById('main')!.style.overflow = 'visible';
  });
  const found = await new AxeBuilder({ page }).include(part).analyze();
  expect(
    found.violations.map(one => [one.id, ...one.nodes.map(node => node.html)])
  ).toEqual([]);
  expect(found.passes.map(one => one.id)).toContain('color-contrast');
}

for (const theme of ['light', 'dark'] as const) {
  test(`${theme}: every state of the panel, looked at by axe and by eye`, async ({
    page
  }) => {
    test.setTimeout(120000);
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const panel = await DiscoverPanel.open(page);
    const shot = async (name: string): Promise<void> => {
      await panel.root.screenshot({ path: shots(`discover-${name}-${theme}`) });
      await judge(page);
    };
    await shot('first');
    await panel.button('Filter').click();
    await shot('filters');
    await panel.button('Filter').click();
    await panel.search('12h 30m -91 12 00');
    await expect(panel.box).toHaveAttribute('aria-invalid', 'true');
    await shot('refused');
    await panel.choose('Radio sources');
    await panel.search('Crab');
    await expect(panel.root).toContainText('Which one?');
    await shot('names');
    await panel.search('123.456 -71.234', '0.01');
    await expect(panel.root).toContainText('No rows within this radius');
    await shot('none');
    await panel.choose(
      'Radio sources',
      'EVN-like archive',
      'Dead service',
      'Service that breaks off',
      'Archive with a small limit'
    );
    await panel.search('49.9507 41.5117', '1200');
    await expect(panel.count).toBeVisible();
    await shot('messages');
    await panel.unfold();
    await shot('mixed');
    await panel.choose('EVN-like archive');
    await panel.search('3C 84', '600');
    await expect(panel.count).toBeVisible();
    await panel.rows.row('3C84').first().click();
    await expect(panel.drawer).toBeVisible();
    await shot('row');
    const table = await panel.openTable();
    await table.row('3C84').first().waitFor();
    await page.screenshot({ path: shots(`lab-${theme}`) });
    await judge(page, '#jp-main-dock-panel .jp-esap-Tab');
    await panel.drawer.getByRole('button', { name: /Open notebook/ }).click();
    await panel.root.getByRole('radio').first().waitFor();
    await shot('notebook');
  });
}

test('axe does see pale text here', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.root.locator('h2').evaluate(node => {
    (node as HTMLElement).style.color = '#ddd';
  });
  await expect(judge(page)).rejects.toThrow(/color-contrast/);
});
