/**
 * The decoder's worker. What it reaches imports no package at all: under
 * module federation JupyterLab's packages and our own dependencies are not
 * there in a worker, and it fails at run time only.
 */
import { serve } from './serve';
import type { FromWorker, IPort, ToWorker } from './wire';

void serve(self as unknown as IPort<FromWorker, ToWorker>);
