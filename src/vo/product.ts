/** What an identifier says of a correlated data set. */
export interface IProduct {
  /** Tells products of one archive apart; equal for all sources in one. */
  readonly key: string;
  /** As a person calls it: `1`, or `1.2` where it has several parts. */
  readonly pass: string;
}

/**
 * The correlator pass in a publisher DID as the EVN archive writes them:
 * `ivo://jive.eu/~?<experiment>_<yymmdd>_<pass>_<part>_<source>_<MHz>MHz`.
 * Such an archive has one row for each source of a pass. Undefined for
 * identifiers of other archives.
 */
export function productOf(did: string): IProduct | undefined {
  const parts = /[?/]([^?/_]+_\d{6})_(\d+)_(\d+)_.*_[\d.]+MHz$/s.exec(did);
  if (!parts) {
    return undefined;
  }
  const [, run, pass, part] = parts;
  return {
    key: `${run}_${pass}_${part}`,
    pass: part === '1' ? pass : `${pass}.${part}`
  };
}
