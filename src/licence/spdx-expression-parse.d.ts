declare module 'spdx-expression-parse' {
  /** One licence, or two expressions joined. */
  export type SpdxExpression =
    | { readonly license: string; readonly plus?: true; readonly exception?: string }
    | { readonly conjunction: 'and' | 'or'; readonly left: SpdxExpression; readonly right: SpdxExpression };
  /** @throws Error where the text is no SPDX expression */
  export default function parse(source: string): SpdxExpression;
}
