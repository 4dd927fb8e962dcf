// The chat page: asks the server for the state whenever something changed, and shows it.

import { showSeats } from "./seats.js";
import { element, messageElement } from "./messages.js";
import { choose, eventWord, moment, preferred, word } from "./words.js";

const TOAST_MS = 4000;
const REFRESH_MS = 20000; // the clock may run by itself
const DAY = { weekday: "long", day: "numeric", month: "long" };
const CLOCK = { hour: "2-digit", minute: "2-digit" };
const WHEN = { weekday: "short", day: "numeric", month: "short", ...CLOCK };

const $ = (id) => document.getElementById(id);
const seen = new Map(); // seat → messages of the bot seen so far
const shown = new Map(); // message id → { source, node }

let state = { seats: [] };
let seat = Number(new URLSearchParams(location.hash.slice(1)).get("seat")) || null;
let winding = false;
let menuWanted = false;

// Talking to the server

async function act(name, body = {}) {
  const response = await fetch(`/sandbox/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (response?.ok) return response.json();
  toast(word("failed"));
  return null;
}

let refreshing = false;
let outdated = false;

async function refresh() {
  outdated = true;
  if (refreshing) return;
  refreshing = true;
  while (outdated) {
    outdated = false;
    const asked = seat;
    const query = asked ? `?seat=${asked}` : "";
    const response = await fetch(`/sandbox/state${query}`).catch(() => null);
    if (response?.ok) {
      state = await response.json();
      if (asked === seat) show();
      else outdated = true;
    } else if (response?.status === 404) {
      seat = null;
      outdated = true;
    }
  }
  refreshing = false;
}

// Showing

function show() {
  for (const each of state.seats) {
    if (!seen.has(each.user_id)) seen.set(each.user_id, each.from_bot);
    if (each.user_id === seat) seen.set(each.user_id, each.from_bot);
  }
  showClock();
  showSeats($("seats"), state.seats, { seat, seen, search: $("search").value, zone: state.zone, open });
  showRoom();
}

function showClock() {
  $("clock").hidden = $("newcomer").hidden = !state.zone;
  if (!state.zone) return;
  $("day").textContent = moment(state.now, state.zone, DAY);
  $("time").textContent = moment(state.now, state.zone, CLOCK);
  $("time").dateTime = state.now;
  const next = state.next;
  setText($("next"), next ? word("next", { what: eventWord(next.kind) }) : word("nothingNext"));
  $("wind").hidden = !next;
  $("wind").disabled = winding;
  $("wind").setAttribute("aria-busy", winding);
  if (winding) setText($("wind"), word("winding"));
  else if (next) setText($("wind"), word("wind", { when: moment(next.at, state.zone, WHEN) }));
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text; // live regions speak on every change
}

function showRoom() {
  const chat = state.chat;
  $("room").hidden = !chat;
  $("empty").hidden = Boolean(chat);
  document.body.dataset.view = chat ? "chat" : "people";
  if (!chat) {
    const nobody = state.seats.length === 0;
    $("empty-title").textContent = word(nobody ? "nobodyTitle" : "chooseTitle");
    $("empty-text").textContent = word(nobody ? "nobodyText" : "chooseText");
    return;
  }
  const person = state.seats.find((each) => each.user_id === chat.user_id);
  const roles = [word("playing", { name: person.name }), word(person.role), person.team];
  $("playing").textContent = roles.filter(Boolean).join(" · ");
  showMessages(chat, person);
  showReplies(chat);
  showMenu();
  $("composer").hidden = !chat.started;
  $("start").hidden = chat.started;
  $("start").textContent = word(chat.messages.length ? "restart" : "start");
}

let atNewest = true; // whether the visitor looks at the end of the chat

function showMessages(chat, person) {
  const log = $("log");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  if (Number(log.dataset.seat) !== chat.user_id) {
    shown.clear();
    log.replaceChildren();
    log.dataset.seat = chat.user_id;
    log.lang = person.language;
  }
  const nodes = [];
  let day = "";
  for (const message of chat.messages) {
    const dayOfMessage = moment(message.date, state.zone, { ...DAY, year: "numeric" });
    if (dayOfMessage !== day) nodes.push(dayElement((day = dayOfMessage)));
    nodes.push(shownMessage(message));
  }
  if (!chat.messages.length && chat.description) nodes.push(element("p", "description", chat.description));
  arrange(log, nodes);
  atNewest = atEnd || Boolean(log.dataset.fresh);
  if (atNewest) log.scrollTop = log.scrollHeight;
  delete log.dataset.fresh;
  showLatest();
}

function shownMessage(message) {
  const source = JSON.stringify(message);
  const old = shown.get(message.id);
  if (old?.source === source) return old.node;
  const node = messageElement(message, { bot: state.bot, zone: state.zone }, { press, command: say, invite, enlarge });
  if (old) {
    node.classList.add("changed");
    if (old.node.contains(document.activeElement)) requestAnimationFrame(() => keepFocus(node));
  }
  shown.set(message.id, { source, node });
  return node;
}

// Nothing has the focus that the old node had, unless the visitor has gone on to type already.
function keepFocus(node) {
  if (document.activeElement === document.body) (node.querySelector(".key") ?? $("log")).focus();
}

function dayElement(text) {
  const known = $("log").querySelector(`[data-day="${CSS.escape(text)}"]`);
  if (known) return known;
  const node = element("h3", "day", text);
  node.dataset.day = text;
  node.lang = document.documentElement.lang;
  return node;
}

// Touch only what changed, so that focus, selection and screen readers keep their place.
function arrange(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}

function showReplies(chat) {
  $("replies").hidden = !chat.reply_keyboard.length || !chat.started;
  $("replies").replaceChildren(
    ...chat.reply_keyboard.flat().map((text) => {
      const button = element("button", "key", text);
      button.type = "button";
      button.addEventListener("click", () => say(text));
      return button;
    }),
  );
}

function showLatest() {
  const log = $("log");
  $("latest").hidden = log.scrollHeight - log.scrollTop - log.clientHeight < 200;
}

function showMenu() {
  const typed = $("text").value;
  const typing = /^\/\w*$/.test(typed);
  const commands = state.chat?.commands ?? [];
  const fitting = commands.filter(({ name }) => !typing || `/${name}`.startsWith(typed));
  const open = (menuWanted || typing) && fitting.length > 0;
  $("menu").hidden = !open;
  $("slash").hidden = commands.length === 0;
  $("slash").setAttribute("aria-expanded", open);
  if ($("menu").contains(document.activeElement)) return;
  $("menu").replaceChildren(...fitting.map(commandElement));
}

function commandElement({ name, description }) {
  const line = element("li");
  const button = element("button");
  button.type = "button";
  button.append(element("b", "", `/${name}`), element("span", "", description));
  button.addEventListener("click", () => {
    closeMenu();
    $("text").value = "";
    say(`/${name}`);
    $("text").focus();
  });
  line.append(button);
  return line;
}

function closeMenu() {
  menuWanted = false;
  $("menu").hidden = true;
  $("slash").setAttribute("aria-expanded", false);
}

function toast(text) {
  const node = element("div", "toast", text);
  $("toasts").append(node);
  setTimeout(() => node.remove(), TOAST_MS);
}

// What the visitor does

function open(userId) {
  seat = userId;
  history.replaceState(null, "", userId ? `#seat=${userId}` : "#");
  $("text").value = "";
  closeMenu();
  $("log").dataset.fresh = "yes";
  if (!userId) delete state.chat;
  refresh().then(() => userId && matchMedia("(min-width: 46rem)").matches && $("text").focus());
}

async function say(text) {
  $("log").dataset.fresh = "yes";
  await act("say", { seat, text });
  await refresh();
}

async function press(message, button, node) {
  node.setAttribute("aria-busy", "true");
  const answer = await act("press", { seat, message_id: message.id, data: button.data });
  node.removeAttribute("aria-busy");
  if (answer?.alert) {
    $("alert-text").textContent = answer.text;
    $("alert").showModal();
  } else if (answer?.text) {
    toast(answer.text);
  }
}

async function invite(token = null) {
  const newcomer = await act("newcomer", { start: token });
  if (newcomer) open(newcomer.user_id);
}

function enlarge(message) {
  $("picture-image").src = message.media.url;
  $("picture-image").alt = message.text || word("picture");
  $("picture").showModal();
}

async function wind() {
  winding = true;
  showClock();
  await act("wind");
  winding = false;
  await refresh();
  $("wind").focus();
}

function speak(wanted) {
  $("language").value = choose(wanted);
  shown.clear();
  $("log").replaceChildren();
  $("log").dataset.fresh = "yes";
  show();
}

$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (!text) return;
  $("text").value = "";
  closeMenu();
  say(text);
});
$("attach").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", async () => {
  const [file] = $("file").files;
  $("file").value = "";
  if (!file || !seat) return;
  const bytes = Array.from(new Uint8Array(await file.arrayBuffer()), (b) => String.fromCharCode(b));
  await act("send", { seat, name: file.name, content: btoa(bytes.join("")) });
});
$("text").addEventListener("input", showMenu);
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $("composer").requestSubmit();
  } else if (event.key === "ArrowDown" && !$("menu").hidden) {
    event.preventDefault();
    $("menu").querySelector("button").focus();
  }
});
$("slash").addEventListener("click", () => {
  menuWanted = $("menu").hidden;
  showMenu();
  if (menuWanted) $("menu").querySelector("button")?.focus();
  else closeMenu();
});
$("menu").addEventListener("keydown", (event) => {
  const buttons = [...$("menu").querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length].focus();
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || $("menu").hidden) return;
  closeMenu();
  $("text").focus();
});
document.addEventListener("click", (event) => {
  if (!$("composer").contains(event.target)) closeMenu();
});
$("log").addEventListener("scroll", showLatest, { passive: true });
// A picture gets its height when it has loaded; capture, since "load" does not bubble.
$("log").addEventListener("load", () => atNewest && ($("log").scrollTop = $("log").scrollHeight), true);
$("latest").addEventListener("click", () => ($("log").scrollTop = $("log").scrollHeight));
$("search").addEventListener("input", show);
$("language").addEventListener("change", (event) => {
  localStorage.setItem("language", event.target.value);
  speak(event.target.value);
});
$("wind").addEventListener("click", wind);
$("newcomer").addEventListener("click", () => invite());
$("start").addEventListener("click", () => say("/start"));
$("back").addEventListener("click", () => open(null));
$("picture").addEventListener("click", (event) => {
  if (event.target === $("picture")) $("picture").close();
});

choose(localStorage.getItem("language") ?? preferred());
$("language").value = document.documentElement.lang;
if (seat) $("log").dataset.fresh = "yes";
refresh();
setInterval(refresh, REFRESH_MS);
const events = new EventSource("/sandbox/events");
events.addEventListener("message", refresh);
events.addEventListener("error", () => toast(word("lost")));
