import { FailureError } from '../remote';
import { askText } from './askText';
import type { IResolver, ITarget } from './resolver';
import type { IClient, ISearchable } from './service';
import { elements, type IElement, readXml, textIn } from './xml';

/** What SIMBAD, NED and VizieR say, all of them: a name may mean several things. */
const DATABASES = 'A';

/**
 * CDS' name resolver (https://cds.unistra.fr/doc/sesame.htx). The service's URL
 * is that of its program, `…/cgi-bin/nph-sesame`.
 */
export function sesame(
  client: IClient,
  service: Pick<ISearchable, 'id' | 'label' | 'url'>
): IResolver {
  return {
    label: service.label,
    resolve: async (name, signal) => {
      const url = `${service.url.replace(/[/?]+$/, '')}/-oxp/${DATABASES}?${encodeURIComponent(name)}`;
      const text = await askText(client, service, { url }, signal);
      return readSesame(text, service.label);
    }
  };
}

/**
 * The places in an answer of Sesame in XML (schema sesame_4x.xsd): a Target for
 * the name, in it a Resolver for each data base that knows it. A Resolver
 * without a position knows the object and not where it is.
 */
export function readSesame(text: string, through: string): readonly ITarget[] {
  const root = readXml(text);
  if (!/^sesame$/i.test(root.name)) {
    throw new FailureError({
      code: 'unreadable',
      words: `It begins with ${root.name}, not with Sesame`
    });
  }
  return [...elements(root, 'Resolver')].flatMap(one => {
    const target = targetOf(one, through);
    return target ? [target] : [];
  });
}

function targetOf(resolver: IElement, through: string): ITarget | undefined {
  const ra = Number(textIn(resolver, 'jradeg') ?? NaN);
  const dec = Number(textIn(resolver, 'jdedeg') ?? NaN);
  if (!(Math.abs(dec) <= 90) || !(ra >= 0 && ra <= 360)) {
    return undefined;
  }
  // `S=Simbad (CDS, via client/server)`, `N=NED`, `V=VizieR (local)`.
  const by = (resolver.attributes.get('name') ?? '')
    .replace(/^\w+=/, '')
    .replace(/\s*\(.*$/s, '');
  const type = textIn(resolver, 'otype');
  const moving = /IMCCE|miriade|solar system/i.test(
    [...elements(resolver, 'INFO'), ...elements(resolver, 'Resolver')]
      .map(one => `${one.text} ${one.attributes.get('name') ?? ''}`)
      .join(' ')
  );
  return {
    name: (textIn(resolver, 'oname') ?? '')
      .replace(/\s+/g, ' ')
      .replace(/^NAME /, ''),
    ra: ra % 360,
    dec,
    by: by || through,
    through,
    ...(type && { type }),
    ...(moving && { moving })
  };
}
