/** Light or dark as the system is. */
export const PAGE_STYLE = `:root { color-scheme: light dark; --line: #d0d7de; --head: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --head: #151b23; } }
body { font: 14px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 110rem; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline; }
h1 { font-size: 1.5rem; margin: 0; }
input { font: inherit; padding: .25rem .5rem; width: 20rem; max-width: 100%; }
summary { cursor: pointer; font-size: 1.1rem; font-weight: 600; padding: .75rem 0 .25rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
th { background: var(--head); }
td { font-family: ui-monospace, monospace; font-size: 13px; overflow-wrap: break-word; }
:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
@media print { header label, #keys { display: none; } }
`;
