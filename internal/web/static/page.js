// What the pages gain with a script: sources open beside the findings, and
// keys. Everything here can be done without it, through links.
(() => {
  "use strict";
  const beside = document.getElementById("beside");
  const rest = beside && beside.querySelector(".contents");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const glide = () => (still.matches ? "auto" : "smooth");
  const findings = document.querySelector(".findings");
  let chips = [];
  let at = -1;
  let card = -1;
  let asked = 0;

  const isSource = (a) => a && a.pathname.includes("/article/") && a.search.includes("t=");
  const sources = () => [...findings.querySelectorAll("a.chip, a.cell")].filter((a) => isSource(a) && a.offsetParent);

  // The letter of the report that a link leads to.
  function letterOf(a) {
    const own = a.querySelector("b");
    if (own) return own.textContent;
    const cell = a.closest("td");
    return cell ? a.closest("table").tHead.rows[0].cells[cell.cellIndex].textContent : "";
  }

  function mark(a) {
    findings.querySelectorAll("[aria-current=true]").forEach((x) => x.removeAttribute("aria-current"));
    if (a) a.setAttribute("aria-current", "true");
  }

  // open shows a source beside the findings. Who comes by the keyboard is led into
  // it, and Escape leads back; with the keys j and k the findings keep the focus.
  async function open(a, enter) {
    const mine = ++asked;
    const url = new URL(a.href);
    const answer = await fetch(url.pathname + "/pane" + url.search, { headers: { Accept: "text/html" } });
    const text = await answer.text();
    if (mine !== asked) return;
    if (!answer.ok) { location.href = a.href; return; }
    const old = beside.querySelector(".pane");
    if (old) old.remove();
    rest.hidden = true;
    beside.insertAdjacentHTML("beforeend", text);
    beside.classList.add("open");
    const letter = letterOf(a);
    if (letter) {
      const badge = document.createElement("span");
      badge.className = "letter";
      badge.textContent = letter;
      beside.querySelector(".pane-head h2").prepend(badge, " ");
    }
    mark(a);
    const found = beside.querySelector("mark");
    if (found) {
      const head = beside.querySelector(".pane-head").offsetHeight;
      beside.scrollTop += found.getBoundingClientRect().top - beside.getBoundingClientRect().top - head - Math.min(120, beside.clientHeight / 4);
    }
    if (enter) {
      const pane = beside.querySelector(".pane");
      pane.setAttribute("tabindex", "-1");
      pane.focus({ preventScroll: true, focusVisible: true });
    } else {
      say("Source opened: " + (a.getAttribute("aria-label") || ""));
    }
  }

  function close() {
    asked++; // a source that is still on its way stays closed
    const pane = beside && beside.querySelector(".pane");
    if (!pane) return false;
    pane.remove();
    rest.hidden = false;
    beside.classList.remove("open");
    const a = findings.querySelector("[aria-current=true]");
    mark(null);
    if (a) a.focus({ preventScroll: inView(a) });
    return true;
  }

  function inView(a) {
    const r = a.getBoundingClientRect();
    return r.top >= 0 && r.bottom <= innerHeight;
  }

  function step(by) {
    chips = sources();
    const here = document.activeElement;
    const now = chips.indexOf(findings.querySelector("[aria-current=true]"));
    if (here && here.matches(".card, section, tr") && findings.contains(here)) {
      // After a jump the next source is the next one from there.
      const next = chips.findIndex((a) => here.compareDocumentPosition(a) & Node.DOCUMENT_POSITION_FOLLOWING);
      at = next < 0 ? chips.length - 1 : by > 0 ? next : next - 1;
    } else {
      at = (now >= 0 ? now : at) + by;
    }
    at = Math.max(0, Math.min(chips.length - 1, at));
    const a = chips[at];
    if (!a) return;
    a.focus({ preventScroll: true });
    // The pane covers the lower part of a narrow page.
    a.scrollIntoView({ block: innerWidth > 1024 ? "center" : "start", behavior: glide() });
    open(a);
  }

  function nextCard() {
    const cards = [...document.querySelectorAll(".card")];
    if (!cards.length) return;
    card = (card + 1) % cards.length;
    cards.forEach((c) => c.classList.remove("here"));
    cards[card].classList.add("here");
    cards[card].focus({ preventScroll: true });
    cards[card].scrollIntoView({ block: "start", behavior: glide() });
  }

  function go(id) {
    const to = document.getElementById(id);
    if (!to) return;
    to.setAttribute("tabindex", "-1");
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "start", behavior: glide() });
  }

  async function copy() {
    const pane = document.querySelector(".pane");
    if (!pane) { say("Open a source, then copy it", true); return; }
    try {
      await navigator.clipboard.writeText(pane.dataset.copy + "\n" + new URL(pane.dataset.span, location.href));
      say("Copied", true);
    } catch {
      say("The browser does not let the page copy", true);
    }
  }

  const voice = document.createElement("p");
  voice.className = "voice";
  voice.setAttribute("role", "status");
  let hush = 0;
  function say(words, seen) {
    voice.textContent = words;
    if (!seen) return;
    voice.classList.add("on");
    clearTimeout(hush);
    hush = setTimeout(() => voice.classList.remove("on"), 1600);
  }

  // Keys of one letter can be in the way of who speaks to a computer: they can be
  // switched off, and stay so.
  const kept = "nutgraf-keys";
  const keysOff = () => { try { return localStorage.getItem(kept) === "off"; } catch { return false; } };
  function setKeys(on) { try { localStorage.setItem(kept, on ? "on" : "off"); } catch { say("The browser does not let the page keep this", true); } }

  const keys = [["Enter", "on a source: go into it"], ["j", "next source"], ["k", "previous source"], ["o", "open its article"], ["c", "next difference"], ["q", "quotations"], ["g", "where it came from"], ["y", "copy the evidence"], ["/", "search"], ["Esc", "close the source"]];
  function help() {
    let d = document.querySelector("dialog.keys");
    if (!d) {
      d = document.createElement("dialog");
      d.className = "keys";
      d.setAttribute("aria-label", "Keys");
      const t = document.createElement("table");
      for (const [k, w] of keys) {
        const r = t.insertRow();
        const b = document.createElement("kbd");
        b.textContent = k;
        r.insertCell().append(b);
        r.insertCell().textContent = w;
      }
      const l = document.createElement("label");
      const on = document.createElement("input");
      on.type = "checkbox";
      on.checked = !keysOff();
      on.addEventListener("change", () => { setKeys(on.checked); hintKeys(); });
      l.append(on, "Keys of one letter are on");
      const f = document.createElement("form");
      f.method = "dialog";
      const b = document.createElement("button");
      b.textContent = "Close";
      f.append(b);
      d.append(t, l, f);
      document.body.append(d);
    }
    if (d.open) d.close(); else d.showModal();
  }

  document.body.append(voice);
  const hint = document.querySelector(".keys-hint");
  function hintKeys() { if (hint) hint.hidden = keysOff(); }
  hintKeys();
  const colophon = document.querySelector(".colophon p");
  if (colophon) {
    const b = document.createElement("button");
    b.type = "button";
    b.className = "keys-open";
    b.textContent = "Keys";
    b.addEventListener("click", help);
    colophon.append(" ", b);
  }

  if (beside && findings) {
    findings.addEventListener("click", (e) => {
      const a = e.target.closest("a.chip, a.cell");
      if (!isSource(a) || e.button || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
      e.preventDefault();
      open(a, e.detail === 0);
    });
    beside.addEventListener("click", (e) => { if (e.target.closest("[data-close]")) close(); });
  }

  document.addEventListener("keydown", (e) => {
    if (e.metaKey || e.ctrlKey || e.altKey) return;
    if (e.key === "Escape" && !document.querySelector("dialog[open]")) { if (close()) e.preventDefault(); return; }
    const dialog = document.querySelector("dialog[open]");
    if (dialog ? e.key !== "?" : keysOff()) return;
    const t = e.target;
    if (t.isContentEditable || (/^(input|textarea|select)$/i.test(t.tagName) && t.type !== "checkbox")) return;
    const act = {
      "/": () => { const q = document.getElementById("q"); if (q) { q.focus(); q.select(); } },
      "?": help,
    };
    if (findings) Object.assign(act, {
      j: () => step(1), k: () => step(-1), c: nextCard, q: () => go("said"), g: () => go("origin"), y: copy,
      o: () => { const a = findings.querySelector("[aria-current=true]"); if (a) location.href = a.href; },
    });
    if (act[e.key]) { e.preventDefault(); act[e.key](); }
  });
})();
