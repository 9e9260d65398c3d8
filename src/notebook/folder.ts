import { sha256Hex } from './sha256';

const LONGEST = 80;

/**
 * A folder's or file's name from a field of a row: NFC, only letters, digits and
 * `._+-`, no leading dot, at most 80 characters. A name that had to be changed
 * gets six hexadecimal digits of the original's hash, so that two fields never
 * share a folder because both were mended to the same name.
 */
export function safeName(field: string): string {
  const plain = field.normalize('NFC');
  const mended = plain
    .replace(/[^A-Za-z0-9._+-]/g, '_')
    .replace(/^\.+/, dots => '_'.repeat(dots.length));
  if (mended === plain && mended.length <= LONGEST && mended !== '') {
    return mended;
  }
  const mark = `-${sha256Hex(plain).slice(0, 6)}`;
  return `${mended.slice(0, LONGEST - mark.length) || '_'}${mark}`;
}
