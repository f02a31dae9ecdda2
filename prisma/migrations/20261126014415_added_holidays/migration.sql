-- Holidays of duty stations that an Admin entered. They are part of the calendar that each instance keeps in memory.
CREATE TABLE "added_holiday" (
    "id" TEXT NOT NULL,
    "station" TEXT NOT NULL,
    "day" VARCHAR(10) NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_id" TEXT,
    "added_by_name" TEXT NOT NULL DEFAULT '',
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_name" TEXT NOT NULL DEFAULT '',
    "ended_why" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "added_holiday_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "added_holiday_station_day_idx" ON "added_holiday"("station", "day");
CREATE UNIQUE INDEX "added_holiday_in_force_idx" ON "added_holiday"("station", "day") WHERE "ended_at" IS NULL;
CREATE TRIGGER holiday_registry_mark AFTER INSERT OR UPDATE OR DELETE ON "added_holiday" FOR EACH STATEMENT EXECUTE FUNCTION registry_changed('calendar');
