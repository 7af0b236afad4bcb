/** Shows the rows that have every word of the filter. The filter is in the address, so that a link keeps it. */
export const PAGE_SCRIPT = `const filter = document.getElementById('filter');
const count = document.getElementById('count');
const rows = [...document.querySelectorAll('tbody tr')].map((row) => [row, row.textContent.toLowerCase()]);
function apply() {
  const words = filter.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const [row, text] of rows) {
    row.hidden = !words.every((word) => text.includes(word));
    if (!row.hidden) shown += 1;
  }
  for (const table of document.querySelectorAll('details')) table.hidden = !table.querySelector('tbody tr:not([hidden])');
  count.textContent = words.length > 0 ? shown + ' of ' + rows.length + ' rows' : '';
  history.replaceState(null, '', filter.value ? '#' + encodeURIComponent(filter.value) : location.pathname + location.search);
}
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== filter) {
    event.preventDefault();
    filter.focus();
  }
  if (event.key === 'Escape') {
    filter.value = '';
    apply();
  }
});
filter.addEventListener('input', apply);
filter.value = decodeURIComponent(location.hash.slice(1));
if (filter.value) apply();
`;
