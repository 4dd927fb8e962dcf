// The page's own words. The bot's words come from the bot.

const WORDS = {
  en: {
    sandbox: "Practice room",
    language: "Language of this page",
    people: "People",
    clock: "Clock",
    chat: "Chat",
    search: "Search by name, team or role",
    newColleague: "New colleague",
    messages: "Messages",
    message: "Message",
    send: "Send",
    back: "Back to people",
    latest: "To the latest message",
    commands: "Commands",
    replies: "Suggested answers",
    picture: "Picture",
    close: "Close",
    ok: "OK",
    start: "Start",
    restart: "Start again",
    edited: "edited",
    botSays: "cxcoach",
    organisation: "Whole organisation",
    newcomers: "New colleagues",
    staff: "staff",
    lead: "team lead",
    hr: "HR",
    newcomer: "new colleague",
    playing: "You are {name}",
    unread: "{count} unread",
    wind: "Wind the clock to {when}",
    winding: "Winding the clock …",
    nothingNext: "Nothing is planned.",
    next: "Next: {what}",
    prompt: "coaching prompt",
    checkin: "weekly check-in",
    reminder: "reminder",
    close_event: "the week closes",
    points_post: "the team's points",
    today: "Today",
    chooseTitle: "Choose a seat",
    chooseText: "Pick a colleague from the list and chat with the coach in their name.",
    nobodyTitle: "There is nobody to play",
    nobodyText: "The bot can be reached here, but no people were set up for this room.",
    noMatch: "Nobody by that name.",
    sticker: "Sticker",
    voice: "Voice message",
    lost: "The connection is lost. Trying again …",
    failed: "That did not work. Please try again.",
    openPicture: "Enlarge: {caption}",
    invite: "opens a seat for a new colleague",
  },
  fi: {
    sandbox: "Harjoitustila",
    language: "Sivun kieli",
    people: "Henkilöt",
    clock: "Kello",
    chat: "Keskustelu",
    search: "Hae nimellä, tiimillä tai roolilla",
    newColleague: "Uusi työkaveri",
    messages: "Viestit",
    message: "Viesti",
    send: "Lähetä",
    back: "Takaisin henkilöihin",
    latest: "Uusimpaan viestiin",
    commands: "Komennot",
    replies: "Vastausehdotukset",
    picture: "Kuva",
    close: "Sulje",
    ok: "OK",
    start: "Aloita",
    restart: "Aloita uudelleen",
    edited: "muokattu",
    botSays: "cxcoach",
    organisation: "Koko organisaatio",
    newcomers: "Uudet työkaverit",
    staff: "jäsen",
    lead: "vetäjä",
    hr: "henkilöstöhallinto",
    newcomer: "uusi työkaveri",
    playing: "Olet nyt {name}",
    unread: "{count} lukematta",
    wind: "Siirrä kelloa: {when}",
    winding: "Kello siirtyy …",
    nothingNext: "Mitään ei ole tulossa.",
    next: "Seuraavaksi: {what}",
    prompt: "harjoitus",
    checkin: "viikon itsearvio",
    reminder: "muistutus",
    close_event: "viikko päättyy",
    points_post: "tiimin pisteet",
    today: "Tänään",
    chooseTitle: "Valitse henkilö",
    chooseText: "Valitse luettelosta työkaveri ja juttele valmentajan kanssa hänen nimissään.",
    nobodyTitle: "Täällä ei ole ketään",
    nobodyText: "Botti vastaa tässä osoitteessa, mutta harjoitustilassa ei ole henkilöitä.",
    noMatch: "Haulla ei löytynyt ketään.",
    sticker: "Tarra",
    voice: "Ääniviesti",
    lost: "Yhteys katkesi. Yritetään uudelleen …",
    failed: "Se ei onnistunut. Yritä uudelleen.",
    openPicture: "Suurenna: {caption}",
    invite: "avaa paikan uudelle työkaverille",
  },
  sv: {
    sandbox: "Övningsrum",
    language: "Sidans språk",
    people: "Personer",
    clock: "Klocka",
    chat: "Chatt",
    search: "Sök på namn, team eller roll",
    newColleague: "Ny kollega",
    messages: "Meddelanden",
    message: "Meddelande",
    send: "Skicka",
    back: "Tillbaka till personerna",
    latest: "Till det senaste meddelandet",
    commands: "Kommandon",
    replies: "Förslag på svar",
    picture: "Bild",
    close: "Stäng",
    ok: "OK",
    start: "Starta",
    restart: "Starta om",
    edited: "redigerat",
    botSays: "cxcoach",
    organisation: "Hela organisationen",
    newcomers: "Nya kolleger",
    staff: "medlem",
    lead: "ledare",
    hr: "HR",
    newcomer: "ny kollega",
    playing: "Du är {name}",
    unread: "{count} olästa",
    wind: "Ställ fram klockan: {when}",
    winding: "Klockan ställs fram …",
    nothingNext: "Inget är planerat.",
    next: "Härnäst: {what}",
    prompt: "övning",
    checkin: "veckans självskattning",
    reminder: "påminnelse",
    close_event: "veckan avslutas",
    points_post: "teamets poäng",
    today: "I dag",
    chooseTitle: "Välj en person",
    chooseText: "Välj en kollega i listan och chatta med coachen i hens namn.",
    nobodyTitle: "Här finns inga personer",
    nobodyText: "Boten svarar på den här adressen, men i övningsrummet finns inga personer.",
    noMatch: "Sökningen gav inga träffar.",
    sticker: "Klistermärke",
    voice: "Röstmeddelande",
    lost: "Anslutningen bröts. Försöker igen …",
    failed: "Det gick inte. Försök igen.",
    openPicture: "Förstora: {caption}",
    invite: "öppnar en plats för en ny kollega",
  },
};
const LOCALES = { en: "en-GB", fi: "fi-FI", sv: "sv-FI" };

let language = "en";

export function choose(wanted) {
  language = wanted in WORDS ? wanted : "en";
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", word(node.dataset.label));
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = word(node.dataset.placeholder);
  return language;
}

export function preferred() {
  const wished = navigator.languages.map((tag) => tag.slice(0, 2));
  return wished.find((tag) => tag in WORDS) ?? "en";
}

export function word(key, values = {}) {
  const text = WORDS[language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// What happens next, in words; "close" is also the label of a button.
export function eventWord(kind) {
  return word(kind === "close" ? "close_event" : kind);
}

export function moment(instant, zone, options) {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, ...options }).format(new Date(instant));
}
