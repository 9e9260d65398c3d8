import * as React from 'react';
import type { IPart } from './body';

/** Whose portal this is, with its help where the profile names any. */
export function Heading({ model, trans }: IPart): JSX.Element {
  const { site } = model.state;
  const profile = site.state === 'ready' ? site.value : undefined;
  const help = (profile?.look?.help ?? []).filter(({ url }) =>
    /^https?:\/\//.test(url)
  );
  return (
    <div className="jp-esap-Heading">
      {profile?.look?.logo && (
        <img className="jp-esap-Logo" src={profile.look.logo} alt="" />
      )}
      <h2>{profile?.name ?? trans.__('Discover')}</h2>
      {help.map(({ label, url }) => (
        <a
          key={url}
          className="jp-esap-Link"
          href={url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {label}
        </a>
      ))}
    </div>
  );
}
