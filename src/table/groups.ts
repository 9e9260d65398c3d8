/** A group of rows. */
export interface INode {
  readonly name: string;
  /** From 1. */
  readonly level: number;
  /** Its names from the outermost group on, as one text. */
  readonly path: string;
  /** In the order in which their first rows came. */
  readonly children: Map<string, INode>;
  /** Ids of all its rows. */
  readonly ids: number[];
  /** Words about it; made when it is first seen. */
  summary?: string;
}

/** Rows in groups, and the lines that are seen of them. */
export class Groups {
  /** Number of rows that were put in. */
  get rows(): number {
    return this._rows;
  }

  /** Number of lines: heads of groups, and rows of open ones. */
  get length(): number {
    return this._lines.length;
  }

  /** Puts a row into the group with these names, the outermost first. */
  put(id: number, names: readonly string[]): void {
    let among = this._roots;
    let path = '';
    names.forEach((name, depth) => {
      path += `\u0000${name}`;
      let node = among.get(name);
      if (!node) {
        node = { name, level: depth + 1, path, children: new Map(), ids: [] };
        among.set(name, node);
      }
      node.ids.push(id);
      node.summary = undefined;
      among = node.children;
    });
    this._rows++;
  }

  /** Lays out the lines, with the rows of closed groups left out. */
  flatten(closed: ReadonlySet<string>): void {
    this._nodes = [];
    const lines: number[] = [];
    const lay = (nodes: Map<string, INode>): void => {
      for (const node of nodes.values()) {
        // Heads are numbered below zero, rows are their ids.
        lines.push(-this._nodes.push(node));
        if (closed.has(node.path)) {
          continue;
        }
        // A single group within a group would only say the same again.
        if (node.children.size > 1 || hasGrandchildren(node)) {
          lay(node.children);
        } else {
          for (const id of node.ids) {
            lines.push(id);
          }
        }
      }
    };
    lay(this._roots);
    this._lines = Int32Array.from(lines);
  }

  /** The group that is headed on a line, where one is. */
  node(line: number): INode | undefined {
    const value = this._lines[line];
    return value < 0 ? this._nodes[-value - 1] : undefined;
  }

  /** The id of the row on a line. */
  id(line: number): number {
    return this._lines[line];
  }

  /** The line that heads the group which a line belongs to; -1 at the top. */
  parent(line: number): number {
    const level = this.node(line)?.level ?? Infinity;
    let above = line - 1;
    while (above >= 0 && (this.node(above)?.level ?? Infinity) >= level) {
      above--;
    }
    return above;
  }

  private readonly _roots = new Map<string, INode>();
  private _nodes: INode[] = [];
  private _lines = new Int32Array(0);
  private _rows = 0;
}

function hasGrandchildren(node: INode): boolean {
  return [...node.children.values()].some(child => child.children.size > 0);
}
