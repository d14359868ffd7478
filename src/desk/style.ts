import { siteStyle } from '../report/index.ts';

/** The looks of the desk: those of the site, and what forms and places in the evidence need besides. */
export const deskStyle = `${siteStyle}
button{font:inherit;color:var(--paper);background:var(--link);border:1px solid var(--link);border-radius:.35rem;padding:.45rem .9rem;cursor:pointer;min-height:2.5rem}
button.quiet{color:var(--link);background:none}
button.plain{color:var(--link);background:none;border:0;padding:.3rem .2rem;text-decoration:underline;min-height:0}
button:focus-visible,textarea:focus-visible,main:focus-visible{outline:3px solid var(--link);outline-offset:2px}
main:focus{outline:0}
textarea,input[type=text],input[type=url]{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.35rem;padding:.45rem .6rem;width:100%;max-width:48rem;display:block}
input[type=radio],input[type=checkbox]{width:1.15rem;height:1.15rem;vertical-align:-.15rem;margin-inline-end:.3rem;accent-color:var(--link)}
label{display:inline-block;font-weight:600}
fieldset{border:1px solid var(--line);border-radius:.5rem;margin:.75rem 0;padding:.5rem .9rem;min-width:0;max-width:48rem}
legend{font-weight:600;padding:0 .3rem}
.choice{padding:.4rem 1.4rem .4rem 0;min-height:2.5rem}[dir=rtl] .choice{padding:.4rem 0 .4rem 1.4rem}
.candidate,.source{display:block;font-weight:400;padding:.35rem 0;overflow-wrap:anywhere}
kbd{font:600 .8rem ui-monospace,monospace;border:1px solid currentColor;border-radius:.25rem;padding:0 .3rem;white-space:nowrap}
.keyless kbd{display:none}.keyless .keys kbd{display:inline}
.act,.keys{border-top:1px solid var(--line);margin:0;padding:.35rem 0}.act summary,.keys summary{padding:.45rem 0;font-weight:600}
.notice{border-inline-start:4px solid var(--yes);padding:.4rem .8rem;background:var(--tint);margin-top:.75rem}
.warning[role=alert]{margin-top:.75rem;font-weight:600}
.places{padding-inline-start:1.2rem}.place{margin-bottom:1rem}.place blockquote{max-width:60rem;overflow-wrap:anywhere}
table.cells{width:auto;font-size:.92rem}table.cells th,table.cells td{border:1px solid var(--line);min-width:6rem;max-width:16rem;overflow-wrap:break-word}
.archived{border:1px solid var(--line);background:var(--tint);padding:.75rem 1rem;max-height:70vh;overflow:auto;overflow-wrap:anywhere}
.languages-form{display:flex;gap:.25rem .9rem;margin-inline-start:auto;align-items:center}
.person{font-size:.95rem}.steps{font-size:.92rem;color:var(--soft)}
.way{display:flex;gap:1.5rem;margin:1rem 0}.way a{padding:.45rem 0}
.end{margin-top:2rem;border-top:1px solid var(--line);padding-top:.75rem}
tr:has([data-row]:focus-visible){background:var(--tint)}
a[data-row]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.of-what{display:none}@media (max-width:44rem){.of-what{display:inline;font-weight:400;color:var(--soft);font-size:.9rem}}
`;
