"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const wide = matchMedia("(min-width: 72rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const gap = 10;
  const leads = new Map(); // card -> its mark
  let marks = [], cards = [], active = null;

  const byId = (id) => document.getElementById(id);
  const shown = (element) => element.getClientRects().length > 0;
  const cardsOf = (mark) => (mark.dataset.cards || "").split(" ").map(byId).filter((card) => card && card.matches(".card"));
  const markOf = (card) => leads.get(card);

  // Cards stand level with their marks; an active card keeps its level and the others make room.
  function layout() {
    for (const story of document.querySelectorAll(".story")) {
      const all = [...story.querySelectorAll(".cards .card")];
      if (!wide.matches) {
        for (const card of all) card.style.top = "";
        story.style.minHeight = "";
        continue;
      }
      place(story, all.filter(shown));
    }
  }

  function place(story, list) {
    const zero = story.getBoundingClientRect().top;
    const wanted = list.map((card) => {
      const mark = markOf(card) || card.closest(".row");
      return mark.getClientRects()[0].top - zero - 6;
    });
    const tall = list.map((card) => card.offsetHeight);
    const at = [];
    let low = 0;
    list.forEach((_, i) => { at[i] = Math.max(wanted[i], low); low = at[i] + tall[i] + gap; });
    const a = list.indexOf(active && active[0]);
    if (a >= 0) {
      at[a] = Math.max(0, wanted[a]);
      for (let i = a - 1; i >= 0; i--) at[i] = Math.min(at[i], at[i + 1] - tall[i] - gap);
      low = Math.max(0, at[0]);
      list.forEach((_, i) => {
        at[i] = Math.max(i > a ? wanted[i] : at[i], low);
        low = at[i] + tall[i] + gap;
      });
    }
    list.forEach((card, i) => { card.style.top = `${at[i]}px`; });
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
  }

  function open(list, { scroll = null, address = true } = {}) {
    close();
    if (!list.length) return layout();
    active = list;
    for (const card of list) {
      card.classList.add("active");
      const more = card.querySelector("details");
      if (more) more.open = true;
    }
    const mark = markOf(list[0]);
    if (mark) mark.classList.add("active");
    layout();
    if (scroll) scroll.scrollIntoView({ block: wide.matches ? "center" : "nearest", behavior: calm.matches ? "auto" : "smooth" });
    if (address) history.replaceState(null, "", `#${list[0].id}`);
  }

  function step(by) {
    const list = marks.filter((mark) => !mark.classList.contains("off") && cardsOf(mark).length && shown(mark));
    if (!list.length) return;
    const now = active ? list.indexOf(markOf(active[0])) : -1;
    const next = list[now < 0 ? (by > 0 ? 0 : list.length - 1) : (now + by + list.length) % list.length];
    next.focus({ preventScroll: true });
    open(cardsOf(next), { scroll: next });
  }

  function filter() {
    for (const box of document.querySelectorAll(".filters input")) root.classList.toggle(`no-${box.value}`, !box.checked);
    for (const mark of marks) {
      const kinds = mark.dataset.kinds.split(" ");
      mark.classList.toggle("off", kinds.every((kind) => root.classList.contains(`no-${kind}`)));
    }
    layout();
  }

  function follow() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches(".card")) open([target], { scroll: markOf(target) || target, address: false });
    const folded = target.closest("details");
    if (folded) folded.open = true;
  }

  function clicked(event) {
    const link = event.target.closest("a[href^='#']");
    const mark = event.target.closest("a.mark");
    if (mark && cardsOf(mark).length) {
      event.preventDefault();
      const list = cardsOf(mark).filter((card) => !root.classList.contains(`no-${card.dataset.kind}`));
      open(list.length ? list : cardsOf(mark));
      if (list.length) list[0].focus({ preventScroll: wide.matches });
      return;
    }
    const card = event.target.closest(".card");
    if (card && !(active && active.includes(card)) && !event.target.closest("a, summary")) open([card]);
    if (link && link.matches(".quote")) {
      const place = byId(link.hash.slice(1));
      if (place) setTimeout(() => (place.closest("a.mark") || place).focus({ preventScroll: true }));
    }
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape" && active) {
      const mark = markOf(active[0]);
      close();
      layout();
      if (mark) mark.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  }

  function hovered(event) {
    const card = event.target.closest && event.target.closest(".card");
    for (const mark of marks) mark.classList.toggle("near", Boolean(card) && cardsOf(mark).includes(card));
  }

  document.addEventListener("DOMContentLoaded", () => {
    marks = [...document.querySelectorAll("a.mark")];
    cards = [...document.querySelectorAll(".card")];
    for (const mark of marks) for (const card of cardsOf(mark)) leads.set(card, mark);
    document.addEventListener("click", clicked);
    document.addEventListener("keydown", pressed);
    document.addEventListener("mouseover", hovered);
    document.addEventListener("toggle", layout, true);
    document.querySelector(".filters").addEventListener("change", filter);
    addEventListener("resize", layout);
    addEventListener("hashchange", follow);
    wide.addEventListener("change", layout);
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = cards.filter((card) => !card.matches(".supported")).map((card) => card.querySelector("details")).filter((more) => more && !more.open);
      for (const more of opened) more.open = true;
    });
    addEventListener("afterprint", () => { for (const more of opened) more.open = false; });
    filter();
    follow();
    requestAnimationFrame(() => root.classList.add("ready"));
  });
})();
