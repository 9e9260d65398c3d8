import { LabIcon } from '@jupyterlab/ui-components';

/** Two orbits and a source: drawn with the theme's own icon colour. */
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="16">
  <g class="jp-icon3" fill="none" stroke="#616161" stroke-width="1.6">
    <ellipse class="jp-icon3" cx="12" cy="12" rx="10" ry="4.2" transform="rotate(-32 12 12)"/>
    <circle class="jp-icon3" cx="12" cy="12" r="9"/>
  </g>
  <circle class="jp-icon3" fill="#616161" cx="12" cy="12" r="2.4"/>
</svg>`;

export const discoverIcon = new LabIcon({
  name: 'jupyterlab-esap:discover',
  svgstr: SVG
});
