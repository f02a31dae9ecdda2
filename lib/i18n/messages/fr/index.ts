import type { SomeMessages } from "../../translate";
import accuracy from "./accuracy.json";
import app from "./app.json";
import audit from "./audit.json";
import bodies from "./bodies.json";
import bodyRole from "./body-role.json";
import certainty from "./certainty.json";
import chart from "./chart.json";
import command from "./command.json";
import dashboard from "./dashboard.json";
import deliverable from "./deliverable.json";
import failure from "./failure.json";
import find from "./find.json";
import imports from "./import.json";
import inbox from "./inbox.json";
import keys from "./keys.json";
import letters from "./letters.json";
import loading from "./loading.json";
import menu from "./menu.json";
import my from "./my.json";
import nav from "./nav.json";
import person from "./person.json";
import reports from "./reports.json";
import resolutions from "./resolutions.json";
import review from "./review.json";
import role from "./role.json";
import rounds from "./rounds.json";
import shell from "./shell.json";
import signIn from "./sign-in.json";
import status from "./status.json";
import task from "./task.json";
import tasks from "./tasks.json";
import time from "./time.json";
import timeliness from "./timeliness.json";
import toast from "./toast.json";

export const fr: SomeMessages = {
  accuracy,
  app,
  audit,
  bodies,
  bodyRole,
  certainty,
  chart,
  command,
  dashboard,
  deliverable,
  failure,
  find,
  import: imports,
  inbox,
  keys,
  letters,
  loading,
  menu,
  my,
  nav,
  person,
  reports,
  resolutions,
  review,
  role,
  rounds,
  shell,
  signIn,
  status,
  task,
  tasks,
  time,
  timeliness,
  toast,
};
