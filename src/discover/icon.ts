import { LabIcon } from '@jupyterlab/ui-components';

/** A source, the circle that is searched, and an orbit: filled shapes, so that the theme colours them. */
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="16">
  <g class="jp-icon3" fill="#616161" fill-rule="evenodd">
    <path d="M12 3.5a8.5 8.5 0 1 0 .001 0zM12 5a7 7 0 1 1-.001 0z"/>
    <path transform="rotate(-32 12 12)" d="M12 7.6c6.2 0 11.2 2 11.2 4.4s-5 4.4-11.2 4.4S.8 14.4.8 12 5.800 7.600 12 7.600zM12 9c-5.400 0-9.700 1.300-9.700 3s4.300 3 9.700 3 9.700-1.300 9.700-3-4.300-3-9.700-3z"/>
    <circle cx="12" cy="12" r="2.200"/>
  </g>
</svg>`;

export const discoverIcon = new LabIcon({
  name: 'jupyterlab-esap:discover',
  svgstr: SVG
});
