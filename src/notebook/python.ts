/** A value that can stand in generated code. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Value[]
  | { readonly [key: string]: Value };

/**
 * A Python literal of a value, on one line, in ASCII.
 *
 * Everything that came from a service goes into generated code by this and by
 * nothing else: never as a name, a comment or the first character of a line.
 * Line breaks of every kind, quotes, backslashes and direction marks are
 * escaped, so what a person reads is what Python reads.
 */
export function pythonLiteral(value: Value): string {
  if (typeof value === 'string') {
    return text(value);
  }
  if (typeof value === 'number') {
    return number(value);
  }
  if (typeof value === 'boolean') {
    return value ? 'True' : 'False';
  }
  if (typeof value === 'bigint') {
    return value.toString();
  }
  if (value === null) {
    return 'None';
  }
  if (Array.isArray(value)) {
    return `[${value.map(pythonLiteral).join(', ')}]`;
  }
  const entries = Object.entries(value as { readonly [key: string]: Value });
  return `{${entries
    .map(([key, one]) => `${text(key)}: ${pythonLiteral(one)}`)
    .join(', ')}}`;
}

function number(value: number): string {
  if (Number.isNaN(value)) {
    return 'float("nan")';
  }
  if (!Number.isFinite(value)) {
    return value > 0 ? 'float("inf")' : 'float("-inf")';
  }
  if (Object.is(value, -0)) {
    return '-0.0';
  }
  return String(value);
}

function text(value: string): string {
  let out = '"';
  for (const character of value) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') {
      out += `\\${character}`;
    } else if (code >= 0x20 && code < 0x7f) {
      out += character;
    } else if (code <= 0xff) {
      out += `\\x${code.toString(16).padStart(2, '0')}`;
    } else if (code <= 0xffff) {
      out += `\\u${code.toString(16).padStart(4, '0')}`;
    } else {
      out += `\\U${code.toString(16).padStart(8, '0')}`;
    }
  }
  return `${out}"`;
}

/** One assignment; the name is ours, never a service's. */
export function pythonAssignment(name: string, value: Value): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw new Error(`not a Python name: ${name}`);
  }
  return `${name} = ${pythonLiteral(value)}`;
}
