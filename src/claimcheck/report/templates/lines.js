"use strict";
// A line in the margin joins the two places of an inconsistency; it runs on to the words when its card is open.
(() => {
  const space = "http://www.w3.org/2000/svg";
  const make = (name, attributes) => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  function place(id, zero) {
    let mark = document.getElementById(id);
    while (mark && mark.matches("span:empty") && mark.nextElementSibling) mark = mark.nextElementSibling; // one mark, several ids
    const box = mark && mark.getClientRects()[0];
    const text = mark && mark.closest(".text");
    if (!box || !text) return null;
    return { y: box.bottom - zero.top, x: box.left - zero.left, edge: text.getBoundingClientRect().left - zero.left };
  }

  function path(places, lane, whole) {
    const [first, last] = [places[0], places[places.length - 1]];
    const left = Math.min(first.edge, last.edge) - 6 - 5 * lane;
    const reach = (spot) => (whole ? spot.x : spot.edge - 3);
    let line = `M${reach(first)} ${first.y}H${left}V${last.y}H${reach(last)}`;
    for (const spot of places.slice(1, -1)) line += `M${left} ${spot.y}H${reach(spot)}`;
    return line;
  }

  function draw(story, active) {
    let svg = story.querySelector(":scope > svg.clash-lines");
    if (svg) svg.remove();
    const zero = story.getBoundingClientRect();
    const clashes = [...story.querySelectorAll(".card.clash")].filter((card) => !card.hidden);
    if (!clashes.length) return;
    svg = make("svg", { class: "clash-lines", width: zero.width, height: zero.height, "aria-hidden": "true" });
    const lanes = []; // where each lane is free again
    for (const card of clashes) {
      const places = card.dataset.places.trim().split(" ").filter(Boolean).map((id) => place(id, zero)).filter(Boolean);
      if (places.length < 2) continue;
      places.sort((a, b) => a.y - b.y);
      let lane = lanes.findIndex((free) => free < places[0].y - 2);
      if (lane < 0) lane = lanes.length;
      lanes[lane] = places[places.length - 1].y;
      const on = active.includes(card);
      svg.append(make("path", { class: on ? "on" : "", d: path(places, Math.min(lane, 3), on), "data-card": card.id }));
      for (const spot of places) svg.append(make("circle", { class: on ? "on" : "", cx: on ? spot.x : spot.edge - 3, cy: spot.y, r: on ? 3 : 1.8 }));
    }
    story.append(svg);
  }

  document.addEventListener("laid-out", (event) => {
    for (const story of document.querySelectorAll(".story")) draw(story, event.detail || []);
  });
})();
