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
async function judge(page: IJupyterLabPageFixture): Promise<void> {
  await page.evaluate(() => {
    document.body.style.overflow = 'visible';
    document.getElementById('main')!.style.overflow = 'visible';
  });
  const found = await new AxeBuilder({ page })
    .include('#jp-esap-discover')
    .analyze();
  expect(
    found.violations.map(one => [one.id, ...one.nodes.map(node => node.html)])
  ).toEqual([]);
  expect(found.passes.map(one => one.id)).toContain('color-contrast');
}

for (const theme of ['light', 'dark'] as const) {
  test(`${theme}: every state of the panel, looked at by axe and by eye`, async ({
    page
  }) => {
    if (theme === 'dark') {
      await page.theme.setDarkTheme();
    }
    const panel = await DiscoverPanel.open(page);
    const shot = async (name: string): Promise<void> => {
      await panel.root.screenshot({ path: shots(`discover-${name}-${theme}`) });
      await judge(page);
    };
    await shot('first');
    await panel.search('12h 30m -91 12 00');
    await expect(panel.position).toHaveAttribute('aria-invalid', 'true');
    await shot('refused');
    await panel.choose(
      'Radio sources',
      'EVN-like archive',
      'Dead service',
      'Service that breaks off'
    );
    await panel.search('49.9507 41.5117', '60');
    await expect(panel.count).toBeVisible();
    await panel.unfold();
    await shot('mixed');
    await panel.choose('EVN-like archive');
    await panel.search('49.9507 41.5117', '600');
    await expect(panel.count).toBeVisible();
    await shot('rows');
    await page.screenshot({ path: shots(`lab-${theme}`) });
  });
}

test('axe does see pale text here', async ({ page }) => {
  const panel = await DiscoverPanel.open(page);
  await panel.root.locator('h2').evaluate(node => {
    (node as HTMLElement).style.color = '#ddd';
  });
  await expect(judge(page)).rejects.toThrow(/color-contrast/);
});
