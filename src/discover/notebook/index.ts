export * from './chooser';
export * from './notebookChooser';
export * from './ownRoutes';
