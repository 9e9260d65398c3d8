/** Elements whose content matters; what stands in any other is skipped. */
export const KNOWN: ReadonlySet<string> = new Set([
  'VOTABLE',
  'RESOURCE',
  'DEFINITIONS',
  'DESCRIPTION',
  'INFO',
  'PARAM',
  'GROUP',
  'TABLE',
  'FIELD',
  'VALUES',
  'DATA',
  'TABLEDATA',
  'BINARY',
  'BINARY2',
  'FITS',
  'PARQUET',
  'STREAM',
  'TR',
  'TD'
]);

/** Elements that hold rows, or what does. */
export const FRAME: ReadonlySet<string> = new Set([
  'VOTABLE',
  'RESOURCE',
  'TABLE',
  'DATA',
  'TABLEDATA',
  'BINARY',
  'BINARY2',
  'FITS',
  'PARQUET',
  'STREAM'
]);
