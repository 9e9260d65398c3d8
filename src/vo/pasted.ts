/**
 * Positions as other programs print them, with what stands around the numbers
 * taken away: astropy's SkyCoord in a notebook, a line of SIMBAD's page.
 */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^<SkyCoord \((\w+)[^)]*\): \([^)]*\) in deg ?\(?([^()>]*)\)?>?$/i, '$1 $2'],
  [/^(\w+) coord\.? ?\(ep=[^)]*\) ?: ?([-+.:\d ]+)(?:\D.*)?$/i, '$1 $2']
];

/** The frame and the two numbers of a pasted text; others as they are. */
export function unwrapped(text: string): string {
  return FORMS.reduce((plain, [form, kept]) => plain.replace(form, kept), text);
}
