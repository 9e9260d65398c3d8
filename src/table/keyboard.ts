/** A cell, by position and column; the header is row -1. */
export interface IPosition {
  readonly row: number;
  readonly column: number;
}

/** What a step may not go beyond. */
export interface IExtent {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are seen at once. */
  readonly page: number;
}

/**
 * Where a key leads from a cell, or undefined where it leads nowhere: the keys
 * of a data grid in the ARIA Authoring Practices.
 */
export function step(
  key: string,
  control: boolean,
  from: IPosition,
  extent: IExtent
): IPosition | undefined {
  const { row, column } = from;
  const to = (newRow: number, newColumn: number): IPosition => ({
    row: Math.min(Math.max(newRow, -1), extent.rows - 1),
    column: Math.min(Math.max(newColumn, 0), extent.columns - 1)
  });
  switch (key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'PageDown':
      return to(row + extent.page, column);
    case 'PageUp':
      return to(row < 0 ? -1 : Math.max(0, row - extent.page), column);
    case 'Home':
      return control ? to(0, 0) : to(row, 0);
    case 'End':
      return control
        ? to(extent.rows - 1, extent.columns - 1)
        : to(row, extent.columns - 1);
    default:
      return undefined;
  }
}
