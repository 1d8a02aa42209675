/**
 * A language as `lang` and `Intl` take it: `fr`, `pt-BR`, `zh-Hant-TW` (the `langtag` of BCP 47, RFC 5646, section 2.1,
 * without its extensions).
 */
export const LANGUAGE_TAG =
  /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z\d]{5,8}|\d[A-Za-z\d]{3}))*$/;
