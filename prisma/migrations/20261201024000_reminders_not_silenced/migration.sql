-- What a unit was told is read from its digests, not from one day that a clock running ahead can set wrong. What lay
-- behind when the mailbox was entered is not told to it.
ALTER TABLE "unit_digest" ADD COLUMN "since" VARCHAR(10);
UPDATE "unit_digest" SET "since" = "told_until";
ALTER TABLE "unit_digest" ALTER COLUMN "since" SET NOT NULL;

-- A message is dropped where the person unsubscribed, or left, while it waited: the state was not allowed, and one such
-- message held up all others.
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_state_known";
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_state_known"
  CHECK ("state" IN ('queued', 'sending', 'sent', 'failed', 'dead', 'dropped'));
