import type { IJupyterLabPageFixture } from '@jupyterlab/galata';
import type { Locator, Page } from '@playwright/test';

/** The Discover panel as a person meets it: everything by role and name. */
export class DiscoverPanel {
  constructor(private readonly _page: Page) {}

  /** Opens the panel in the side bar of Galata's page, at the width that it is made for. */
  static async open(page: IJupyterLabPageFixture): Promise<DiscoverPanel> {
    await page.sidebar.openTab('jp-esap-discover');
    await page.sidebar.setWidth(300, 'left');
    const panel = new DiscoverPanel(page);
    await panel.position.waitFor();
    await panel.service('Radio sources').waitFor();
    return panel;
  }

  get root(): Locator {
    return this._page.locator('#jp-esap-discover');
  }

  get position(): Locator {
    return this.root.getByRole('textbox', { name: 'Position' });
  }

  get radius(): Locator {
    return this.root.getByRole('textbox', { name: 'within' });
  }

  get unit(): Locator {
    return this.root.getByRole('combobox', { name: 'Unit of the radius' });
  }

  service(label: string): Locator {
    return this.root.getByRole('checkbox', { name: label });
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name });
  }

  /** The table that is shown. */
  get grid(): Locator {
    return this.root.getByRole('grid');
  }

  head(name: string | RegExp): Locator {
    return this.grid.getByRole('columnheader', { name });
  }

  /** Goes into the table as the keyboard does, to the head of its first column. */
  async toFirstHead(): Promise<void> {
    await this.grid.locator('[tabindex="0"]').focus();
    await this._page.keyboard.press('Control+Home');
    await this._page.keyboard.press('ArrowUp');
  }

  /** Goes right, column by column, until this one has the focus: only what is seen is in the page. */
  async toHead(name: RegExp): Promise<Locator> {
    await this.toFirstHead();
    const focused = this.grid.locator('[role=columnheader]:focus');
    let last = '';
    for (;;) {
      const text = (await focused.textContent()) ?? '';
      if (name.test(text)) {
        return focused;
      }
      if (text === last) {
        throw new Error(`There is no column ${name}; the last is ${text}.`);
      }
      last = text;
      await this._page.keyboard.press('ArrowRight');
    }
  }

  /** What the line of a service says of its state, while the form is not folded. */
  state(label: string): Locator {
    return this.root.locator('.jp-esap-Services label', { hasText: label });
  }

  /** The count of rows above the table, once the search has ended. */
  get count(): Locator {
    return this.root.locator('.jp-esap-Count', { hasText: /in [0-9.]+ s/ });
  }

  /** Shows the whole form again, where it was folded after a search. */
  async unfold(): Promise<void> {
    await this.root.getByRole('button', { expanded: false }).click();
  }

  /** Ticks exactly these services. */
  async choose(...labels: string[]): Promise<void> {
    for (const box of await this.root.getByRole('checkbox').all()) {
      await box.setChecked(false);
    }
    for (const label of labels) {
      await this.service(label).setChecked(true);
    }
  }

  /** Fills the form and asks; the answer is not waited for. */
  async search(position: string, radius = '30'): Promise<void> {
    await this.position.fill(position);
    await this.radius.fill(radius);
    await this.position.press('Enter');
  }

  /** The texts of one column, of the rows that are on screen, from top to bottom. */
  async texts(column: string): Promise<string[]> {
    const heads = await this.grid.getByRole('columnheader').all();
    const names = await Promise.all(heads.map(head => head.textContent()));
    const at = names.findIndex(name => name?.startsWith(column));
    const index = await heads[at].getAttribute('aria-colindex');
    return this.grid
      .locator(`[role=gridcell][aria-colindex="${index}"]`)
      .allInnerTexts();
  }
}
