// The library's search, by the rule of copaper/library/search.py: every word must be found by
// its beginning, whole words and words of the statement itself count more, then the newest.
"use strict";

const MOST = 100;
const form = document.querySelector("#search form");
const list = document.getElementById("found");
const count = document.getElementById("count");
const whole = count.textContent;

function words(text) {
  const plain = text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) || [];
}

const prepared = FINDINGS.map((item) => ({
  item,
  own: new Set(words(item.text)),
  beside: new Set(words(item.more + " " + item.title)),
}));

function match(word, among, exact, begun) {
  if (among.has(word)) return exact;
  for (const other of among) if (other.startsWith(word)) return begun;
  return 0;
}

function score(wanted, entry) {
  let total = 0;
  for (const word of wanted) {
    const best = Math.max(match(word, entry.own, 4, 3), match(word, entry.beside, 2, 1));
    if (!best) return 0;
    total += best;
  }
  return total;
}

function show() {
  const { q, kind, community } = Object.fromEntries(new FormData(form));
  const wanted = words(q);
  const asked = wanted.length || kind || community;
  const found = !asked ? [] : prepared
    .filter(({ item }) => (!kind || item.kind === kind) && (!community || item.code === community))
    .map((entry) => ({ item: entry.item, score: score(wanted, entry) }))
    .filter((entry) => entry.score || !wanted.length)
    .sort((a, b) => b.score - a.score || (a.item.day < b.item.day ? 1 : a.item.day > b.item.day ? -1 : 0));
  count.textContent = !asked ? whole : found.length > MOST ? `${found.length} found, the first ${MOST} are shown.` : `${found.length} found.`;
  list.replaceChildren(...found.slice(0, MOST).map(({ item }) => {
    const line = document.createElement("li");
    const what = document.createElement("span");
    const link = document.createElement("a");
    const where = document.createElement("div");
    what.className = "kind";
    what.textContent = item.kind + " ";
    link.href = item.href;
    link.textContent = item.text;
    where.className = "note";
    where.textContent = `${item.community} · ${item.day} · ${item.title}`;
    line.append(what, link, where);
    return line;
  }));
  const address = asked ? "#" + new URLSearchParams({ q, kind, community }) : "#";
  if (location.hash !== address) history.replaceState(null, "", address);
}

// A search has an address, so that it can be sent to somebody.
const asked = new URLSearchParams(location.hash.slice(1));
for (const name of ["q", "kind", "community"]) if (asked.get(name)) form.elements[name].value = asked.get(name);
form.addEventListener("input", show);
form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
show();
