"""Who may do what: one table, and whatever it does not allow is denied."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum


class Role(StrEnum):
    """What somebody is in the programme; a person may hold several roles."""

    STAFF = "staff"
    LEAD = "lead"
    HR = "hr"


class Action(Enum):
    """Everything that a person can ask of the product."""

    CHECK_IN = "check in"
    PRACTISE = "practise"
    SHARE = "share and read learnings"
    TELL_STORIES = "tell stories of people who were helped"
    OWN_DATA = "see and erase what is held about oneself"
    SET_OWN_PREFERENCES = "set own preferences"
    RECEIVE = "say when messages may come"
    SEE_OWN_TEAM_POINTS = "see own team's points"
    VOTE_REWARD = "vote on the team's reward"
    KEEP_REWARDS = "keep the rewards"
    DECIDE_POINTS = "decide whether points go on"
    THANK = "thank for a learning in the champion's name"
    SEE_TEAM_SUMMARY = "see a team's summary"
    CHALLENGE = "begin a challenge for a team"
    SEE_RESULTS = "see what was published of a block"
    RAISE_THRESHOLDS = "raise the thresholds of results"
    REORGANISE = "merge and rename teams"
    SET_REPORTING = "let small teams report together"
    CONFIGURE_SCHEDULES = "configure schedules"
    SET_THEME = "set the theme, the Why and the word for customer"
    ALLOW_STORIES = "allow stories of people who were helped"
    WRITE_PROMPTS = "write the organisation's own prompts"
    SET_WORKING_TIMES = "set working times"
    PAUSE_EVERYTHING = "pause everything in a crisis"
    SEE_DELIVERIES = "see how deliveries went"
    INVITE = "invite"
    CONFIRM_PLACES = "confirm who works in a team"
    SEE_PEOPLE = "see who is where"
    CHANGE_PLACES = "end and change the places of others"


class Scope(Enum):
    """How far an action reaches."""

    SELF = "oneself"
    OWN_TEAM = "the team that one belongs to"
    LED_TEAMS = "the teams that one leads"
    ORGANISATION = "the whole organisation"


MATRIX: Mapping[Action, Mapping[Role, Scope]] = {
    Action.CHECK_IN: {Role.STAFF: Scope.SELF, Role.LEAD: Scope.SELF},
    Action.PRACTISE: {Role.STAFF: Scope.SELF, Role.LEAD: Scope.SELF},
    Action.SHARE: {Role.STAFF: Scope.SELF, Role.LEAD: Scope.SELF},
    Action.TELL_STORIES: {Role.STAFF: Scope.SELF, Role.LEAD: Scope.SELF},
    Action.OWN_DATA: dict.fromkeys(Role, Scope.SELF),
    Action.SET_OWN_PREFERENCES: dict.fromkeys(Role, Scope.SELF),
    Action.RECEIVE: {Role.STAFF: Scope.SELF, Role.LEAD: Scope.SELF},
    Action.SEE_OWN_TEAM_POINTS: {Role.STAFF: Scope.OWN_TEAM, Role.LEAD: Scope.LED_TEAMS},
    Action.VOTE_REWARD: {Role.STAFF: Scope.OWN_TEAM},
    Action.KEEP_REWARDS: {Role.HR: Scope.ORGANISATION},
    Action.DECIDE_POINTS: {Role.HR: Scope.ORGANISATION},
    Action.THANK: {Role.HR: Scope.ORGANISATION},
    Action.SEE_TEAM_SUMMARY: {Role.LEAD: Scope.LED_TEAMS},
    Action.SEE_RESULTS: {
        Role.STAFF: Scope.OWN_TEAM,
        Role.LEAD: Scope.LED_TEAMS,
        Role.HR: Scope.ORGANISATION,
    },
    Action.CHALLENGE: {Role.LEAD: Scope.LED_TEAMS},
    Action.RAISE_THRESHOLDS: {Role.HR: Scope.ORGANISATION},
    Action.REORGANISE: {Role.HR: Scope.ORGANISATION},
    Action.SET_REPORTING: {Role.HR: Scope.ORGANISATION},
    Action.CONFIGURE_SCHEDULES: {Role.HR: Scope.ORGANISATION},
    Action.SET_THEME: {Role.HR: Scope.ORGANISATION},
    Action.ALLOW_STORIES: {Role.HR: Scope.ORGANISATION},
    Action.WRITE_PROMPTS: {Role.HR: Scope.ORGANISATION},
    Action.SET_WORKING_TIMES: {Role.HR: Scope.ORGANISATION},
    Action.PAUSE_EVERYTHING: {Role.HR: Scope.ORGANISATION},
    Action.SEE_DELIVERIES: {Role.HR: Scope.ORGANISATION},
    Action.INVITE: {Role.HR: Scope.ORGANISATION},
    Action.CONFIRM_PLACES: {Role.LEAD: Scope.LED_TEAMS, Role.HR: Scope.ORGANISATION},
    Action.SEE_PEOPLE: {Role.HR: Scope.ORGANISATION},
    Action.CHANGE_PLACES: {Role.HR: Scope.ORGANISATION},
}


# What is held about somebody stays theirs when they have left, until it is erased.
ALSO_AFTER_LEAVING = frozenset({Action.OWN_DATA})

# Whoever gets one of these roles sees more than a member: two HR persons have to want it.
NEEDS_APPROVAL = frozenset({Role.LEAD, Role.HR})


@dataclass(frozen=True, slots=True)
class Standing:
    """The roles that somebody holds now, with the teams they hold them in."""

    staff_in: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()
    hr: bool = False

    @property
    def roles(self) -> frozenset[Role]:
        """Return the roles held at least once."""
        held = {Role.STAFF: self.staff_in, Role.LEAD: self.leads, Role.HR: self.hr}
        return frozenset(role for role, holds in held.items() if holds)


def may(standing: Standing, action: Action) -> bool:
    """Tell whether the action is open to somebody of this standing at all."""
    if not standing.roles:
        return action in ALSO_AFTER_LEAVING
    return not standing.roles.isdisjoint(MATRIX[action])


def teams_for(standing: Standing, action: Action) -> frozenset[int]:
    """Return the teams that an action on own or led teams reaches."""
    reach = {Scope.OWN_TEAM: standing.staff_in, Scope.LED_TEAMS: standing.leads}
    scopes = [scope for role, scope in MATRIX[action].items() if role in standing.roles]
    return frozenset().union(*(reach.get(scope, frozenset()) for scope in scopes))
