/** Fields of a row by their names in the service's own table; what a rule may name. */
export type Fields = ReadonlyMap<string, string>;

/** Why a rule gives no address for this row. */
export type NoAddress = 'missing-field' | 'leaves-prefix';

export type Address =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly code: NoAddress; readonly field?: string };

/**
 * The URL that a rule of the profile gives for a row: `{field}` becomes that
 * field's value as one encoded segment. A field that is empty, or that would
 * climb out of the rule's fixed beginning, gives none.
 */
export function addressOf(rule: string, fields: Fields): Address {
  let missing: string | undefined;
  let climbs = false;
  const url = rule.replace(/\{([A-Za-z0-9_]+)\}/g, (_, name: string) => {
    const value = fields.get(name)?.trim() ?? '';
    if (value === '') {
      missing ??= name;
    }
    climbs ||= /^\.+$/.test(value);
    return segment(value);
  });
  if (missing !== undefined) {
    return { ok: false, code: 'missing-field', field: missing };
  }
  return climbs ? { ok: false, code: 'leaves-prefix' } : { ok: true, url };
}

/** The part of a rule that no row can change: every redirect has to stay beneath it. */
export function prefixOf(rule: string): string {
  const first = rule.split('{')[0];
  return first.slice(0, first.lastIndexOf('/') + 1);
}

/** One path segment: what encodeURIComponent leaves of RFC 3986's sub-delimiters is encoded as well. */
export function segment(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
