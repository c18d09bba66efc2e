"use strict";
// The article page: cards open by click, tap, j and k; filters and the open card stand in the address.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const wide = matchMedia("(min-width: 72rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const gap = 10;
  const problem = ".refuted, .undisclosed, .outdated, .clash";
  const leads = new Map(); // card -> its first mark
  let marks = [], cards = [], active = null, opener = null, state = { target: "", verdict: null, attribute: "", model: "", q: "" };

  const byId = (id) => document.getElementById(id);
  const shown = (element) => element.getClientRects().length > 0;
  const cardsOf = (mark) => (mark.dataset.cards || "").split(" ").map(byId).filter((card) => card && card.matches(".card"));
  const markAt = (target) => {
    while (target.matches("span[id]:empty") && target.nextElementSibling) target = target.nextElementSibling; // one mark, several ids
    return target.closest("a.mark") || target;
  };
  const markOf = (card) => leads.get(card);

  // Cards stand level with their marks; the open ones stand level with the words that opened them and the others make room.
  function layout() {
    for (const story of document.querySelectorAll(".story")) {
      const all = [...story.querySelectorAll(".cards .card")];
      if (wide.matches) place(story, all.filter(shown));
      else {
        for (const card of all) { card.style.top = ""; card.classList.remove("waits"); }
        story.style.minHeight = "";
      }
    }
    document.dispatchEvent(new CustomEvent("laid-out", { detail: active }));
  }

  function place(story, list) {
    const zero = story.getBoundingClientRect().top;
    const wanted = list.map((card) => {
      const mark = (active && active.includes(card) && opener) || markOf(card) || card.closest(".row");
      return (mark.getClientRects()[0] || card.closest(".row").getBoundingClientRect()).top - zero - 6;
    });
    const rank = (i) => (active && active.includes(list[i]) ? active.indexOf(list[i]) - list.length : i);
    const order = list.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b] || rank(a) - rank(b));
    list = order.map((i) => list[i]);
    const want = order.map((i) => wanted[i]);
    const tall = list.map((card) => card.offsetHeight);
    const at = [];
    let low = 0;
    list.forEach((_, i) => { at[i] = Math.max(want[i], low); low = at[i] + tall[i] + gap; });
    const a = list.indexOf(active && active[0]);
    if (a >= 0) {
      at[a] = Math.max(0, want[a]);
      for (let i = a - 1; i >= 0; i--) at[i] = Math.min(at[i], at[i + 1] - tall[i] - gap);
      low = at[a];
      for (let i = a; i < list.length; i++) {
        at[i] = Math.max(i > a ? want[i] : low, low);
        low = at[i] + tall[i] + gap;
      }
    }
    list.forEach((card, i) => {
      card.style.top = `${at[i]}px`;
      card.classList.toggle("waits", at[i] < 0); // no room above the open one: unseen until it closes
    });
    story.style.minHeight = list.length ? `${low}px` : "";
  }

  function close() {
    if (!active) return;
    for (const card of active) {
      card.classList.remove("active");
      const more = card.querySelector("details");
      if (more) more.open = false;
    }
    for (const mark of marks) mark.classList.remove("active");
    active = null;
    state.target = "";
  }

  // Words and card are to be seen together: a card that stands below its words, for want of room, counts too.
  function reveal(words, card, behavior) {
    if (!wide.matches || !card.style.top) {
      words.scrollIntoView({ block: "center", behavior });
      return;
    }
    const box = words.getBoundingClientRect(), room = innerHeight, edge = Math.min(96, room / 8);
    const top = card.closest(".story").getBoundingClientRect().top + parseFloat(card.style.top); // where it will be
    const high = Math.min(box.top, top), low = Math.max(box.bottom, top + card.offsetHeight);
    const place = low - high > room - 2 * edge ? edge : (room - low + high) / 2;
    scrollTo({ top: scrollY + high - place, behavior });
  }

  function open(list, { scroll = null, address = true, how = "", by = null } = {}) {
    close();
    if (!list.length) return layout();
    active = list;
    opener = by || markOf(list[0]) || null;
    for (const card of list) {
      card.classList.add("active");
      const more = card.querySelector("details");
      if (more) more.open = true;
    }
    for (const mark of marks) mark.classList.toggle("active", cardsOf(mark).includes(list[0]));
    layout();
    if (scroll) reveal(scroll, list[0], how || (calm.matches ? "instant" : "smooth"));
    state.target = list[0].id;
    if (address) write();
    const said = byId("said");
    if (said) said.textContent = list.map((card) => [...card.querySelectorAll(":scope > p")].map((p) => p.textContent.trim()).join(". ")).join(". ");
  }

  function step(by, only = ".card") {
    const list = marks.filter((mark) => !mark.classList.contains("off") && cardsOf(mark).some((card) => card.matches(only)) && shown(mark));
    if (!list.length) return;
    const next = beyond(list, active && markOf(active[0]), by);
    next.focus({ preventScroll: true });
    open(cardsOf(next).filter((card) => !card.hidden), { scroll: next, by: next });
  }

  // The mark after (or before) the one that is open, which need not be in the list itself; round at the ends.
  function beyond(list, from, by) {
    const follows = (mark) => !from || Boolean(from.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (by > 0) return list.find((mark) => mark !== from && follows(mark)) || list[0];
    const before = list.filter((mark) => mark !== from && (!from || !follows(mark)));
    return before.pop() || list[list.length - 1];
  }

  // Filters: what does not pass is hidden beside the text, and its mark is only text.
  function passes(card) {
    const { kind, attribute, model } = card.dataset;
    if (state.verdict && !state.verdict.includes(kind)) return false;
    if (state.attribute && attribute !== state.attribute) return false;
    if (state.model && model !== state.model) return false;
    const mark = markOf(card);
    const words = `${card.textContent} ${mark ? mark.closest(".text").textContent : ""}`;
    return !state.q || words.toLowerCase().includes(state.q.toLowerCase());
  }

  function filter() {
    let count = 0, all = 0;
    for (const card of cards) {
      card.hidden = !passes(card);
      if (!("attribute" in card.dataset)) continue; // an inconsistency is no claim
      all += 1;
      count += !card.hidden;
    }
    for (const item of document.querySelectorAll("li[data-card]")) item.hidden = byId(item.dataset.card).hidden;
    for (const mark of marks) mark.classList.toggle("off", cardsOf(mark).every((card) => card.hidden));
    if (active && active.every((card) => card.hidden)) close();
    const found = byId("found");
    if (found) found.textContent = count < all ? `${count} of ${all} claims shown` : "";
    if (byId("clear")) byId("clear").hidden = !(state.verdict || state.attribute || state.model || state.q);
    layout();
  }

  // The address: #a1-c3&verdict=refuted,outdated&attribute=input price&model=GPT-4o&q=words
  function write() {
    const parts = [state.target];
    if (state.verdict) parts.push(`verdict=${state.verdict.join(",")}`);
    for (const name of ["attribute", "model", "q"]) if (state[name]) parts.push(`${name}=${encodeURIComponent(state[name])}`);
    const hash = parts.join("&").replace(/^&/, "");
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }

  function read() {
    const next = { target: "", verdict: null, attribute: "", model: "", q: "" };
    for (const part of location.hash.slice(1).split("&")) {
      const cut = part.indexOf("=");
      let value = part.slice(cut + 1);
      try { value = decodeURIComponent(value); } catch { /* shown as it is */ }
      if (cut < 0) next.target = value;
      else if (part.slice(0, cut) === "verdict") next.verdict = value.split(",");
      else if (part.slice(0, cut) in next) next[part.slice(0, cut)] = value;
    }
    return next;
  }

  function follow() {
    state = read();
    const target = state.target && byId(state.target);
    for (const box of document.querySelectorAll(".filters input")) box.checked = !state.verdict || state.verdict.includes(box.value);
    for (const [id, name] of [["by-attribute", "attribute"], ["by-model", "model"], ["by-text", "q"]]) {
      const field = byId(id);
      if (!field) continue;
      field.value = state[name];
      if (field.value !== state[name]) { state[name] = ""; field.value = ""; }
    }
    filter();
    if (!target) return;
    if (target.matches(".card")) {
      open([target], { scroll: markOf(target) || target, address: false, how: "instant" });
      return;
    }
    const folded = target.closest("details");
    if (folded) folded.open = true;
    const mark = markAt(target);
    mark.scrollIntoView({ block: mark.matches(".story") ? "start" : "center" });
    mark.focus({ preventScroll: true });
  }

  function chosen() {
    const boxes = [...document.querySelectorAll(".filters input:not(:disabled)")];
    const on = boxes.filter((box) => box.checked).map((box) => box.value);
    state.verdict = on.length < boxes.length ? on : null;
    if (byId("by-text")) Object.assign(state, { attribute: byId("by-attribute").value, model: byId("by-model").value, q: byId("by-text").value.trim() });
    filter();
    write();
  }

  function clear() {
    for (const box of document.querySelectorAll(".filters input:not(:disabled)")) box.checked = true;
    for (const id of ["by-attribute", "by-model", "by-text"]) byId(id).value = "";
    chosen();
    byId("by-text").focus();
  }

  function clicked(event) {
    const link = event.target.closest("a[href^='#']");
    if (link && link.matches(".mark")) {
      event.preventDefault();
      const list = cardsOf(link).filter((card) => !card.hidden);
      if (active && active[0] === list[0]) { close(); write(); layout(); } else {
        open(list, { scroll: wide.matches ? null : list[0], by: link });
        const top = list[0].closest(".story").getBoundingClientRect().top + parseFloat(list[0].style.top);
        if (wide.matches && (top < 0 || top > innerHeight - 120)) reveal(link, list[0], calm.matches ? "instant" : "smooth");
      }
      return;
    }
    if (link) {
      const target = byId(link.getAttribute("href").slice(1));
      if (!target) return;
      event.preventDefault();
      if (target.matches(".card")) open([target], { scroll: markOf(target) || target });
      else {
        const mark = markAt(target);
        const folded = mark.closest("details");
        if (folded) folded.open = true;
        mark.scrollIntoView({ block: mark.matches(".story") ? "start" : "center", behavior: calm.matches ? "auto" : "smooth" });
        if (!mark.matches("a")) mark.tabIndex = -1;
        mark.focus({ preventScroll: true });
        if (mark.matches(".story")) { state.target = mark.id; write(); }
      }
      return;
    }
    const card = event.target.closest(".card");
    if (card && !card.classList.contains("active") && !event.target.closest("a, summary")) open([card]);
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      if (!active) return;
      const mark = markOf(active[0]);
      close();
      write();
      layout();
      if (mark) mark.focus({ preventScroll: true });
      event.preventDefault();
      return;
    }
    if (!byId("keys").checked || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "n") step(1, problem);
    else if (event.key === "p") step(-1, problem);
    else if (event.key === "/" && byId("by-text")) byId("by-text").focus();
    else return;
    event.preventDefault();
  }

  function hovered(event) {
    const card = event.target.closest && event.target.closest(".card");
    for (const mark of marks) mark.classList.toggle("near", Boolean(card) && cardsOf(mark).includes(card));
  }

  function prints() {
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = cards.filter((card) => !card.matches(".supported")).map((card) => card.querySelector("details")).filter((more) => more && !more.open);
      for (const more of opened) more.open = true;
    });
    addEventListener("afterprint", () => { for (const more of opened) more.open = false; });
  }

  function start() {
    marks = [...document.querySelectorAll("a.mark")];
    cards = [...document.querySelectorAll(".card")];
    for (const mark of marks) for (const card of cardsOf(mark)) if (!leads.has(card)) leads.set(card, mark);
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    document.addEventListener("mouseover", hovered);
    document.addEventListener("toggle", layout, true);
    for (const tools of document.querySelectorAll(".tools")) {
      tools.addEventListener("change", chosen);
      tools.addEventListener("input", chosen);
    }
    if (byId("clear")) byId("clear").addEventListener("click", clear);
    addEventListener("resize", layout);
    addEventListener("hashchange", follow);
    wide.addEventListener("change", layout);
    prints();
    if (!wide.matches) for (const table of document.querySelectorAll(".by-attribute")) table.open = false;
    follow();
    // the browser goes to the card that the address names, when all is loaded; its words are what is to be seen
    const settle = () => requestAnimationFrame(() => {
      if (active && markOf(active[0])) reveal(markOf(active[0]), active[0], "instant");
      requestAnimationFrame(() => root.classList.add("ready"));
    });
    if (document.readyState === "complete") settle();
    else addEventListener("load", settle, { once: true });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
