import type { IResource, Place, VOTableEvent } from './event';
import type { Attributes } from './tag';
import { Utf8Text } from './utf8';

/** INFO and PARAM elements, with the RESOURCE, GROUP and DEFINITIONS around them. */
export class Remarks {
  constructor(private readonly _emit: (event: VOTableEvent) => void) {}

  /** Inside of DEFINITIONS. */
  definitions = false;
  /** Content of the element at hand. */
  readonly text = new Utf8Text();

  /** The innermost RESOURCE. */
  get resource(): IResource | undefined {
    return this._resources[this._resources.length - 1];
  }

  openResource(attributes: Attributes): void {
    this._resources.push({
      index: this._count++,
      type: attributes.get('type'),
      name: attributes.get('name'),
      id: attributes.get('ID'),
      utype: attributes.get('utype')
    });
  }

  closeResource(): void {
    this._resources.pop();
  }

  openGroup(attributes: Attributes): void {
    this._groups.push(attributes.get('name') ?? '');
  }

  closeGroup(): void {
    this._groups.pop();
  }

  open(kind: 'info' | 'param', attributes: Attributes, inTable: boolean): void {
    this._kind = kind;
    this._attributes = attributes;
    this._place = inTable
      ? 'table'
      : this.resource !== undefined
        ? 'resource'
        : this.definitions
          ? 'definitions'
          : 'votable';
    this.text.take();
  }

  close(): void {
    const attributes = this._attributes;
    if (attributes === null) {
      return;
    }
    this._attributes = null;
    this._emit({
      kind: this._kind,
      name: attributes.get('name') ?? '',
      id: attributes.get('ID'),
      value: attributes.get('value') ?? '',
      text: this.text.take().trim(),
      place: this._place,
      resource: this.resource,
      ref: attributes.get('ref'),
      ucd: attributes.get('ucd'),
      utype: attributes.get('utype'),
      group: this._groups[this._groups.length - 1]
    });
  }

  private readonly _resources: IResource[] = [];
  private _count = 0;
  private readonly _groups: string[] = [];
  private _kind: 'info' | 'param' = 'info';
  private _attributes: Attributes | null = null;
  private _place: Place = 'votable';
}
