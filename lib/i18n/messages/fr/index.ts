import type { SomeMessages } from "../../translate";
import accuracy from "./accuracy.json";
import app from "./app.json";
import audit from "./audit.json";
import bodies from "./bodies.json";
import bodyRole from "./body-role.json";
import calendar from "./calendar.json";
import certainty from "./certainty.json";
import chart from "./chart.json";
import command from "./command.json";
import dashboard from "./dashboard.json";
import deliverable from "./deliverable.json";
import failure from "./failure.json";
import feeds from "./feeds.json";
import find from "./find.json";
import holidays from "./holidays.json";
import imports from "./import.json";
import importFiles from "./import-files.json";
import inbox from "./inbox.json";
import keys from "./keys.json";
import letters from "./letters.json";
import lineage from "./lineage.json";
import loading from "./loading.json";
import mail from "./mail.json";
import mailPages from "./mail-pages.json";
import menu from "./menu.json";
import my from "./my.json";
import nav from "./nav.json";
import person from "./person.json";
import policies from "./policies.json";
import publicPages from "./public.json";
import reminderSettings from "./reminder-settings.json";
import reminders from "./reminders.json";
import reports from "./reports.json";
import resolutions from "./resolutions.json";
import review from "./review.json";
import role from "./role.json";
import rounds from "./rounds.json";
import series from "./series.json";
import session from "./session.json";
import sessions from "./sessions.json";
import settings from "./settings.json";
import sheet from "./sheet.json";
import shell from "./shell.json";
import signIn from "./sign-in.json";
import slips from "./slips.json";
import status from "./status.json";
import takeOut from "./take-out.json";
import task from "./task.json";
import tasks from "./tasks.json";
import time from "./time.json";
import timeliness from "./timeliness.json";
import toast from "./toast.json";
import unitMail from "./unit-mail.json";

export const fr: SomeMessages = {
  accuracy,
  app,
  audit,
  bodies,
  bodyRole,
  calendar,
  certainty,
  chart,
  command,
  dashboard,
  deliverable,
  failure,
  feeds,
  find,
  import: imports,
  inbox,
  keys,
  letters,
  lineage,
  loading,
  mail,
  mailPages,
  menu,
  my,
  nav,
  person,
  policies,
  public: publicPages,
  reminderSettings,
  reminders,
  reports,
  resolutions,
  review,
  role,
  rounds,
  series,
  session,
  sessions,
  settings,
  shell,
  signIn,
  holidays,
  slips,
  status,
  task,
  tasks,
  time,
  timeliness,
  takeOut,
  sheet,
  importFiles,
  toast,
  unitMail,
};
