import type { Datatype, IColumn } from '../columns';
import type { Attributes } from './tag';
import { shapeOf } from './shape';
import { ComplexWriter } from './writers/complex';
import { IntegerWriter } from './writers/integer';
import { ListWriter } from './writers/list';
import { LongWriter } from './writers/long';
import { RealWriter } from './writers/real';
import { StringsWriter } from './writers/strings';
import { TextWriter } from './writers/text';
import { TruthWriter } from './writers/truth';
import type { IItemWriter, ILoad, IWriter } from './writers/writer';

const DATATYPES: ReadonlySet<string> = new Set<Datatype>([
  'boolean',
  'bit',
  'unsignedByte',
  'short',
  'int',
  'long',
  'char',
  'unicodeChar',
  'float',
  'double',
  'floatComplex',
  'doubleComplex'
]);

/** What answers hold though no version of the standard has it. */
const NICKNAMES: ReadonlyMap<string, Datatype> = new Map<string, Datatype>([
  ['string', 'char'],
  ['unicodeString', 'unicodeChar'],
  ['int16', 'short'],
  ['int32', 'int'],
  ['int64', 'long'],
  ['float32', 'float'],
  ['float64', 'double'],
  ['unsignedShort', 'int'],
  ['unsignedInt', 'long']
]);

/** A FIELD: its column, and how its values are read. */
export interface IField {
  readonly column: IColumn;
  /** The null of VALUES. */
  readonly magic?: string;
  /** False where a value's size in BINARY can't be known. */
  readonly binary: boolean;
  /** What is odd about it. */
  readonly oddity?: string;
}

/** A FIELD from its attributes; DESCRIPTION and VALUES come later. */
export function fieldOf(attributes: Attributes): IField {
  const written = attributes.get('datatype') ?? 'char';
  const known = DATATYPES.has(written);
  const datatype = known
    ? (written as Datatype)
    : (NICKNAMES.get(written) ?? 'char');
  const arraysize = attributes.get('arraysize')?.trim() || undefined;
  const name = attributes.get('name') ?? attributes.get('ID') ?? '';
  const understood =
    arraysize === undefined || shapeOf(arraysize) !== undefined;
  const foreign = !known && !NICKNAMES.has(written);
  const width = Number(attributes.get('width'));
  return {
    column: {
      name,
      datatype,
      ...(known ? {} : { writtenDatatype: written }),
      // What nobody knows is text of any length.
      arraysize: foreign ? (arraysize ?? '*') : arraysize,
      id: attributes.get('ID'),
      unit: attributes.get('unit'),
      ucd: attributes.get('ucd'),
      utype: attributes.get('utype'),
      xtype: attributes.get('xtype'),
      ...(width > 0 ? { width } : {}),
      precision: attributes.get('precision')
    },
    binary: !foreign && understood && attributes.has('datatype'),
    oddity: !attributes.has('datatype')
      ? 'has no datatype'
      : foreign
        ? `has the unknown datatype “${written}”`
        : !understood
          ? `has the unreadable arraysize “${arraysize}”`
          : undefined
  };
}

/** A writer for the values of a field. `countsSlices`: see `IShape`. */
export function writerOf(
  { column, magic }: IField,
  load: ILoad,
  countsSlices: boolean
): IWriter {
  const { datatype, arraysize } = column;
  const shape =
    arraysize === undefined
      ? undefined
      : (shapeOf(arraysize, countsSlices) ?? shapeOf('*'));
  if (datatype === 'char' || datatype === 'unicodeChar') {
    const unit = datatype === 'char' ? 1 : 2;
    if (
      shape !== undefined &&
      shape.dimensions.length > (shape.variable ? 0 : 1)
    ) {
      return new StringsWriter(unit, shape, load);
    }
    const limit = Number(/^\d+/.exec(arraysize ?? '')?.[0] ?? Infinity);
    const length = shape?.variable ? 'counted' : (shape?.size ?? 1);
    return new TextWriter(unit, length, limit, load);
  }
  const items = itemsOf(datatype, magic);
  return shape === undefined ? items : new ListWriter(items, shape, load);
}

function itemsOf(
  datatype: Exclude<Datatype, 'char' | 'unicodeChar'>,
  magic: string | undefined
): IItemWriter {
  switch (datatype) {
    case 'boolean':
    case 'bit':
      return new TruthWriter(datatype === 'bit');
    case 'unsignedByte':
    case 'short':
    case 'int':
      return new IntegerWriter(datatype, magic);
    case 'long':
      return new LongWriter(magic);
    case 'float':
    case 'double':
      return new RealWriter(datatype === 'float', magic);
    case 'floatComplex':
    case 'doubleComplex':
      return new ComplexWriter(datatype === 'floatComplex');
  }
}
