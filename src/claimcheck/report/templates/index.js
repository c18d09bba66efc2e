"use strict";
// The index: a table of articles that sorts and searches; a page of rows at a time, so that ten thousand stay quick.
(() => {
  document.documentElement.classList.add("js");
  const VERDICTS = ["refuted", "undisclosed", "outdated", "nei", "supported"];
  const SIZE = 100, SPACE = "http://www.w3.org/2000/svg";
  const [HREF, TITLE, PATH, DATE, CLAIMS, FIRST, INCONSISTENT, , ERROR] = [0, 1, 2, 3, 4, 5, 10, 11, 12];
  const SUPPORTED = FIRST + 4;
  const rows = [];
  let view = [], sort = null, down = false, from = 0;

  const byId = (id) => document.getElementById(id);
  const problems = (row) => row[FIRST] + row[FIRST + 1] + row[FIRST + 2];
  const judged = (row) => problems(row) + row[SUPPORTED];
  const right = (row) => (judged(row) ? Math.floor((100 * row[SUPPORTED]) / judged(row)) : null);
  const KEYS = {
    title: (row) => (row[TITLE] || row[PATH]).toLowerCase(), published: (row) => row[DATE] || null, claims: (row) => row[CLAIMS],
    inconsistent: (row) => row[INCONSISTENT], right,
    ...Object.fromEntries(VERDICTS.map((name, i) => [name, (row) => row[FIRST + i]])),
  };
  const ONLY = { problems: (row) => problems(row) > 0, inconsistent: (row) => row[INCONSISTENT] > 0, unread: (row) => row[ERROR] !== null };

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function bar(row) {
    const svg = document.createElementNS(SPACE, "svg");
    for (const [key, value] of Object.entries({ class: "bar", viewBox: `0 0 ${row[CLAIMS]} 1`, preserveAspectRatio: "none", "aria-hidden": "true" })) svg.setAttribute(key, value);
    let x = 0;
    VERDICTS.forEach((name, i) => {
      const width = row[FIRST + i];
      if (!width) return;
      const rect = document.createElementNS(SPACE, "rect");
      for (const [key, value] of Object.entries({ class: name, x, y: 0, width, height: 1 })) rect.setAttribute(key, value);
      svg.append(rect);
      x += width;
    });
    return svg;
  }

  function line(row) {
    const link = element("a", "", row[TITLE] || row[PATH]);
    link.setAttribute("href", row[HREF]);
    const name = element("th", "", link);
    name.scope = "row";
    if (row[TITLE]) name.append(" ", element("span", "path", row[PATH]));
    if (row[ERROR] !== null) name.append(" ", element("span", "unreadable", "✘ not read"));
    const share = right(row);
    const number = (value, kind) => element("td", `number ${value ? kind : "none"}`, value ? String(value) : "·");
    return element("tr", "", name, element("td", "date", row[DATE] || ""), element("td", "number", String(row[CLAIMS])),
      ...VERDICTS.map((kind, i) => number(row[FIRST + i], kind)), number(row[INCONSISTENT], "clash"),
      element("td", "number", share === null ? "" : `${share}%`), element("td", "wide", row[CLAIMS] ? bar(row) : ""));
  }

  function show() {
    from = Math.max(0, Math.min(from, Math.floor((view.length - 1) / SIZE) * SIZE));
    const page = view.slice(from, from + SIZE);
    byId("rows").tBodies[0].replaceChildren(...page.map(line));
    const total = Number(byId("rows").dataset.total);
    const waiting = rows.length < total ? ` (${rows.length.toLocaleString("en")} loaded)` : "";
    byId("rows-found").textContent = view.length < total || waiting ? `${view.length.toLocaleString("en")} of ${total.toLocaleString("en")} articles${waiting}` : `${total.toLocaleString("en")} articles`;
    document.querySelector(".pages").hidden = view.length <= SIZE;
    byId("where").textContent = `${(from + 1).toLocaleString("en")}–${(from + page.length).toLocaleString("en")} of ${view.length.toLocaleString("en")}`;
    byId("before").disabled = from === 0;
    byId("after").disabled = from + SIZE >= view.length;
  }

  function choose(keep) {
    const words = byId("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    const only = ONLY[byId("only").value] || (() => true);
    view = rows.filter((row) => only(row) && words.every((word) => `${row[TITLE] || ""} ${row[PATH]} ${row[DATE] || ""}`.toLowerCase().includes(word)));
    if (sort) {
      const key = KEYS[sort], way = down ? -1 : 1;
      view = view.map((row, i) => [key(row), i, row]);
      // what is not known comes last, whichever way
      view.sort((a, b) => (a[0] === null) - (b[0] === null) || (a[0] < b[0] ? -way : a[0] > b[0] ? way : a[1] - b[1]));
      view = view.map((entry) => entry[2]);
    }
    if (!keep) from = 0;
    show();
  }

  function sortBy(name) {
    const words = name === "title" || name === "published";
    if (sort === name) down = !down;
    else [sort, down] = [name, !words && name !== "right"];
    for (const head of document.querySelectorAll("#rows th[data-sort]")) {
      if (head.dataset.sort === sort) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    choose();
  }

  function heads() {
    for (const head of document.querySelectorAll("#rows th[data-sort]")) {
      const button = element("button", "", ...head.childNodes);
      button.type = "button";
      button.addEventListener("click", () => { sortBy(head.dataset.sort); write(); });
      head.append(button);
    }
  }

  // The address of an index page of its own; in one file the address belongs to the articles.
  const own = () => document.body.classList.contains("indexed");
  function write() {
    if (!own()) return;
    const parts = [["q", byId("find").value.trim()], ["show", byId("only").value], ["sort", sort ? (down ? "-" : "") + sort : ""], ["from", from || ""]];
    const hash = parts.filter((part) => part[1] !== "").map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }
  function read() {
    if (!own()) return choose();
    const given = new URLSearchParams(location.hash.slice(1));
    byId("find").value = given.get("q") || "";
    byId("only").value = given.get("show") in ONLY ? given.get("show") : "";
    const name = given.get("sort") || "";
    sort = null;
    if (name.replace("-", "") in KEYS) { sortBy(name.replace("-", "")); if (down !== name.startsWith("-")) sortBy(sort); }
    from = Number(given.get("from")) || 0;
    choose(true);
  }

  function load(chunks) {
    if (!chunks.length) return;
    const script = document.createElement("script");
    script.src = chunks[0];
    script.onload = () => load(chunks.slice(1));
    script.onerror = () => { byId("rows-found").textContent = `${chunks[0]} is missing: keep the folder of the report together`; };
    document.head.append(script);
  }
  window.claimcheckRows = (start, list) => {
    rows.push(...list);
    if (start === 0) read();
    else choose(true);
  };

  function start() {
    heads();
    byId("find").addEventListener("input", () => { choose(); write(); });
    byId("only").addEventListener("change", () => { choose(); write(); });
    byId("before").addEventListener("click", () => { from -= SIZE; show(); write(); });
    byId("after").addEventListener("click", () => { from += SIZE; show(); write(); });
    addEventListener("hashchange", read);
    const data = byId("rows-data");
    if (data) window.claimcheckRows(0, JSON.parse(data.textContent));
    // the first rows are in the page already: paint them before more is read
    else requestAnimationFrame(() => setTimeout(() => load(byId("rows").dataset.chunks.split(" ").filter(Boolean)), 0));
  }
  document.addEventListener("DOMContentLoaded", start);
})();
