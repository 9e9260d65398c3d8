import type { Profile, Template } from '../../contract';
import type { ICopy } from '../../notebook/copies';
import type { IOffered } from '../../notebook/forge';
import { common, type IChosenRow } from './chosenRow';

/** A notebook that can be chosen. `key` tells it from all others of one choice. */
export type Offer = ICopyOffer | ILinkedOffer | IArchiveOffer | ITemplateOffer;

/** It is in the user's files already. */
export interface ICopyOffer {
  readonly kind: 'copy';
  readonly key: string;
  readonly name: string;
  readonly copy: ICopy;
}

/** The row, or the DataLink document of its data, has a link to it. */
export interface ILinkedOffer {
  readonly kind: 'linked';
  readonly key: string;
  readonly name: string;
  readonly url: string;
  readonly host: string;
  /** Id and label of the row's service, by which it is fetched. */
  readonly service: string;
  readonly label: string;
  /** In the archive's words. */
  readonly description: string;
  /** The profile says that notebooks of this service are to be offered. */
  readonly marked: boolean;
}

/** The archive keeps it for the experiment, by the profile's rule. */
export interface IArchiveOffer {
  readonly kind: 'archive';
  readonly key: string;
  readonly name: string;
  readonly offered: IOffered;
  readonly label: string;
  /** Where its text is, if that is not the forge's own host. */
  readonly host?: string;
}

/** One of ours, for data of this kind. */
export interface ITemplateOffer {
  readonly kind: 'template';
  readonly key: string;
  readonly name: string;
  readonly template: Template;
}

export function copyOffer(copy: ICopy): ICopyOffer {
  return { kind: 'copy', key: `copy ${copy.path}`, name: copy.name, copy };
}

export function archiveOffer(
  offered: IOffered,
  label: string,
  listing: string
): IArchiveOffer {
  const host = hostOf(offered.url);
  const { folder } = offered;
  const name = folder ? `${folder}/${offered.name}` : offered.name;
  return {
    kind: 'archive',
    key: `archive ${offered.service} ${name}`,
    name,
    offered,
    label,
    ...(host !== hostOf(listing) && { host })
  };
}

/** The template for several rows; for one row, where none fits its product. */
const GENERAL = 'rows';

/** The templates of the profile that fit the rows, else the general ones. */
export function templatesFor(
  { templates }: Profile,
  rows: readonly IChosenRow[]
): readonly ITemplateOffer[] {
  const type = common(rows, 'productType').toLowerCase();
  const fitting = templates.filter(({ products }) =>
    rows.length === 1 ? products.includes(type) : false
  );
  const general = templates.filter(
    ({ id, products }) => id === GENERAL || products.length === 0
  );
  return (fitting.length > 0 ? fitting : general).map(template => ({
    kind: 'template',
    key: `template ${template.id}`,
    name: template.label,
    template
  }));
}

/** The host of a URL, with its port where that is not the usual one; empty for what is no URL. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
