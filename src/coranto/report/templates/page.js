"use strict";
(() => {
  const PAGE = 400;
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const events = JSON.parse(one("#data").textContent).map(([id, type, actors, holders, outlet]) => ({ id, type, actors, holders, outlet }));
  const byId = new Map(events.map((event, n) => [event.id, n]));
  const rows = all(".events tbody tr");
  const marks = all("[data-e]").map((node) => ({ node, list: node.dataset.e.split(" ").map(Number) }));
  const statements = all("#says li");
  const form = one(".filters");
  const panel = one("#panel");
  const inside = one("#panel .inside");
  let visible = new Set(events.keys());
  let room = PAGE;
  let opener = null;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = new Map();
  const textOf = (row) => {
    const n = Number(row.dataset.n);
    if (!texts.has(n)) {
      const card = document.getElementById(events[n].id);
      texts.set(n, fold(row.textContent + " " + (card ? card.textContent : "")));
    }
    return texts.get(n);
  };

  /* Filters: one set of events, shown alike in table, timeline, network and map. */
  const wanted = () => {
    const value = (name) => form.elements[name].value;
    return { type: value("type"), actor: value("actor"), holder: value("holder"), outlet: value("outlet"), words: fold(value("words")).split(/\s+/).filter(Boolean) };
  };
  const passes = (row, want) => {
    const event = events[row.dataset.n];
    return (!want.type || event.type === want.type)
      && (!want.actor || event.actors.includes(Number(want.actor)))
      && (!want.holder || event.holders.includes(Number(want.holder)))
      && (!want.outlet || event.outlet === Number(want.outlet))
      && want.words.every((word) => textOf(row).includes(word));
  };
  const filter = () => {
    if (!form) return;
    const want = wanted();
    visible = new Set(rows.filter((row) => passes(row, want)).map((row) => Number(row.dataset.n)));
    showRows();
    for (const { node, list } of marks) {
      const left = list.filter((n) => visible.has(n)).length;
      node.classList.toggle("out", left === 0);
      node.toggleAttribute("aria-hidden", left === 0);
      const count = one(".n", node);
      if (count) count.textContent = left || list.length;
    }
    for (const item of statements) {
      const holders = item.dataset.h.split(" ");
      item.hidden = Boolean((want.outlet && item.dataset.o !== want.outlet)
        || (want.holder && !holders.includes(want.holder))
        || !want.words.every((word) => fold(item.textContent).includes(word)));
    }
    for (const group of all(".speakers details")) group.hidden = all("li", group).every((item) => item.hidden);
    const grouped = (count) => count.toLocaleString("en");
    const of = visible.size === events.length ? "" : ` of ${grouped(events.length)}`;
    one("#count").textContent = `${grouped(visible.size)}${of} event${events.length === 1 ? "" : "s"}`;
    all("[data-roving]").forEach(settleFocus);
  };
  /* The filters stand in the address, so that what is chosen can be kept or passed on. */
  const NAMES = ["type", "actor", "holder", "outlet", "words"];
  const noteFilters = () => {
    const chosen = new URLSearchParams();
    for (const name of NAMES) if (form.elements[name].value) chosen.set(name, form.elements[name].value);
    history.replaceState(null, "", `#${chosen}`);
  };
  const readFilters = (hash) => {
    const chosen = new URLSearchParams(hash.slice(1));
    if (!form || !NAMES.some((name) => chosen.has(name))) return false;
    for (const name of NAMES) form.elements[name].value = chosen.get(name) || "";
    filter();
    return true;
  };
  const showRows = () => {
    let shown = 0;
    for (const row of rows) {
      const pass = visible.has(Number(row.dataset.n));
      row.hidden = !pass || shown >= room;
      shown += pass;
    }
    const more = one("#more");
    if (more) more.hidden = shown <= room;
    const none = one("#table .none");
    if (none) none.hidden = shown > 0;
  };

  /* The card of an event, or a list where a mark stands for several. */
  const show = (content, label, from) => {
    inside.replaceChildren(content);
    panel.setAttribute("aria-label", label);
    panel.hidden = false;
    panel.scrollTop = 0;
    if (from) opener = from;
    panel.focus({ preventScroll: true });
  };
  const close = () => {
    panel.hidden = true;
    all("tr.on").forEach((row) => row.classList.remove("on"));
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  };
  const openCard = (n, from) => {
    const card = document.getElementById(events[n].id);
    if (!card) return;
    const copy = card.cloneNode(true);
    copy.removeAttribute("id");
    all("tr.on").forEach((row) => row.classList.remove("on"));
    const row = rows.find((found) => Number(found.dataset.n) === n);
    if (row) row.classList.add("on");
    show(copy, "Chosen event", from);
  };
  const openList = (list, label, from) => {
    const box = document.createElement("div");
    box.className = "list";
    const head = document.createElement("p");
    head.className = "pp";
    head.textContent = label;
    const items = document.createElement("ul");
    for (const row of rows) {
      const n = Number(row.dataset.n);
      if (!list.includes(n) || !visible.has(n)) continue;
      const [date, who, what, whom] = row.cells;
      const item = document.createElement("li");
      item.className = what.className;
      item.append(...what.cloneNode(true).childNodes, ` — ${who.textContent} → ${whom.textContent}, ${date.textContent}`);
      items.append(item);
    }
    box.append(head, items);
    show(box, label, from);
  };
  const readInArticle = (id) => {
    const anchor = document.getElementById("w-" + id);
    if (!anchor) return;
    for (let node = anchor.closest("details"); node; node = node.parentElement.closest("details")) node.open = true;
    all(".here").forEach((node) => node.classList.remove("here"));
    let word = anchor.nextElementSibling;
    while (word && word.tagName === "I") word = word.nextElementSibling;
    if (word) {
      word.classList.add("here");
      word.scrollIntoView({ block: "center" });
      word.focus({ preventScroll: true });
    }
  };
  const follow = (hash, from) => {
    const id = hash.replace(/^#(event=)?/, "");
    if (readFilters(hash)) return true;
    if (byId.has(id)) openCard(byId.get(id), from);
    else if (id.startsWith("w-") && byId.has(id.slice(2))) readInArticle(id.slice(2));
    else if (document.getElementById(id) instanceof HTMLDetailsElement) document.getElementById(id).open = true;
    else return false;
    return true;
  };
  document.addEventListener("click", (click) => {
    const link = click.target.closest("a[href]");
    if (!link || click.metaKey || click.ctrlKey || click.shiftKey) return;
    const hash = link.getAttribute("href");
    if (!hash.startsWith("#")) return;
    if (link.dataset.e) {
      const list = link.dataset.e.split(" ").map(Number).filter((n) => visible.has(n));
      click.preventDefault();
      if (list.length === 1) openCard(list[0], link);
      else openList(list, one("title", link).textContent, link);
      return;
    }
    const id = hash.slice(1);
    if (byId.has(id) || id.startsWith("w-")) {
      click.preventDefault();
      history.replaceState(null, "", hash);
      follow(hash, panel.contains(link) ? null : link);
    } else follow(hash, link);
  });
  one(".close").addEventListener("click", close);
  window.addEventListener("hashchange", () => follow(location.hash, null));

  /* Keys: Escape closes; arrows walk marks and rows. */
  const settleFocus = (group) => {
    const links = all("a[data-e]", group).filter((link) => !link.classList.contains("out"));
    all("a[data-e]", group).forEach((link) => link.setAttribute("tabindex", "-1"));
    if (links.length) links[0].setAttribute("tabindex", "0");
  };
  const walk = (links, current, step) => {
    const next = links[links.indexOf(current) + step];
    if (!next) return;
    if (current.hasAttribute("tabindex")) {
      current.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
    }
    next.focus();
  };
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (key) => {
    if (key.key === "Escape" && !panel.hidden) return close();
    const step = STEPS[key.key];
    const link = key.target.closest ? key.target.closest("a") : null;
    if (!step || !link) return undefined;
    const group = link.closest("[data-roving]");
    if (group) {
      key.preventDefault();
      walk(all("a[data-e]", group).filter((found) => !found.classList.contains("out")), link, step);
    } else if (link.closest(".events") && (key.key === "ArrowDown" || key.key === "ArrowUp")) {
      key.preventDefault();
      walk(all(".events tbody tr:not([hidden]) a"), link, step);
    } else if (link.closest("#panel ul") && (key.key === "ArrowDown" || key.key === "ArrowUp")) {
      key.preventDefault();
      walk(all("#panel li a"), link, step);
    }
    return undefined;
  });

  if (form) {
    let timer = 0;
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => { room = PAGE; filter(); noteFilters(); }, 80); });
    form.addEventListener("reset", () => setTimeout(() => { room = PAGE; filter(); noteFilters(); }));
    form.addEventListener("submit", (sent) => sent.preventDefault());
    const more = one("#more");
    if (more) more.addEventListener("click", () => { room += PAGE; showRows(); });
  }
  for (const box of all(".marks input")) {
    box.addEventListener("change", () => {
      if (box.name === "furniture") all(".furn").forEach((found) => { found.open = box.checked; });
      else one("#articles").classList.toggle("no-" + box.name, !box.checked);
    });
  }
  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = all("details:not([open]):not(.furn)");
    folded.forEach((found) => { found.open = true; });
    rows.forEach((row) => { row.hidden = !visible.has(Number(row.dataset.n)); });
  });
  window.addEventListener("afterprint", () => {
    folded.forEach((found) => { found.open = false; });
    showRows();
  });
  filter();
  document.documentElement.classList.add("ready");
  if (location.hash) follow(location.hash, null);
})();
