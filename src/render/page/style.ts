/**
 * The looks of the site: system fonts, light and dark, from 360 px up, and paper. Text has a contrast of at least 4.5 to 1. Answers are told apart by
 * a mark and a word before any colour; colours are blue, orange and a hatched grey, which people who see few colours tell apart.
 */
export const siteStyle = `:root{color-scheme:light dark;--ink:#1b1f24;--soft:#545c66;--paper:#fff;--tint:#f4f6f8;--line:#d3d9df;--link:#0b4f9e;--yes:#0b5cad;--no:#a3390b;--unsure:#5b5f66;
--n:#eceff2;--s0:#dbe9f6;--s1:#a9cde8;--s2:#64a3d1;--s3:#2878b5;--s4:#0b4a86;--on0:#1b1f24;--on1:#1b1f24;--on2:#10151b;--on3:#fff;--on4:#fff;--hatch:#1b1f24}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#a6b0bb;--paper:#12161b;--tint:#1b2129;--line:#39424d;--link:#8ec5ff;--yes:#7cc0ff;--no:#ff9d6c;--unsure:#b6bdc6;
--n:#222931;--s0:#173450;--s1:#1d5280;--s2:#2f7ab8;--s3:#6db1e6;--s4:#bfe0fa;--on0:#e6e9ed;--on1:#fff;--on2:#fff;--on3:#10151b;--on4:#10151b;--hatch:#e6e9ed}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,"Noto Sans","Noto Sans Arabic",sans-serif;overflow-wrap:break-word}
.wide{max-width:76rem;margin:0 auto;padding:0 1rem}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,input:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:1rem;top:-5rem;background:var(--ink);color:var(--paper);padding:.6rem 1rem;z-index:2}
.skip:focus{top:.5rem}
h1{font-size:1.75rem;line-height:1.2;margin:.25rem 0 .5rem;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
h1 .year,h1 .of{font-weight:400;color:var(--soft)}
h1 .of::before{content:"· "}
p{margin:.4rem 0;max-width:48rem}
ul,ol{padding-inline-start:1.3rem;margin:.4rem 0}
.banner{border-bottom:1px solid var(--line);background:var(--tint)}
.banner .wide{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem;padding-block:.5rem}
.banner ul,.year-links ul,.trail ol,.legend,.facts,.languages{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.15rem 1rem}
.home{font-weight:700;color:inherit;text-decoration:none;padding:.3rem 0}
.banner nav a,.languages a,.languages span{display:inline-block;padding:.3rem 0}
.banner nav a{color:inherit;text-decoration:none}.banner nav a:hover{text-decoration:underline}
.banner nav a[aria-current]{text-decoration:underline;text-decoration-thickness:2px}
.banner .languages{margin-inline-start:auto}
.search{position:relative;flex:1 1 11rem;max-width:18rem}.search[hidden]{display:none}
.search input,.filter input{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:.35rem;padding:.3rem .6rem;width:100%}
.search ul{position:absolute;z-index:3;inset-inline:0;top:100%;display:block;background:var(--paper);border:1px solid var(--line);box-shadow:0 .4rem 1rem #0003;max-height:20rem;overflow:auto}
.search ul:empty{display:none}.search li{padding:0}.search li a,.search li span{display:block;padding:.4rem .6rem}
.trail{font-size:.9rem;color:var(--soft);margin-top:.6rem}.trail li+li::before{content:"/";margin-inline-end:.6rem;color:var(--soft)}.trail ol{gap:.1rem .6rem}
.trail a{color:inherit}
main{padding-block-end:2rem}
.lead{margin-block:1rem}
.finding{font-size:1.15rem;max-width:54rem}
.year-links{margin:.1rem 0 .4rem}.year-links span[aria-current]{font-weight:700}
.year-links a,.year-links span{display:inline-block;padding:.15rem 0}
.score{font-size:1.1rem;margin:.2rem 0 .4rem}
.state{font-weight:600;white-space:nowrap}.state.yes{color:var(--yes)}.state.no{color:var(--ink)}
.note{color:var(--soft);font-size:.9rem}
.warning{border-inline-start:4px solid var(--no);padding:.4rem .8rem;background:var(--tint)}
.pictures{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem}
figure{margin:0}
.map,.tiles{display:block;width:100%;height:auto}
@media (min-width:62rem){.pictures{grid-template-columns:1.15fr 1fr;align-items:center}.pair{display:grid;grid-template-columns:1fr 1.3fr;gap:0 3rem;align-items:start}}
.map path,.map circle,.tiles rect{stroke:var(--paper);stroke-width:.6}
.map .none,.tiles .none,.key.none,td.none{fill:var(--n);background:var(--n)}
.map .none{stroke:var(--line)}
.map circle{stroke:var(--ink);stroke-width:1}
.map a:hover path,.map a:focus path,.tiles a:hover rect,.map a:hover circle{stroke:var(--ink);stroke-width:2}
.tiles text{font:600 12px system-ui,sans-serif;text-anchor:middle;pointer-events:none}
.hatching{stroke:var(--hatch);stroke-width:1.6;opacity:.55}
.map .hatch,.tiles .hatch{fill:url(#hatching);pointer-events:none}
.s0{fill:var(--s0);background:var(--s0);color:var(--on0)}.s1{fill:var(--s1);background:var(--s1);color:var(--on1)}.s2{fill:var(--s2);background:var(--s2);color:var(--on2)}.s3{fill:var(--s3);background:var(--s3);color:var(--on3)}.s4{fill:var(--s4);background:var(--s4);color:var(--on4)}
.on-s0{fill:var(--on0)}.on-s1{fill:var(--on1)}.on-s2{fill:var(--on2)}.on-s3{fill:var(--on3)}.on-s4{fill:var(--on4)}.on-none{fill:var(--soft)}
.legend{font-size:.9rem;margin-top:.6rem}
.key{display:inline-block;width:1.1rem;height:1.1rem;border:1px solid var(--line);vertical-align:-.2rem}
.hatched{background-image:repeating-linear-gradient(45deg,transparent 0 5px,color-mix(in srgb,var(--hatch) 45%,transparent) 5px 6px)}
.scroll{overflow-x:auto;margin:.5rem 0;position:relative}
table{border-collapse:collapse;width:100%}
table.narrow{width:auto;min-width:20rem;max-width:100%}
th,td{text-align:start;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
thead th{font-size:.9rem;color:var(--soft);font-weight:600;vertical-align:bottom}
tbody th{font-weight:500}
.number{text-align:end;white-space:nowrap;font-variant-numeric:tabular-nums}
thead th button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:inherit;text-decoration:underline dotted}
th.name{min-width:9rem}
td.long,.ranking .long{width:40%}
.figure{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}.upto{font-weight:400;color:var(--soft)}
.bar{display:block;width:100%;min-width:5rem;height:.8rem;margin-top:.3rem;border-radius:.2rem}
.bar.large{height:1rem;max-width:48rem;margin:.4rem 0}
.bar .all{fill:var(--n)}.bar .earned{fill:var(--s3)}.bar .maybe{fill:var(--s1);opacity:.65}
[dir=rtl] .bar,[dir=rtl] .strip{transform:scaleX(-1)}
.strip{display:block;width:100%;min-width:8rem;height:1rem;margin-top:.2rem}
.strip .yes{fill:var(--yes)}.strip .no{fill:var(--no)}.strip .unsure{fill:var(--line)}
.verdict{font-weight:600;white-space:nowrap}
.verdict .sign{display:inline-block;width:1.3rem;height:1.3rem;line-height:1.2rem;text-align:center;border:1.5px solid;border-radius:50%;font-size:.85rem}
.verdict.yes,.mark.yes{color:var(--yes)}.verdict.no,.mark.no{color:var(--no)}.verdict.unsure,.mark.unsure{color:var(--unsure)}
.marks{white-space:nowrap}
.mark{font-size:0}.mark::before{display:inline-block;min-width:1.25rem;text-align:center;font-size:1rem;line-height:1.5;font-weight:700}
.mark.yes::before{content:"✓";content:"✓"/""}.mark.no::before{content:"✗";content:"✗"/""}.mark.unsure::before{content:"?";content:"?"/""}
.turned{writing-mode:vertical-rl;transform:rotate(180deg);max-height:12rem;font-weight:600;color:inherit}
[dir=rtl] .turned{transform:none}
table.answers thead th,.matrix thead th{vertical-align:bottom}
table.answers td.mark{text-align:center}.stacked th.name{width:15rem}
.matrix{font-size:.9rem}.matrix td{text-align:center;padding:.3rem .35rem;border:1px solid var(--paper);direction:ltr;unicode-bidi:isolate;font-variant-numeric:tabular-nums;white-space:nowrap}.matrix td a{display:block;margin:-.3rem -.35rem;padding:.3rem .35rem;color:inherit;text-decoration:none}
.matrix td.number{padding:.3rem .5rem;text-align:end}
.matrix td a:hover{text-decoration:underline}.matrix td.open{font-weight:700;outline:2px solid currentColor;outline-offset:-3px}
.matrix tbody th{white-space:nowrap;position:sticky;inset-inline-start:0;background:var(--paper);padding:.2rem .4rem;max-width:14rem;overflow:hidden;text-overflow:ellipsis}
.matrix input{width:1.1rem;height:1.1rem;vertical-align:-.15rem;margin:.1rem .35rem}
.chosen:has(.only-ticked:checked) tbody tr:not(:has(input:checked)){display:none}
.filter{max-width:20rem;display:block;margin:.5rem 0}
@media (scripting:enabled){.filter-room{min-height:4.75rem;display:flow-root}.search[hidden]{display:block;visibility:hidden}}
.up{color:var(--yes);font-weight:600}.down{color:var(--no);font-weight:600}
.subject .score{margin-top:.3rem}
.cards{display:grid;grid-template-columns:minmax(0,1fr);gap:.75rem;margin-top:.75rem}
@media (min-width:52rem){.cards{grid-template-columns:repeat(3,minmax(0,1fr))}}
.card{border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;background:var(--tint);font-size:.95rem}
.card h2{margin:0 0 .4rem;font-size:1.05rem}.card ul,.card ol{padding-inline-start:0;list-style:none;margin:0}.card li{margin:.45rem 0}
.card p{margin:.15rem 0}.card .asked{font-weight:600}.more{font-size:.9rem}
.gain{white-space:nowrap;color:var(--yes);margin-inline-end:.25rem}
.cause{display:inline-block;border:1px solid var(--soft);border-radius:1rem;padding:0 .5rem;font-size:.85rem}
.change{white-space:nowrap}
.reason{color:var(--soft);font-size:.82rem}
code{font-family:ui-monospace,"Noto Sans Mono",monospace;font-size:.87em}
.cite{white-space:nowrap;font-size:.9rem}
.override{border-inline-start:3px solid var(--yes);padding-inline-start:.6rem;font-style:italic}
.where{font-size:.92rem;color:var(--soft)}.where q{color:var(--ink)}
mark{background:#ffe9a8;color:#1b1f24;padding:0 .1rem}
q{quotes:none;border-inline-start:3px solid var(--line);padding-inline-start:.5rem;display:inline-block;overflow-wrap:anywhere}
.evidence{list-style:none;padding:0}.evidence li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.evidence li:target,tr:target{outline:2px solid var(--link);outline-offset:2px}
.address,code,dd,p,li,h1,h2,blockquote{overflow-wrap:anywhere}
table.stacked th,table.stacked td{overflow-wrap:break-word}
.years{max-width:40rem}.years svg{direction:ltr;display:block;width:100%;height:auto}
.grid{stroke:var(--line)}.line{fill:none;stroke:var(--s3);stroke-width:3}.room{fill:var(--s1);opacity:.5}.dot{fill:var(--s3)}
.axis{font:13px system-ui,sans-serif;fill:var(--soft)}.value{font:600 14px system-ui,sans-serif;fill:var(--ink)}
dl.people,dl.values{display:grid;grid-template-columns:max-content 1fr;gap:.3rem 1rem}dl.people dt,dl.values dt{font-weight:600}dd{margin:0}
.facts{font-size:1.1rem}
.big{font-size:1.1rem}
details{margin:.4rem 0}summary{cursor:pointer;padding:.2rem 0}
blockquote{margin:.5rem 0;padding:.6rem 1rem;background:var(--tint);border-inline-start:4px solid var(--line)}
.colophon{border-top:1px solid var(--line);font-size:.9rem;color:var(--soft);padding-block:1rem}
.colophon a{color:inherit}
@media (max-width:44rem){h1{font-size:1.45rem}.finding{font-size:1.05rem}
table.stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table.stacked,.stacked tbody,.stacked tr,.stacked th,.stacked td{display:block;width:auto;border:0;padding:.12rem 0;text-align:start}.stacked tr{border-bottom:1px solid var(--line);padding:.6rem 0}
.stacked tbody th{font-weight:700}table.stacked th,table.stacked td{overflow-wrap:anywhere;min-width:0}
.ranking td.long,.ranking th.long{display:none}
dl.people{grid-template-columns:1fr}dl.people dd{margin-bottom:.4rem}}
@media print{.banner nav,.search,.skip,.languages,.filter,.year-links,.more{display:none}.wide{max-width:none}.scroll{overflow:visible}h2{break-after:avoid}tr,.card,figure{break-inside:avoid}a{color:inherit}:root{--paper:#fff;--ink:#000}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@media (forced-colors:active){.bar rect,.strip rect{forced-color-adjust:none}}
`;

/** The mark of the site: a bar that is partly full. */
export const siteIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4a86"/><rect x="6" y="18" width="5" height="8" fill="#fff"/><rect x="13.5" y="12" width="5" height="14" fill="#fff"/><rect x="21" y="6" width="5" height="20" fill="#a9cde8"/></svg>\n';
