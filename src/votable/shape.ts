/** An `arraysize` (VOTable 1.4 §2.2), understood. */
export interface IShape {
  /** First the fastest; the last is missing where it is variable. */
  readonly dimensions: readonly number[];
  readonly variable: boolean;
  /** Values in a cell; of a variable one, those in a slice of its last dimension. */
  readonly size: number;
  /**
   * BINARY counts the slices of a variable array and not its values. The
   * standard means values; astropy writes slices.
   */
  readonly countsSlices: boolean;
}

/** The shape of an `arraysize`, or undefined where it can't be understood. */
export function shapeOf(
  arraysize: string,
  countsSlices = false
): IShape | undefined {
  // `8x3`, `*`, `8*` (up to eight), `8x*`, `8x3*`.
  const match = /^((?:\d+x)*)(\d*)(\*?)$/.exec(arraysize.replace(/\s/g, ''));
  if (!match || (match[2] === '' && match[3] === '')) {
    return undefined;
  }
  const variable = match[3] === '*';
  const dimensions = match[1].split('x').slice(0, -1).map(Number);
  if (!variable) {
    dimensions.push(Number(match[2]));
  }
  const size = dimensions.reduce((all, one) => all * one, 1);
  return Number.isSafeInteger(size)
    ? { dimensions, variable, size, countsSlices }
    : undefined;
}
