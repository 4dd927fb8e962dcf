// The list of people whom a visitor may play, by team.

import { element } from "./messages.js";
import { moment, word } from "./words.js";

const HUES = 8;

// `view` holds the open seat, what was seen, the search text, the zone and how to open a seat.
export function showSeats(list, seats, view) {
  const focused = document.activeElement?.dataset.seat;
  const wanted = view.search.trim().toLowerCase();
  const groups = new Map();
  for (const seat of seats) {
    const group = groupOf(seat);
    const words = `${seat.name} ${group} ${word(seat.role)}`.toLowerCase();
    if (words.includes(wanted)) groups.set(group, [...(groups.get(group) ?? []), seat]);
  }
  const place = list.scrollTop;
  list.replaceChildren(...[...groups].map(([name, members]) => groupElement(name, members, view)));
  if (!groups.size && seats.length) list.append(element("p", "none", word("noMatch")));
  list.scrollTop = place;
  if (focused) list.querySelector(`[data-seat="${focused}"]`)?.focus({ preventScroll: true });
}

function groupOf(seat) {
  if (seat.team) return seat.team;
  return word(seat.role === "newcomer" ? "newcomers" : "organisation");
}

function groupElement(name, members, view) {
  const group = element("section");
  const heading = element("h2", "", name);
  heading.id = `team-${[...name].map((letter) => letter.codePointAt(0).toString(36)).join("")}`;
  group.setAttribute("aria-labelledby", heading.id);
  const list = element("ul");
  for (const seat of members) {
    const line = element("li");
    line.append(seatElement(seat, view));
    list.append(line);
  }
  group.append(heading, list);
  return group;
}

function seatElement(seat, view) {
  const button = element("button", "seat");
  button.type = "button";
  button.dataset.seat = seat.user_id;
  if (seat.user_id === view.seat) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => view.open(seat.user_id));
  const name = element("span", "name", seat.name);
  const role = element("span", `role ${seat.role}`, word(seat.role));
  const last = element("span", "last", seat.last?.text.replaceAll("\n", " ") ?? "");
  last.lang = seat.language;
  button.append(avatar(seat), name, role, last);
  const unread = seat.from_bot - view.seen.get(seat.user_id);
  if (unread > 0) button.append(badge(unread));
  else if (seat.last) button.append(element("span", "when", moment(seat.last.date, view.zone, { day: "numeric", month: "numeric" })));
  return button;
}

function avatar(seat) {
  const initials = seat.name.split(/\s+/).map((part) => part[0]).slice(0, 2).join("");
  const node = element("span", "avatar", initials);
  node.dataset.hue = seat.user_id % HUES;
  node.setAttribute("aria-hidden", "true");
  return node;
}

function badge(count) {
  const node = element("span", "badge", String(count));
  node.setAttribute("aria-label", word("unread", { count }));
  node.setAttribute("role", "img");
  return node;
}
