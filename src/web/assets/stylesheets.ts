/** The stylesheets of this folder, in the order they are joined into the one file pages load. */
export const stylesheets = [
  'base.css',
  'layout.css',
  'breadcrumb.css',
  'navigation.css',
  'page.css',
  'contents.css',
  'prose.css',
  'alert.css',
  'table.css',
  'code.css',
  'listing.css',
  'history.css',
  'diff.css',
  'translations.css',
  'error.css',
  'print.css',
] as const;
