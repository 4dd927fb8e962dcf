// One message as elements. Whatever people or the bot wrote goes in as text, never as markup.

import { moment, word } from "./words.js";

const ELEMENTS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};
const CLOCK = { hour: "2-digit", minute: "2-digit" };

export function element(name, className = "", text = "") {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

// `on` says what happens: press(message, button, node), command(text), invite(token), enlarge(message).
export function messageElement(message, context, on) {
  const node = element("article", `message ${message.from_bot ? "theirs" : "own"}`);
  node.dataset.id = message.id;
  const bubble = element("div", "bubble");
  if (message.media) bubble.append(mediaElement(message, on));
  if (message.text) {
    const text = element("div", "text");
    fill(text, message.text, [...message.entities], 0, message.text.length, context, on);
    bubble.append(text);
  }
  bubble.append(footer(message, context));
  node.append(bubble);
  if (message.keyboard.length) node.append(keyboardElement(message, context, on));
  return node;
}

export function inviteToken(url, bot) {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.hostname === "t.me" && parsed.pathname === `/${bot}` ? parsed.searchParams.get("start") : null;
}

function fill(node, text, entities, start, end, context, on) {
  let at = start;
  while (entities.length && entities[0].offset < end) {
    const entity = entities.shift();
    const stop = Math.min(entity.offset + entity.length, end);
    node.append(text.slice(at, entity.offset));
    const child = entityElement(entity, text.slice(entity.offset, stop), context, on);
    fill(child, text, entities, entity.offset, stop, context, on);
    node.append(child);
    at = stop;
  }
  node.append(text.slice(at, end));
}

function entityElement(entity, covered, context, on) {
  if (entity.type === "bot_command") {
    const command = element("button", "link");
    command.type = "button";
    command.addEventListener("click", () => on.command(covered));
    return command;
  }
  if (entity.type === "url" || entity.type === "text_link") return link(entity.url ?? covered, context, on);
  return element(ELEMENTS[entity.type] ?? "span");
}

function link(url, context, on) {
  const node = element("a");
  const token = inviteToken(url, context.bot);
  if (/^https?:/i.test(url)) {
    node.href = url;
    node.target = "_blank";
    node.rel = "noopener noreferrer";
  }
  if (token) {
    node.title = word("invite");
    node.addEventListener("click", (event) => {
      event.preventDefault();
      on.invite(token);
    });
  }
  return node;
}

function mediaElement(message, on) {
  const { kind, name, url } = message.media;
  if (kind === "photo") {
    const button = element("button", "photo");
    button.type = "button";
    button.setAttribute("aria-label", word("openPicture", { caption: message.text || word("picture") }));
    const image = element("img");
    image.src = url;
    image.alt = message.text || word("picture");
    button.append(image);
    button.addEventListener("click", () => on.enlarge(message));
    return button;
  }
  if (kind === "document") {
    const file = element("a", "file", name);
    file.href = url;
    file.download = name;
    return file;
  }
  return element("p", "file", word(kind));
}

function footer(message, context) {
  const node = element("footer");
  if (message.edited) node.append(element("span", "", word("edited")), " ");
  const time = element("time", "", moment(message.date, context.zone, CLOCK));
  time.dateTime = message.date;
  node.append(time);
  return node;
}

function keyboardElement(message, context, on) {
  const keyboard = element("div", "keyboard");
  for (const row of message.keyboard) {
    const line = element("div", "row");
    for (const button of row) line.append(buttonElement(message, button, context, on));
    keyboard.append(line);
  }
  return keyboard;
}

function buttonElement(message, button, context, on) {
  if (button.url) {
    const node = link(button.url, context, on);
    node.className = "key";
    node.textContent = `${button.text} ↗`;
    return node;
  }
  const node = element("button", "key", button.text);
  node.type = "button";
  node.addEventListener("click", () => on.press(message, button, node));
  return node;
}
