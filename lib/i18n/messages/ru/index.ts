import type { SomeMessages } from "../../translate";
import accuracy from "./accuracy.json";
import app from "./app.json";
import bodies from "./bodies.json";
import bodyRole from "./body-role.json";
import certainty from "./certainty.json";
import chart from "./chart.json";
import command from "./command.json";
import dashboard from "./dashboard.json";
import deliverable from "./deliverable.json";
import failure from "./failure.json";
import imports from "./import.json";
import inbox from "./inbox.json";
import keys from "./keys.json";
import loading from "./loading.json";
import menu from "./menu.json";
import my from "./my.json";
import nav from "./nav.json";
import person from "./person.json";
import resolutions from "./resolutions.json";
import review from "./review.json";
import role from "./role.json";
import shell from "./shell.json";
import signIn from "./sign-in.json";
import status from "./status.json";
import task from "./task.json";
import tasks from "./tasks.json";
import time from "./time.json";
import timeliness from "./timeliness.json";
import toast from "./toast.json";

export const ru: SomeMessages = {
  accuracy,
  app,
  bodies,
  bodyRole,
  certainty,
  chart,
  command,
  dashboard,
  deliverable,
  failure,
  import: imports,
  inbox,
  keys,
  loading,
  menu,
  my,
  nav,
  person,
  resolutions,
  review,
  role,
  shell,
  signIn,
  status,
  task,
  tasks,
  time,
  timeliness,
  toast,
};
