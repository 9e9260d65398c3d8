import type { Locator, Page } from '@playwright/test';

/** A list or table of rows, worked with as the keyboard does. */
export class Rows {
  constructor(
    private readonly _page: Page,
    readonly root: Locator
  ) {}

  /** The row that says this. */
  row(text: string | RegExp): Locator {
    return this.root.getByRole('row').filter({ hasText: text });
  }

  /** Heads of groups, as they read. */
  groups(): Promise<string[]> {
    return this.root.locator('[role=row][aria-expanded]').allInnerTexts();
  }

  head(name: string | RegExp): Locator {
    return this.root.getByRole('columnheader', { name });
  }

  /** Goes in as the keyboard does, to the head of the first column. */
  async toFirstHead(): Promise<void> {
    await this.root.locator('[tabindex="0"]').first().focus();
    await this._page.keyboard.press('Control+Home');
    await this._page.keyboard.press('ArrowUp');
  }

  /** Goes right, column by column, until this one has the focus: only what is seen is in the page. */
  async toHead(name: RegExp): Promise<Locator> {
    await this.toFirstHead();
    const focused = this.root.locator('[role=columnheader]:focus');
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

  /** The texts of one column, of the rows that are on screen, from top to bottom. */
  async texts(column: string): Promise<string[]> {
    const heads = await this.root.getByRole('columnheader').all();
    const names = await Promise.all(heads.map(head => head.textContent()));
    const at = names.findIndex(name => name?.startsWith(column));
    const index = await heads[at].getAttribute('aria-colindex');
    return this.root
      .locator(`[role=gridcell][aria-colindex="${index}"]`)
      .allInnerTexts();
  }
}
