-- A round is closed by a Secretary, with a reason, and the units that have not answered are reminded once a day at most.
ALTER TABLE "round"
  ADD COLUMN "closed_by_name" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "closed_why" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "reminded_on" VARCHAR(10);
