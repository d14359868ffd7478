import type { KindReader } from '../seen.ts';
import { appShell } from './app-shell.ts';
import { captcha } from './captcha.ts';
import { catalogue } from './catalogue.ts';
import { data } from './data.ts';
import { empty } from './empty.ts';
import { error } from './error.ts';
import { licence } from './licence.ts';
import { listing } from './listing.ts';
import { login } from './login.ts';
import { paywall } from './paywall.ts';
import { record } from './record.ts';
import { robots } from './robots.ts';
import { searchForm } from './search-form.ts';
import { softNotFound } from './soft-404.ts';
import { termsGate } from './terms-gate.ts';

/**
 * The kinds in the order they are asked: walls before errors, since a refusing status often carries one; what a
 * catalogue or a file says of itself before what pages look like; what is least like anything else last.
 */
export const kinds: readonly KindReader[] = [
  robots,
  captcha,
  login,
  paywall,
  error,
  empty,
  record,
  catalogue,
  data,
  termsGate,
  softNotFound,
  listing,
  searchForm,
  licence,
  appShell,
];
