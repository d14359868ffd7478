/** The looks of a page: system fonts, light and dark, wide and narrow, and paper. Contrast is at least 4.5 to 1. */
export const stylesheet = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--yes:#116329;--no:#a40e26;--unsure:#7d4e00}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9ea7b3;--paper:#0d1117;--line:#3d444d;--yes:#56d364;--no:#ff8182;--unsure:#e3b341}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:68rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.8rem;line-height:1.2;margin:0}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
article+article{border-top:2px solid var(--line);margin-top:3rem;padding-top:2rem}
table{width:100%;border-collapse:collapse}
th,td{text-align:start;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line)}
thead th{white-space:nowrap}
tbody th{font-weight:600;min-width:11rem}
td a[href^="#"]{white-space:nowrap}
.points{white-space:nowrap}
.verdict{font-weight:600;white-space:nowrap}
.yes{color:var(--yes)}.no{color:var(--no)}.unsure{color:var(--unsure)}
.score{font-size:1.15rem;margin:.4rem 0}
.bar{display:flex;height:.8rem;border:1px solid var(--line);border-radius:.4rem;overflow:hidden}
.earned{background:var(--yes)}.open{background:repeating-linear-gradient(45deg,var(--unsure) 0 4px,transparent 4px 8px)}

.override{margin:.3rem 0 0;font-style:italic}
code{font-family:ui-monospace,monospace;font-size:.85em;color:var(--soft)}
.evidence{list-style:none;padding:0}.evidence li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.evidence li:target{outline:2px solid var(--unsure)}
footer{margin-top:2rem;color:var(--soft)}
a{color:inherit}
@media (max-width:42rem){thead{position:absolute;clip-path:inset(50%)}tr,th,td{display:block;border:0;padding:.15rem 0}tr{border-bottom:1px solid var(--line);padding:.6rem 0}}
@media print{main{max-width:none;padding:0}h2{break-after:avoid}tr,li{break-inside:avoid}article+article{break-before:page}.evidence a[href]::after{content:none}}
`;
