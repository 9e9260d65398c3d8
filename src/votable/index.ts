export { decode, type IDecodeOptions } from './decode';
export type {
  BreakReason,
  IBreak,
  IResource,
  Place,
  VOTableEvent
} from './event';
export type { Chunks } from './source';
export { looksLikeWebPage } from './webPage';
